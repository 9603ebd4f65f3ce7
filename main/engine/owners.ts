/**
 * What the owners of a party add up to: how much of it is held by owners that count (the pack says which lists and
 * programme tags make an owner count), on which lists those are, and whether anything of it is open. Whether a share is
 * too much is the rules' affair.
 */
import { InputError } from '#shared/text/errors.ts'
import type { NumberRange, SetValue, Value } from '#shared/trace/trace.ts'
import type { GivenFacts, Listed } from './facts.ts'
import type { FactDeclaration } from './types.ts'

/** What makes an owner count: a listing on one of these lists, or one of these programme tags. */
export type Counted = { lists: readonly string[]; programs: ReadonlySet<string> }

/** The facts of an owner that this file reads; a pack that derives facts from owners declares them. */
export const OWNER_FACTS = [
  'owner.share',
  'owner.listedOn',
  'owner.restrictedThrough',
  'owner.footnotes',
  'owner.sdnPrograms',
  'owner.entityListScope',
] as const

/** The list whose entries carry footnotes and a scope of their own. */
const WITH_SCOPE = 'EL'
/** The list that counts by its programme tags only. */
const BY_PROGRAM = 'SDN'
const WHOLE = 100

type Owner = { share: number | undefined; counts: boolean | undefined; lists: string[]; facts: GivenFacts }

/**
 * The derived facts of one party whose owners are named. Shares are added as the decimals that were typed. What is open
 * makes a range or a possible member, and never a convenient value. Throws InputError when the shares exceed the whole.
 */
export function factsFromOwners(owners: Listed, declarations: readonly FactDeclaration[], counted: Counted, place: string): GivenFacts {
  if (owners.lines.length === 0) return {}
  const read = owners.lines.map(({ facts }) => readOwner(facts, counted))
  const share = countedShare(read, owners.complete, place)
  const result: GivenFacts = {}
  for (const { path, fromOwners } of declarations) {
    const value = fromOwners === undefined ? undefined : derived(fromOwners, read, share, owners.complete)
    if (value !== undefined) result[path.slice(path.indexOf('.') + 1)] = { state: 'known', value }
  }
  return result
}

/** A share that is stated where no owner is named has been found out: the red flag of an unknown share is not open. */
export function factsFromStatedShare(stated: GivenFacts, declarations: readonly FactDeclaration[]): GivenFacts {
  const nameOf = (what: FactDeclaration['fromOwners']) => declarations.find(({ fromOwners }) => fromOwners === what)?.path.split('.')[1]
  const [share, flag] = [nameOf('share'), nameOf('red-flag')]
  if (share === undefined || flag === undefined || stated[flag] !== undefined || stated[share]?.state !== 'known') return {}
  return { [flag]: { state: 'known', value: 'present-resolved' } }
}

/** Whether the owners named are all of them: nothing is left of the whole. */
export const sharesAreWhole = (shares: readonly (number | undefined)[]): boolean =>
  shares.every((share) => share !== undefined) && sum(shares as number[]) === WHOLE

function derived(
  what: NonNullable<FactDeclaration['fromOwners']>,
  owners: readonly Owner[],
  share: Required<NumberRange>,
  complete: boolean,
): Value | undefined {
  const counting = owners.filter(({ counts }) => counts === true)
  const closed = complete && owners.every(({ counts }) => counts !== undefined)
  switch (what) {
    case 'share':
      return share.min === share.max ? share.min : share
    case 'lists':
      return { is: distinct(counting.flatMap(({ lists }) => lists)), maybe: closed ? [] : 'anything' }
    case 'footnotes': {
      const listed = counting.filter(({ lists }) => lists.includes(WITH_SCOPE)).map(({ facts }) => setOf(facts, 'footnotes'))
      const settled = closed && listed.every((set) => set.maybe !== 'anything' && set.maybe.length === 0)
      return { is: distinct(listed.flatMap((set) => set.is)), maybe: settled ? [] : 'anything' }
    }
    case 'scope': {
      const scopes = counting.filter(({ lists }) => lists.includes(WITH_SCOPE)).map(({ facts }) => known(facts, 'entityListScope'))
      if (scopes.includes('all')) return 'all'
      return closed && scopes.length > 0 && scopes.every((scope) => scope === 'some') ? 'some' : undefined
    }
    case 'red-flag':
      if (closed && counting.length === 0) return 'absent'
      return counting.length > 0 && share.min === share.max ? 'present-resolved' : undefined
  }
}

