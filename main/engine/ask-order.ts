/**
 * In which order the open questions are best asked: first the one after which, over its possible answers, the fewest
 * facts remain to be asked for. Looks one answer ahead, by determining the case with each answer; equal questions keep
 * the order of the dictionary. It changes no verdict: every open question stays in the list.
 */
import type { FactRef, Value } from '#shared/trace/trace.ts'
import { type DetermineOptions, determineItems } from './determine.ts'
import type { CaseFacts, GivenFacts } from './facts.ts'
import type { PreparedPack } from './prepare.ts'
import { keyOf } from './solves.ts'
import type { FactDeclaration } from './types.ts'

/** So many questions are weighed, in the order given; more would keep the officer waiting. */
const MOST_QUESTIONS = 5
/** So many answers of a choice are tried. */
const MOST_ANSWERS = 4

/**
 * The open facts with the best one first. Facts with answers without end (the entry, a party's listings, numbers) are not
 * tried; one that the dictionary puts first stays first, for everything else turns on it.
 */
export function askOrder(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions, open: readonly FactRef[]): FactRef[] {
  const first = prepared.facts.get(open[0]?.path ?? '')
  if (open.length < 2 || (first !== undefined && answersOf(first).length === 0)) return [...open]
  const weighed = open.slice(0, MOST_QUESTIONS).map((ref) => ({ ref, left: factsLeft(prepared, facts, options, ref) }))
  const best = weighed.reduce((a, b) => (b.left < a.left ? b : a))
  return [best.ref, ...open.filter((ref) => ref !== best.ref)]
}

function factsLeft(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions, ref: FactRef): number {
  const declaration = prepared.facts.get(ref.path)
  const answers = declaration === undefined ? [] : answersOf(declaration)
  if (answers.length === 0) return Number.POSITIVE_INFINITY
  return answers.reduce<number>((sum, value) => sum + openAfter(prepared, withFact(facts, ref, value), options), 0) / answers.length
}

function openAfter(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions): number {
  return new Set(determineItems(prepared, facts, options).flatMap(({ open, later }) => [...open, ...later].map(keyOf))).size
}

function answersOf({ type, choices = [] }: FactDeclaration): Value[] {
  if (type === 'boolean') return [true, false]
  const values = choices.slice(0, MOST_ANSWERS).map(({ value }) => value)
  return type === 'choice' ? values : type === 'set' ? values.map((value) => ({ is: [value], maybe: [] })) : []
}

/** The case with one more fact known; a fact of an item or party that the case does not have changes nothing. */
export function withFact(facts: CaseFacts, { path, of }: FactRef, value: Value): CaseFacts {
  const dot = path.indexOf('.')
  const scope = path.slice(0, dot)
  const add = (given: GivenFacts): GivenFacts => ({ ...given, [path.slice(dot + 1)]: { state: 'known', value } })
  switch (scope) {
    case 'item':
      return { ...facts, items: facts.items.map((item) => (item.id === of.item ? { ...item, facts: add(item.facts) } : item)) }
    case 'party':
      return { ...facts, parties: facts.parties.map((party) => (party.name === of.party ? { ...party, facts: add(party.facts) } : party)) }
    case 'transaction':
    case 'endUse':
    case 'case':
      return { ...facts, [scope]: add(facts[scope]) }
    default:
      return facts
  }
}
