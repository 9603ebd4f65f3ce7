/**
 * Dictionary checks over a whole pack: nothing undefined, unused, cited nowhere, ordered by nothing, or resting on itself.
 * A pack with a problem is refused.
 */
import { DROPS_ALL, within } from '#main/engine/content.ts'
import { namesLimb } from '#main/engine/determine.ts'
import { UNLISTED } from '#main/engine/facts.ts'
import { OWNER_FACTS } from '#main/engine/owners.ts'
import { EVER } from '#main/engine/prepare.ts'
import type { CompiledPack, Expr, KnownRange, Rule } from '#main/engine/types.ts'
import { walk } from '#main/engine/walk.ts'
import { COLUMN_TEMPLATE } from './chart.ts'
import { citationProblem } from './citation.ts'
import { coverageProblems } from './coverage.ts'
import type { RawPack } from './read-pack.ts'

/** All problems found, each naming what and where. An empty list means that the pack may be used. */
export function checkPack(raw: RawPack, pack: CompiledPack): string[] {
  return [
    ...duplicates(
      'rule',
      pack.rules.map(({ id }) => id),
    ),
    ...duplicates(
      'fact',
      [...pack.facts, ...pack.conclusions].map(({ path }) => path),
    ),
    ...duplicates(
      'parameter',
      pack.parameters.map(({ name }) => name),
    ),
    ...duplicates(
      'control entry',
      pack.entries.map(({ eccn }) => eccn),
    ),
    ...duplicates(
      'term',
      pack.terms.map(({ id }) => id),
    ),
    ...untitled(raw, pack),
    ...references(pack),
    ...dates(pack),
    ...citations(raw, pack),
    ...unused(raw, pack),
    ...cycles(pack),
    ...overlaps(pack),
    ...restrictingClaims(pack),
    ...effects(pack),
    ...exceptionsWithoutTerms(pack),
    ...coverageProblems(raw, pack),
  ]
}

function duplicates(what: string, names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.flatMap((name) => {
    if (seen.has(name)) return [`the ${what} ${name} is defined twice`]
    seen.add(name)
    return []
  })
}

function untitled(raw: RawPack, pack: CompiledPack): string[] {
  return pack.entries.filter(({ eccn }) => !raw.titles.has(eccn)).map(({ eccn }) => `the control entry ${eccn} has no title in tables/titles.csv`)
}

function references(pack: CompiledPack): string[] {
  const given = new Map(pack.facts.map((fact) => [fact.path, fact.type]))
  const concluded = new Map(pack.conclusions.map((conclusion) => [conclusion.path, conclusion.type]))
  const parameters = new Set(pack.parameters.map(({ name }) => name))
  const rules = new Set(pack.rules.map(({ id }) => id))
  const problems: string[] = []
  const { regime } = pack
  const readBack = [regime.reasons, regime.requiredBy]
  for (const path of [regime.subject, regime.licence, regime.prohibited, regime.exceptionsBarred, regime.policy, regime.duties])
    if (!concluded.has(path)) problems.push(`pack.yaml names the conclusion ${path}, which is not declared`)
  const { content } = regime
  if (content !== undefined) {
    for (const path of [content.dropped, content.bundled, content.limit])
      if (!concluded.has(path)) problems.push(`pack.yaml names the conclusion ${path} for content, which is not declared`)
    for (const symbol of content.exceptions)
      if (!regime.exceptions.some((declared) => declared.symbol === symbol)) problems.push(`pack.yaml frees content by ${symbol}, which is not declared`)
  }
  for (const rule of pack.rules) {
    if (!concluded.has(rule.concludes)) problems.push(`${rule.id} concludes ${rule.concludes}, which is not declared`)
    for (const other of rule.overrides) if (!rules.has(other)) problems.push(`${rule.id} overrides ${other}, which does not exist`)
    for (const test of tests(rule.when)) {
      const type = given.get(test.path) ?? concluded.get(test.path) ?? (readBack.includes(test.path) ? 'set' : undefined)
      if (type === undefined) problems.push(`${rule.id} reads ${test.path}, which is not declared`)
      else if (!fits(test.operator, type)) problems.push(`${rule.id}: the operator ${test.operator} does not fit ${test.path}, which is of type ${type}`)
      if (test.against.kind === 'parameter' && !parameters.has(test.against.name))
        problems.push(`${rule.id} reads the list ${test.against.name}, which is not defined`)
      if (test.against.kind === 'fact' && !given.has(test.against.path) && !concluded.has(test.against.path))
        problems.push(`${rule.id} compares with ${test.against.path}, which is not declared`)
    }
  }
  return problems
}

