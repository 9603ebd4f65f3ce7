/**
 * What would change an answer: the smallest changes of facts that people give which turn the verdict on an item into
 * another. One fact first, then pairs that some rule reads together. Deterministic and bounded; facts that are not given
 * are not tried, since they are asked for as questions.
 */
import type { Verdict } from '#shared/domain/verdict.ts'
import type { FactPath, FactRef, Subject, Value } from '#shared/trace/trace.ts'
import { withFact } from './ask-order.ts'
import { type Compared, comparedWith, justAbove, justBelow } from './candidates.ts'
import type { CaseFacts, GivenFacts } from './facts.ts'
import type { PreparedPack } from './prepare.ts'
import { rulesReached } from './reach.ts'
import { keyOf } from './solves.ts'
import { isSet } from './test-operators.ts'
import type { FactDeclaration } from './types.ts'
import { pathsIn } from './walk.ts'

/** What a fact becomes: a value, a number on one side of a limit, or any of these countries. */
export type FlipTo =
  | { kind: 'value'; value: Value }
  | { kind: 'limit'; side: 'at-least' | 'at-most' | 'above' | 'below'; limit: number }
  | { kind: 'countries'; countries: string[] }
export type FlipChange = { ref: FactRef; from: Value; to: FlipTo }
export type Flip = { verdict: Verdict; changes: FlipChange[] }

export type FlipQuestion = {
  prepared: PreparedPack
  facts: CaseFacts
  item: number
  /** The verdict on the item in a changed case. */
  verdictOf: (facts: CaseFacts) => Verdict
  /** Facts that say who or what it is about: to change them is to ask about another case. */
  fixed: ReadonlySet<FactPath>
  /** The fact for which every country is tried, and the countries. */
  destination: FactPath
  countries: readonly string[]
}

/** Evaluations in all; more would keep a person waiting. */
const MOST_EVALUATIONS = 2000

type Trial = { ref: FactRef; from: Value; value: Value; to: FlipTo }

/** The flips found, those of one fact first, in the order of the dictionary. */
export function findFlips(question: FlipQuestion): Flip[] {
  const { facts, verdictOf } = question
  const before = verdictOf(facts)
  let left = MOST_EVALUATIONS
  const tried = (changed: CaseFacts): Verdict => {
    left--
    return verdictOf(changed)
  }
  const found: Flip[] = []
  const silent: Trial[] = []
  const trials = given(question).flatMap((one) => trialsOf(one, question))
  for (const trial of trials) {
    if (left <= 0) break
    const verdict = tried(withFact(facts, trial.ref, trial.value))
    if (verdict === before) silent.push(trial)
    else found.push({ verdict, changes: [change(trial)] })
  }
  const alone = new Set(found.map(({ changes }) => keyOf((changes[0] as FlipChange).ref)))
  for (const [a, b] of pairs(silent, question)) {
    if (left <= 0) break
    if (alone.has(keyOf(a.ref)) || alone.has(keyOf(b.ref))) continue
    const verdict = tried(withFact(withFact(facts, a.ref, a.value), b.ref, b.value))
    if (verdict !== before) found.push({ verdict, changes: [change(a), change(b)] })
  }
  return grouped(found)
}

const change = ({ ref, from, to }: Trial): FlipChange => ({ ref, from, to })

type GivenFact = { declaration: FactDeclaration; ref: FactRef; value: Value }

/** Facts of the case, the item and its parties that are certainly known. */
function given({ prepared, facts, item, fixed }: FlipQuestion): GivenFact[] {
  const own = facts.items[item]
  const scopes: [string, Subject, GivenFacts][] = [
    ['transaction', {}, facts.transaction],
    ['endUse', {}, facts.endUse],
    ['case', {}, facts.case],
    ...(own === undefined ? [] : [['item', { item: own.id }, own.facts] as [string, Subject, GivenFacts]]),
    ...facts.parties.map((party): [string, Subject, GivenFacts] => ['party', { party: party.name }, party.facts]),
  ]
  return prepared.pack.facts.flatMap((declaration) => {
    const { path } = declaration
    if (fixed.has(path)) return []
    return scopes.flatMap(([scope, of, values]) => {
      const known = path.startsWith(`${scope}.`) ? values[path.slice(scope.length + 1)] : undefined
      return known?.state === 'known' ? [{ declaration, ref: { path, of }, value: known.value }] : []
    })
  })
}

function trialsOf({ declaration, ref, value }: GivenFact, { prepared, facts, destination, countries }: FlipQuestion): Trial[] {
  const { path, type, choices = [] } = declaration
  const compared = comparedWith(prepared.pack).get(path)
  if (compared === undefined) return []
  const to = (next: Value): Trial => ({ ref, from: value, value: next, to: { kind: 'value', value: next } })
  switch (type) {
    case 'boolean':
      return [to(value !== true)]
    case 'choice':
      return choices.filter((choice) => choice.value !== value).map((choice) => to(choice.value))
    case 'set':
      return isSet(value)
        ? [...new Set([...choices.map((choice) => choice.value), ...compared.members])].sort().map((member) => to(toggled(value.is, member, value.maybe)))
        : []
    case 'number':
      return typeof value === 'number'
        ? limitsOf(compared, facts, ref).flatMap((limit) =>
            aroundLimit(value, limit).map(({ value: next, side }): Trial => ({ ref, from: value, value: next, to: { kind: 'limit', side, limit } })),
          )
        : []
    case 'country':
      return path === destination ? alike(countries, compared, prepared).flatMap((same) => countryTrial(same, ref, value)) : []
    default:
      return []
  }
}