function readOwner(facts: GivenFacts, { lists, programs }: Counted): Owner {
  const share = known(facts, 'share')
  const sets = [setOf(facts, 'listedOn'), setOf(facts, 'restrictedThrough')]
  const tags = setOf(facts, 'sdnPrograms')
  const blocked = has(tags, (tag) => programs.has(tag))
  const bySdn = both(either(sets.map((set) => has(set, (list) => list === BY_PROGRAM))), blocked)
  const byList = either(sets.map((set) => has(set, (list) => lists.includes(list))))
  const on = sets.flatMap(({ is }) => is)
  return {
    share: typeof share === 'number' ? share : undefined,
    counts: either([byList, bySdn]),
    lists: [...on.filter((list) => lists.includes(list)), ...(bySdn === true ? [BY_PROGRAM] : [])],
    facts,
  }
}

/** What is certainly held by owners that count, and what may be. */
function countedShare(owners: readonly Owner[], complete: boolean, place: string): Required<NumberRange> {
  const sharesOf = (some: readonly Owner[]) => sum(some.flatMap(({ share }) => share ?? []))
  const stated = sharesOf(owners)
  if (stated > WHOLE) throw new InputError('bad-input', `${place}: the shares add up to ${stated} percent, and the whole is ${WHOLE}`)
  const min = sharesOf(owners.filter(({ counts }) => counts === true))
  const possible = owners.filter(({ counts }) => counts !== false)
  const restMayCount = !complete || possible.some(({ share }) => share === undefined)
  const against = sharesOf(owners.filter(({ counts }) => counts === false))
  return { min, max: restMayCount ? difference(WHOLE, against) : sharesOf(possible) }
}

const NOTHING: SetValue = { is: [], maybe: 'anything' }

function setOf(facts: GivenFacts, name: string): SetValue {
  const given = facts[name]
  return given?.state === 'known' && typeof given.value === 'object' && 'is' in given.value ? given.value : NOTHING
}

function known(facts: GivenFacts, name: string): Value | undefined {
  const given = facts[name]
  return given?.state === 'known' ? given.value : undefined
}

function has(set: SetValue, fits: (member: string) => boolean): boolean | undefined {
  if (set.is.some(fits)) return true
  return set.maybe === 'anything' || set.maybe.some(fits) ? undefined : false
}

const either = (parts: readonly (boolean | undefined)[]): boolean | undefined => (parts.includes(true) ? true : parts.includes(undefined) ? undefined : false)
const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true

const distinct = (members: readonly string[]): string[] => [...new Set(members)].sort()

/** Decimals are added as whole numbers of this many places: binary fractions would miss a sum of exactly one half. */
const PLACES = 20

function scaled(value: number): bigint {
  const [whole = '0', decimals = ''] = (/e/.test(String(value)) ? value.toFixed(PLACES) : String(value)).split('.')
  return BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(decimals.padEnd(PLACES, '0'))
}

function unscaled(value: bigint): number {
  const unit = 10n ** BigInt(PLACES)
  return Number(`${value / unit}.${String(value % unit).padStart(PLACES, '0')}`)
}

const sum = (values: readonly number[]): number => unscaled(values.reduce((total, value) => total + scaled(value), 0n))
const difference = (a: number, b: number): number => unscaled(scaled(a) - scaled(b))