function fits(operator: string, type: string): boolean {
  if (operator === 'exists') return true
  if (operator === 'has') return type === 'set'
  if (operator === 'atLeast' || operator === 'atMost') return type === 'number'
  if (operator === 'matches') return type === 'text'
  if (operator === 'in') return type === 'text' || type === 'country' || type === 'choice'
  return type !== 'set'
}

function dates(pack: CompiledPack): string[] {
  return pack.rules.flatMap((rule) => {
    if (rule.inForce.some(({ from, until }) => until !== undefined && until < from)) return [`${rule.id} ends before it begins`]
    const overlap = rule.inForce.some((one, i) => rule.inForce.some((other, j) => i < j && sameDay(one, other)))
    return overlap ? [`${rule.id} is in force twice on the same day`] : []
  })
}

/** Whether two ranges hold on one day by one day's knowledge. */
function sameDay(a: KnownRange, b: KnownRange): boolean {
  const meets = (from: string, until: string | undefined, otherFrom: string, otherUntil: string | undefined) =>
    from <= (otherUntil ?? EVER) && otherFrom <= (until ?? EVER)
  return meets(a.from, a.until, b.from, b.until) && meets(a.knownSince ?? '', a.knownUntil, b.knownSince ?? '', b.knownUntil)
}

function citations(raw: RawPack, pack: CompiledPack): string[] {
  const all: [string, string][] = [
    ...pack.rules.flatMap((rule) => rule.cites.map((cite): [string, string] => [rule.id, cite])),
    ...pack.rules.flatMap((rule) => (rule.effect?.policy ?? []).map(({ cite }): [string, string] => [rule.id, cite])),
    ...pack.facts.map((fact): [string, string] => [fact.path, fact.cite]),
    ...pack.terms.map((term): [string, string] => [term.id, term.cite]),
    ...pack.parameters.flatMap((parameter) => parameter.cites.map((cite): [string, string] => [parameter.name, cite])),
    ...pack.rules.flatMap((rule) => (rule.effect?.duties ?? []).map(({ cite }): [string, string] => [rule.id, cite])),
    ...(pack.ownership ?? []).flatMap(({ id, cites, cautions }) => [...cites, ...cautions.map(({ cite }) => cite)].map((cite): [string, string] => [id, cite])),
    ...pack.rules.flatMap((rule) => rule.cautions.map(({ cite }): [string, string] => [rule.id, cite])),
    ...pack.regime.exceptions.flatMap(({ symbol, cite, duties, cautions }) =>
      [cite, ...[...duties, ...cautions].map((one) => one.cite)].map((one): [string, string] => [symbol, one]),
    ),
  ]
  const seen = new Map<string, string | undefined>()
  return all.flatMap(([owner, cite]) => {
    if (!seen.has(cite)) seen.set(cite, citationProblem(cite, raw.sections))
    const problem = seen.get(cite)
    return problem === undefined ? [] : [`${owner} cites “${cite}”: ${problem}`]
  })
}

/** Hand-written lists, facts and templates that nothing reads; chart columns and country groups are whole tables. */
function unused(raw: RawPack, pack: CompiledPack): string[] {
  const lists = new Set<string>()
  const facts = new Set<string>([...Object.values(UNLISTED), ...OWNER_FACTS])
  for (const rule of pack.rules)
    for (const test of tests(rule.when)) {
      facts.add(test.path)
      if (test.against.kind === 'parameter') lists.add(test.against.name)
      if (test.against.kind === 'fact') facts.add(test.against.path)
    }
  const rows = new Set(raw.files.flatMap(({ content }) => content.entries.flatMap((entry) => entry.rows.map(({ requires }) => requires))))
  const written = raw.files.flatMap(({ content }) => content.parameters.map(({ name }) => name)).filter((name) => !/^(group|chart)\./.test(name))
  return [
    ...written.filter((name) => !lists.has(name)).map((name) => `the list ${name} is read by no rule`),
    ...pack.facts.filter(({ path }) => !facts.has(path)).map(({ path }) => `the fact ${path} is read by no rule`),
    ...raw.files
      .flatMap(({ content }) => content.templates)
      .filter(({ name }) => name !== COLUMN_TEMPLATE && !rows.has(name))
      .map(({ name }) => `the requirement ${name} is used by no entry`),
  ]
}

function cycles(pack: CompiledPack): string[] {
  const reads = new Map<string, Set<string>>()
  const concluded = new Set(pack.conclusions.map(({ path }) => path))
  for (const rule of pack.rules) {
    const own = reads.get(rule.concludes) ?? new Set()
    reads.set(rule.concludes, own)
    for (const test of tests(rule.when)) {
      if (concluded.has(test.path)) own.add(test.path)
      if (test.path === pack.regime.reasons || test.path === pack.regime.requiredBy) own.add(pack.regime.licence)
      if (test.against.kind === 'fact' && concluded.has(test.against.path)) own.add(test.against.path)
    }
  }
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    [...(reads.get(from) ?? [])].some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))))
  return [...reads.keys()].filter((path) => reaches(path, path, new Set())).map((path) => `the conclusion ${path} rests on itself`)
}