/** Countries that stand on the same of the lists and in the same of the tests that rules read: no rule tells them apart. */
function alike(countries: readonly string[], { lists, members }: Compared, { parameters }: PreparedPack): string[][] {
  const groups = new Map<string, string[]>()
  for (const code of countries) {
    const key = `${members.includes(code) ? code : ''} ${lists.map((name) => (parameters.get(name)?.has(code) ? 1 : 0)).join('')}`
    groups.set(key, [...(groups.get(key) ?? []), code])
  }
  return [...groups.values()]
}

function countryTrial(same: readonly string[], ref: FactRef, from: Value): Trial[] {
  const [first] = same
  return first === undefined || same.includes(String(from)) ? [] : [{ ref, from, value: first, to: { kind: 'countries', countries: [...same] } }]
}

const toggled = (is: readonly string[], member: string, maybe: string[] | 'anything'): Value => ({
  is: is.includes(member) ? is.filter((one) => one !== member) : [...is, member].sort(),
  maybe,
})

/** Limits named in tests, and those that another known fact of the same subject makes. */
function limitsOf({ numbers, against }: { numbers: number[]; against: { path: FactPath; times: number }[] }, facts: CaseFacts, { of }: FactRef): number[] {
  const others = against.flatMap(({ path, times }) => {
    const name = path.slice(path.indexOf('.') + 1)
    const known = of.item === undefined ? undefined : facts.items.find(({ id }) => id === of.item)?.facts[name]
    return path.startsWith('item.') && typeof known?.value === 'number' ? [known.value * times] : []
  })
  return [...new Set([...numbers, ...others])].sort((a, b) => a - b)
}

function aroundLimit(value: number, limit: number): { value: number; side: 'at-least' | 'at-most' | 'above' | 'below' }[] {
  if (value > limit)
    return [
      { value: limit, side: 'at-most' },
      { value: justBelow(limit), side: 'below' },
    ]
  if (value < limit)
    return [
      { value: limit, side: 'at-least' },
      { value: justAbove(limit), side: 'above' },
    ]
  return [
    { value: justBelow(limit), side: 'below' },
    { value: justAbove(limit), side: 'above' },
  ]
}

/** Two changes of different facts that some rule which bears on the item reads together. Countries are tried alone. */
function* pairs(trials: readonly Trial[], { prepared, facts, item }: FlipQuestion): Generator<[Trial, Trial]> {
  const byPath = new Map<FactPath, Trial[]>()
  for (const trial of trials) if (trial.to.kind !== 'countries') byPath.set(trial.ref.path, [...(byPath.get(trial.ref.path) ?? []), trial])
  const eccn = facts.items[item]?.facts.eccn?.value
  const seen = new Set<string>()
  for (const { when } of rulesReached(prepared.pack, eccn === undefined ? undefined : String(eccn), true)) {
    const read = [...new Set(pathsIn(when))].filter((path) => byPath.has(path)).sort()
    for (const [i, first] of read.entries())
      for (const second of read.slice(i + 1)) {
        if (seen.has(`${first} ${second}`)) continue
        seen.add(`${first} ${second}`)
        for (const a of byPath.get(first) ?? []) for (const b of byPath.get(second) ?? []) yield [a, b]
      }
  }
}

/** Countries with the same resulting verdict stand together; of two sides of one limit the nearer is enough. */
function grouped(found: readonly Flip[]): Flip[] {
  const countries = new Map<Verdict, Flip>()
  const limits = new Set<string>()
  return found.flatMap((flip) => {
    const [only] = flip.changes
    if (flip.changes.length > 1 || only === undefined) return [flip]
    if (only.to.kind === 'limit') {
      // A value on the limit lies on one side only; those just off it lie on two.
      const side = typeof only.from === 'number' && only.from === only.to.limit ? only.to.side : ''
      const key = `${keyOf(only.ref)} ${only.to.limit} ${side} ${flip.verdict}`
      if (limits.has(key)) return []
      limits.add(key)
      return [flip]
    }
    if (only.to.kind !== 'countries') return [flip]
    const same = countries.get(flip.verdict)
    if (same === undefined) {
      const first: Flip = { verdict: flip.verdict, changes: [{ ...only, to: { kind: 'countries', countries: [...only.to.countries] } }] }
      countries.set(flip.verdict, first)
      return [first]
    }
    const [change] = same.changes
    if (change?.to.kind === 'countries') change.to.countries = [...change.to.countries, ...only.to.countries].sort()
    return []
  })
}
