/**
 * What the owners of a party add up to: how much of it is held by owners that count (the pack says which lists and
 * programme tags make an owner count), on which lists those are, and whether anything of it is open. Whether a share is
 * too much is the rules' affair.
 */

import { sum, WHOLE } from '#shared/domain/shares.ts'
import { InputError } from '#shared/text/errors.ts'
import type { NumberRange, SetValue, Value } from '#shared/trace/trace.ts'
import type { GivenFacts, Listed } from './facts.ts'
import { countedShare } from './shares.ts'
import { both, distinct, either, hasMember, isSettled, type Known, knownValue, setOf } from './three-valued.ts'
import type { FactDeclaration, OwnersRegime } from './types.ts'

/** What makes an owner count: a listing on one of these lists, or on the `tagged` list with one of these programme tags. */
export type Counted = {
  lists: readonly string[]
  /** The list whose entries carry footnotes and a scope of their own. */
  scoped: string
  /** The list that counts by its programme tags only; empty where none does. */
  tagged: string
  programs: ReadonlySet<string>
  /** From this share in percent, held by owners that count, an owner counts itself. */
  atLeast: number
}

/** What packs of the form before meant without saying so; the packs in use say it. */
const BEFORE = { scoped: 'EL', tagged: 'SDN', atLeast: 50 }

/** Which owners count by the pack, on the day for which its lists were prepared. */
export function countedOwners(owners: OwnersRegime | undefined, parameters: ReadonlyMap<string, ReadonlySet<string>>): Counted {
  const { lists = [], programs = '', scoped, tagged, atLeast } = owners ?? {}
  return {
    lists,
    scoped: scoped ?? BEFORE.scoped,
    tagged: tagged ?? BEFORE.tagged,
    programs: parameters.get(programs) ?? new Set(),
    atLeast: atLeast ?? BEFORE.atLeast,
  }
}

/** The facts of an owner that this file reads; a pack that derives facts from owners declares them. */
export const OWNER_FACTS = [
  'owner.share',
  'owner.listedOn',
  'owner.restrictedThrough',
  'owner.footnotes',
  'owner.sdnPrograms',
  'owner.entityListScope',
] as const

type Owner = { share: number | undefined; counts: Known; lists: string[]; facts: GivenFacts }

/**
 * The derived facts of one party whose owners are named. Shares are added as the decimals that were typed. What is open
 * makes a range or a possible member, and never a convenient value. Throws InputError when the shares exceed the whole.
 */
export function factsFromOwners(owners: Listed, declarations: readonly FactDeclaration[], counted: Counted, place: string): GivenFacts {
  if (owners.lines.length === 0) return {}
  const read = owners.lines.map(({ facts }) => readOwner(facts, counted))
  refuseMoreThanWhole(
    read.map(({ share }) => share),
    place,
  )
  const share = countedShare(read, owners.complete)
  const result: GivenFacts = {}
  for (const { path, fromOwners } of declarations) {
    const value = fromOwners === undefined ? undefined : derived(fromOwners, read, share, owners.complete, counted)
    if (value !== undefined) result[path.slice(path.indexOf('.') + 1)] = { state: 'known', value }
  }
  return result
}

/** Throws InputError naming the place when the shares that are stated exceed the whole. */
export function refuseMoreThanWhole(shares: readonly (number | undefined)[], place: string): void {
  const stated = sum(shares.flatMap((share) => share ?? []))
  if (stated > WHOLE) throw new InputError('bad-input', `${place}: the shares add up to ${stated} percent, and the whole is ${WHOLE}`)
}

/** A share that is stated where no owner is named has been found out: the red flag of an unknown share is not open. */
export function factsFromStatedShare(stated: GivenFacts, declarations: readonly FactDeclaration[]): GivenFacts {
  const nameOf = (what: FactDeclaration['fromOwners']) => declarations.find(({ fromOwners }) => fromOwners === what)?.path.split('.')[1]
  const [share, flag] = [nameOf('share'), nameOf('red-flag')]
  if (share === undefined || flag === undefined || stated[flag] !== undefined || stated[share]?.state !== 'known') return {}
  return { [flag]: { state: 'known', value: 'present-resolved' } }
}

function derived(
  what: NonNullable<FactDeclaration['fromOwners']>,
  owners: readonly Owner[],
  share: Required<NumberRange>,
  complete: boolean,
  { scoped }: Counted,
): Value | undefined {
  const counting = owners.filter(({ counts }) => counts === true)
  const closed = complete && owners.every(({ counts }) => counts !== undefined)
  switch (what) {
    case 'share':
      return share.min === share.max ? share.min : share
    case 'lists':
      return { is: distinct(counting.flatMap(({ lists }) => lists)), maybe: closed ? [] : 'anything' }
    case 'footnotes': {
      const listed = counting.filter(({ lists }) => lists.includes(scoped)).map(({ facts }) => setOf(facts, 'footnotes'))
      const settled = closed && listed.every(isSettled)
      return { is: distinct(listed.flatMap((set) => set.is)), maybe: settled ? [] : 'anything' }
    }
    case 'scope':
      return widestScope(
        counting.filter(({ lists }) => lists.includes(scoped)).map(({ facts }) => knownValue(facts, 'entityListScope')),
        closed,
      )
    case 'red-flag':
      if (closed && counting.length === 0) return 'absent'
      return counting.length > 0 && share.min === share.max ? 'present-resolved' : undefined
  }
}

/** The widest of the scopes of several entries; undefined while it is open. `closed`: there are no further entries. */
export function widestScope(scopes: readonly (Value | undefined)[], closed: boolean): 'all' | 'some' | undefined {
  if (scopes.includes('all')) return 'all'
  return closed && scopes.length > 0 && scopes.every((scope) => scope === 'some') ? 'some' : undefined
}

function readOwner(facts: GivenFacts, counted: Counted): Owner {
  const share = knownValue(facts, 'share')
  const sets = [setOf(facts, 'listedOn'), setOf(facts, 'restrictedThrough')]
  return {
    share: typeof share === 'number' ? share : undefined,
    counts: either(sets.map((set) => countsBy(set, facts, counted))),
    lists: distinct(sets.flatMap((set) => countingLists(set, facts, counted))),
    facts,
  }
}

const tagCounts = (facts: GivenFacts, { programs }: Counted): Known => hasMember(setOf(facts, 'sdnPrograms'), (tag) => programs.has(tag))

/** Whether a set of lists makes an owner with these facts count. */
export function countsBy(set: SetValue, facts: GivenFacts, counted: Counted): Known {
  const byTag = both(
    hasMember(set, (list) => list === counted.tagged),
    tagCounts(facts, counted),
  )
  return either([hasMember(set, (list) => counted.lists.includes(list)), byTag])
}

/** The lists of the set by which an owner with these facts certainly counts. */
export function countingLists(set: SetValue, facts: GivenFacts, counted: Counted): string[] {
  const tagged = set.is.includes(counted.tagged) && tagCounts(facts, counted) === true
  return [...set.is.filter((list) => counted.lists.includes(list)), ...(tagged ? [counted.tagged] : [])]
}