/** Two rules of a `single` conclusion with different values and the same condition can never be told apart. */
function overlaps(pack: CompiledPack): string[] {
  const singles = new Set(pack.conclusions.filter(({ combine }) => combine === 'single').map(({ path }) => path))
  const byCondition = new Map<string, Rule>()
  return pack.rules.flatMap((rule) => {
    if (!singles.has(rule.concludes)) return []
    const key = `${rule.concludes} ${JSON.stringify(rule.when)} ${JSON.stringify(rule.inForce)}`
    const other = byCondition.get(key)
    byCondition.set(key, rule)
    if (other === undefined || JSON.stringify(other.then) === JSON.stringify(rule.then)) return []
    if (rule.overrides.includes(other.id) || other.overrides.includes(rule.id)) return []
    return [`${other.id} and ${rule.id} differ under the same condition, and neither overrides the other`]
  })
}

/** What a rule of this kind has to say beside its condition. */
function effects(pack: CompiledPack): string[] {
  const { licence, prohibited, exceptionsBarred, policy, duties, exceptions, content } = pack.regime
  const required = new Set(pack.rules.filter(({ concludes }) => concludes === licence).flatMap(({ cites }) => cites))
  const known = (name: string) => exceptions.some(({ symbol, limbs }) => limbs.some(({ paragraph }) => namesLimb([name], symbol, paragraph)))
  return pack.rules.flatMap(({ id, concludes, then, effect }) => {
    const problems = (effect?.exceptions ?? []).filter((name) => !known(name)).map((name) => `${id} leaves open the exception ${name}, which is not declared`)
    if ((concludes === licence || concludes === prohibited) && 'value' in then && then.value === true) {
      if ((effect?.reason ?? '') === '') problems.push(`${id} states no reason for control`)
      if (effect?.prohibition === undefined) problems.push(`${id} does not say under which General Prohibition it acts`)
    }
    if (concludes === policy && (effect?.policy ?? []).length === 0) problems.push(`${id} states no policy`)
    if (concludes === content?.dropped && effect?.drops === undefined && !('notModelled' in then))
      problems.push(`${id} does not say which requirements it drops`)
    for (const cite of effect?.drops ?? [])
      if (cite !== DROPS_ALL && ![...required].some((one) => within(one, cite))) problems.push(`${id} drops ${cite}, which no licence requirement cites`)
    if (concludes === duties && (effect?.duties ?? []).length === 0) problems.push(`${id} states no duty`)
    if (concludes === exceptionsBarred && effect === undefined && !('notModelled' in then)) problems.push(`${id} does not say which exceptions it leaves open`)
    return problems
  })
}

/** A limb that no rule opens would be answered "unavailable" without any law behind the answer. */
function exceptionsWithoutTerms({ regime, rules }: CompiledPack): string[] {
  const concluded = new Set(rules.map(({ concludes }) => concludes))
  return regime.exceptions.flatMap(({ symbol, limbs }) =>
    limbs
      .filter(({ conclusion }) => !concluded.has(conclusion))
      .map(({ paragraph }) => `no rule states the terms of the exception ${symbol} ${paragraph}`.trimEnd()),
  )
}

function tests(when: Expr): Extract<Expr, { kind: 'test' }>[] {
  return [...walk(when)].filter((expr) => expr.kind === 'test')
}

/** A fact that need not be claimed may only relieve: in a requirement or prohibition it stands under a `not`. */
function restrictingClaims(pack: CompiledPack): string[] {
  const claims = new Set(pack.facts.filter(({ unclaimed }) => unclaimed !== undefined).map(({ path }) => path))
  const { licence, prohibited, exceptionsBarred } = pack.regime
  const restricting = pack.rules.filter(({ concludes }) => concludes === licence || concludes === prohibited || concludes === exceptionsBarred)
  return restricting.flatMap(({ id, when }) =>
    [...upright(when, true)].filter((path) => claims.has(path)).map((path) => `${id} restricts by ${path}, which is taken as not claimed when nobody says so`),
  )
}

/** Facts tested where a truth makes the condition more likely to be met. */
function* upright(expr: Expr, plain: boolean): Generator<string> {
  if (expr.kind === 'all' || expr.kind === 'any') for (const part of expr.parts) yield* upright(part, plain)
  else if (expr.kind === 'not') yield* upright(expr.part, !plain)
  else if (expr.kind === 'some' || expr.kind === 'every') yield* upright(expr.where, plain)
  else if (expr.kind === 'test' && plain) yield expr.path
}
