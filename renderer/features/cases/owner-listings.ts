/** What a case says of an owner's listings, in the form that the fields edit; and the sum of the shares as decimals. */
import type { CaseParty, FactMap } from '#shared/domain/case.ts'

type Owner = CaseParty['owners'][number]
/** The list whose entries carry footnotes, and the one that counts by programme tags: their fields are shown with them. */
export const SCOPED_LIST = 'EL'
export const TAGGED_LIST = 'SDN'
/** The facts of the rule pack whose choices the fields offer. */
export const OWNER_FACTS = { lists: 'owner.listedOn', through: 'owner.restrictedThrough', footnotes: 'owner.footnotes' } as const

/**
 * `footnotes` undefined: not known which footnotes the Entity List entry carries. `through`: the lists of the parties that
 * hold this owner by half or more; undefined while that is not known.
 */
export type Listings = { lists: string[]; footnotes: number[] | undefined; programs: string[]; through: string[] | undefined }

/** Undefined while nothing is known of the owner's listings. */
export function listingsOf(owner: Pick<Owner, 'facts'>): Listings | undefined {
  const stated = owner.facts?.listed
  if (!Array.isArray(stated)) return undefined
  const rows = stated.map((one) => (typeof one === 'object' ? one : { list: String(one) }))
  const { sdnPrograms: programs, restrictedThrough: through } = owner.facts ?? {}
  return {
    lists: rows.map(({ list }) => list),
    footnotes: rows.find(({ list }) => list === SCOPED_LIST)?.footnotes,
    programs: Array.isArray(programs) ? programs.map(String) : [],
    through: Array.isArray(through) ? through.map(String) : undefined,
  }
}

/** The facts of an owner with these listings, or with nothing known of them. */
export function withListings(before: FactMap, listings: Listings | undefined): FactMap {
  const { listed: _, sdnPrograms: __, restrictedThrough: ___, ...rest } = before
  if (listings === undefined) return rest
  const facts: FactMap = { ...rest }
  facts.listed = listings.lists.map((list) => (list === SCOPED_LIST && listings.footnotes !== undefined ? { list, footnotes: listings.footnotes } : { list }))
  if (listings.lists.includes(TAGGED_LIST) && listings.programs.length > 0) facts.sdnPrograms = listings.programs
  if (listings.through !== undefined) facts.restrictedThrough = listings.through
  return facts
}

/** Shares are typed with up to six decimals; they are added as whole millionths. */
const MILLION = 1_000_000

/** The sum in percent without trailing zeros; `open` while a share is not stated, `over` above the whole. */
export function shareSum(owners: readonly Pick<Owner, 'share'>[]): { text: string; open: boolean; over: boolean } {
  const millionths = owners.reduce((sum, { share }) => sum + Math.round((share ?? 0) * MILLION), 0)
  return { text: String(millionths / MILLION), open: owners.some(({ share }) => share === undefined), over: millionths > 100 * MILLION }
}
