/** The facts of one case as the engine reads them: given values by scope. What is not there is unknown. */
import type { FactPath, Outcome, Subject } from '#shared/trace/trace.ts'
import type { Quantified } from './types.ts'

export type Given = Extract<Outcome, { state: 'known' | 'assumed' }>
export type GivenFacts = Record<string, Given>

export type CaseFacts = {
  transaction: GivenFacts
  endUse: GivenFacts
  case: GivenFacts
  items: { id: string; facts: GivenFacts; content?: Listed }[]
  parties: { name: string; facts: GivenFacts; owners?: Listed }[]
  /** False while the parties that matter are not all named; then "no party is listed" stays open. */
  partiesComplete: boolean
}

/** Lines of an item's content or owners of a party. While they are not all named, or not given at all, "none of them" stays open. */
export type Listed = { lines: { id: string; facts: GivenFacts }[]; complete: boolean }

/** Which item (or line of its content) and party (or owner of it) the rules are being read for. */
export type Env = { item?: number; party?: number; content?: number; owner?: number }

export const PARTIES_FACT: FactPath = 'case.parties'
/** The fact that stands for what is not yet listed, by what a quantifier runs over. */
export const UNLISTED: Readonly<Record<'party' | 'content' | 'owner', FactPath>> = { party: PARTIES_FACT, content: 'item.content', owner: 'party.owners' }

export const scopeOf = (path: FactPath): string => splitPath(path).scope

type SplitPath = { scope: string; name: string }

/** Paths are few and read millions of times. */
const SPLIT = new Map<FactPath, SplitPath>()

/** `item.eccn` is `eccn` in the scope `item`. */
export function splitPath(path: FactPath): SplitPath {
  let split = SPLIT.get(path)
  if (split === undefined) {
    const dot = path.indexOf('.')
    split = { scope: path.slice(0, dot), name: path.slice(dot + 1) }
    SPLIT.set(path, split)
  }
  return split
}

/** A case and the place at which it is being read; `item`, `party`, `content` and `owner` are -1 where the rules speak of none. */
export type Cursor = { facts: CaseFacts; item: number; party: number; content: number; owner: number }

/** Names the item or party that a fact of this scope belongs to. */
export function subjectOf(scope: string, { facts: { items, parties }, item, party, content, owner }: Cursor): Subject {
  if (scope === 'item' && item >= 0) return { item: items[item]?.id }
  if (scope === 'party' && party >= 0) return { party: parties[party]?.name }
  if (scope === 'content' && item >= 0) {
    const own = items[item]
    return content < 0 ? { item: own?.id } : { item: own?.id, line: own?.content?.lines[content]?.id }
  }
  if (scope === 'owner' && party >= 0) {
    const own = parties[party]
    return owner < 0 ? { party: own?.name } : { party: own?.name, owner: own?.owners?.lines[owner]?.id }
  }
  return NOBODY
}

const NOBODY: Subject = Object.freeze({})

/** How facts of a scope are found. */
export function givenOf(scope: string): (at: Cursor) => GivenFacts | undefined {
  switch (scope) {
    case 'transaction':
    case 'endUse':
    case 'case':
      return ({ facts }) => facts[scope]
    case 'item':
      return ({ facts, item }) => facts.items[item]?.facts
    case 'party':
      return ({ facts, party }) => facts.parties[party]?.facts
    case 'content':
      return ({ facts, item, content }) => facts.items[item]?.content?.lines[content]?.facts
    case 'owner':
      return ({ facts, party, owner }) => facts.parties[party]?.owners?.lines[owner]?.facts
    default:
      return () => undefined
  }
}

const NOTHING_LISTED: Listed = { lines: [], complete: false }

/** How many a quantifier runs over at this place. */
export function countOf(over: Quantified, { facts: { items, parties }, item, party }: Cursor): number {
  if (over === 'item') return items.length
  if (over === 'party') return parties.length
  return ((over === 'content' ? items[item]?.content : parties[party]?.owners) ?? NOTHING_LISTED).lines.length
}

/** Whether these are all of them. */
export function allNamed(over: Quantified, { facts: { items, parties, partiesComplete }, item, party }: Cursor): boolean {
  if (over === 'item') return true
  if (over === 'party') return partiesComplete
  return ((over === 'content' ? items[item]?.content : parties[party]?.owners) ?? NOTHING_LISTED).complete
}
