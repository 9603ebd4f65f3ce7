/** Three values: true, false, and undefined for what is not known; and sets of which some members are only possible. */
import type { SetValue, Value } from '#shared/trace/trace.ts'
import type { GivenFacts } from './facts.ts'

export type Known = boolean | undefined

export const either = (parts: readonly Known[]): Known => (parts.includes(true) ? true : parts.includes(undefined) ? undefined : false)
export const both = (a: Known, b: Known): Known => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true)

const NOTHING: SetValue = { is: [], maybe: 'anything' }

/** The set that a fact gives; anything may be in one that is not known for certain. */
export function setOf(facts: GivenFacts, name: string): SetValue {
  const given = facts[name]
  return given?.state === 'known' && typeof given.value === 'object' && 'is' in given.value ? given.value : NOTHING
}

/** The value of a fact; undefined while it is not known for certain. */
export function knownValue(facts: GivenFacts, name: string): Value | undefined {
  const given = facts[name]
  return given?.state === 'known' ? given.value : undefined
}

/** Whether a member of the set fits. */
export function hasMember(set: SetValue, fits: (member: string) => boolean): Known {
  if (set.is.some(fits)) return true
  return set.maybe === 'anything' || set.maybe.some(fits) ? undefined : false
}

/** Whether nothing is open about the set. */
export const isSettled = (set: SetValue): boolean => set.maybe !== 'anything' && set.maybe.length === 0

export const distinct = (members: readonly string[]): string[] => [...new Set(members)].sort()
