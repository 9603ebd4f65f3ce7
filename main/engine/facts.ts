/** The facts of one case as the engine reads them: given values by scope. What is not there is unknown. */
import type { FactPath, FactRef, Outcome, Subject } from '#shared/trace/trace.ts'
import { unknown } from './outcome.ts'

export type Given = Extract<Outcome, { state: 'known' | 'assumed' }>
export type GivenFacts = Record<string, Given>

export type CaseFacts = {
  transaction: GivenFacts
  endUse: GivenFacts
  case: GivenFacts
  items: { id: string; facts: GivenFacts }[]
  parties: { name: string; facts: GivenFacts }[]
  /** False while the parties that matter are not all named; then "no party is listed" stays open. */
  partiesComplete: boolean
}

/** Which item and party the rules are being read for. */
export type Env = { item?: number; party?: number }

export const PARTIES_FACT: FactPath = 'case.parties'

export const scopeOf = (path: FactPath): string => splitPath(path).scope

/** Names the item or party that a fact of this scope belongs to. */
export function subjectOf(path: FactPath, env: Env, facts: CaseFacts): Subject {
  const scope = scopeOf(path)
  if (scope === 'item' && env.item !== undefined) return { item: facts.items[env.item]?.id }
  if (scope === 'party' && env.party !== undefined) return { party: facts.parties[env.party]?.name }
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

function splitPath(path: FactPath): SplitPath {
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
    default:
      return undefined
  }
}
