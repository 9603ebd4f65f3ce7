/** The facts of one case as the engine reads them: given values by scope. What is not there is unknown. */
import type { FactPath, FactRef, Outcome, Subject } from '#shared/trace/trace.ts'
import { unknown } from './outcome.ts'

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

/** Names the item or party that a fact of this scope belongs to. */
export function subjectOf(path: FactPath, env: Env, facts: CaseFacts): Subject {
  const scope = scopeOf(path)
  if (scope === 'item' && env.item !== undefined) return { item: facts.items[env.item]?.id }
  if (scope === 'party' && env.party !== undefined) return { party: facts.parties[env.party]?.name }
  if (scope === 'content' && env.item !== undefined) {
    const item = facts.items[env.item]
    return env.content === undefined ? { item: item?.id } : { item: item?.id, line: item?.content?.lines[env.content]?.id }
  }
  if (scope === 'owner' && env.party !== undefined) {
    const party = facts.parties[env.party]
    return env.owner === undefined ? { party: party?.name } : { party: party?.name, owner: party?.owners?.lines[env.owner]?.id }
  }
  return NOBODY
}

const NOBODY: Subject = Object.freeze({})

/** Reads a given fact; unknown when the case does not say. */
export function readFact(path: FactPath, env: Env, facts: CaseFacts): { ref: FactRef; outcome: Outcome } {
  const { scope, name } = splitPath(path)
  const ref: FactRef = { path, of: subjectOf(path, env, facts) }
  const given = givenIn(scope, env, facts)?.[name]
  return { ref, outcome: given ?? unknown(ref) }
}

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

function givenIn(scope: string, env: Env, facts: CaseFacts): GivenFacts | undefined {
  switch (scope) {
    case 'transaction':
      return facts.transaction
    case 'endUse':
      return facts.endUse
    case 'case':
      return facts.case
    case 'item':
      return env.item === undefined ? undefined : facts.items[env.item]?.facts
    case 'party':
      return env.party === undefined ? undefined : facts.parties[env.party]?.facts
    case 'content':
      return env.item === undefined || env.content === undefined ? undefined : facts.items[env.item]?.content?.lines[env.content]?.facts
    case 'owner':
      return env.party === undefined || env.owner === undefined ? undefined : facts.parties[env.party]?.owners?.lines[env.owner]?.facts
    default:
      return undefined
  }
}
