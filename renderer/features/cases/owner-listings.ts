/** What a case says of an owner's listings, in the form that the fields edit; and the sum of the shares as decimals. */
import type { CaseParty, FactMap } from '#shared/domain/case.ts'

type Owner = CaseParty['owners'][number]
/**
 * `footnotes` undefined: not known which footnotes the Entity List entry carries. `through`: the lists of the parties that
 * hold this owner by half or more; undefined while that is not known.
 */
export type Listings = { lists: string[]; footnotes: number[] | undefined; programs: string[]; through: string[] | undefined }

/** Undefined while nothing is known of the owner's listings. */
export function listingsOf(owner: Owner): Listings | undefined {
  const stated = owner.facts?.listed
  if (!Array.isArray(stated)) return undefined
  const rows = stated.map((one) => (typeof one === 'object' ? one : { list: String(one) }))
  const { sdnPrograms: programs, restrictedThrough: through } = owner.facts ?? {}
  return {
    lists: rows.map(({ list }) => list),
    footnotes: rows.find(({ list }) => list === 'EL')?.footnotes,
    programs: Array.isArray(programs) ? programs.map(String) : [],
    through: Array.isArray(through) ? through.map(String) : undefined,
  }
}

/** The owner with these listings, or with nothing known of them. */
export function withListings(owner: Owner, listings: Listings | undefined): Owner {
  const { listed: _, sdnPrograms: __, restrictedThrough: ___, ...rest }: FactMap = owner.facts ?? {}
  if (listings === undefined) return { ...owner, facts: rest }
  const facts: FactMap = { ...rest }
  facts.listed = listings.lists.map((list) => (list === 'EL' && listings.footnotes !== undefined ? { list, footnotes: listings.footnotes } : { list }))
  if (listings.lists.includes('SDN') && listings.programs.length > 0) facts.sdnPrograms = listings.programs
  if (listings.through !== undefined) facts.restrictedThrough = listings.through
  return { ...owner, facts }
}

/** Shares are typed with up to six decimals; they are added as whole millionths. */
const MILLION = 1_000_000

/** The sum in percent without trailing zeros; `open` while a share is not stated, `over` above the whole. */
export function shareSum(owners: readonly Owner[]): { text: string; open: boolean; over: boolean } {
  const millionths = owners.reduce((sum, { share }) => sum + Math.round((share ?? 0) * MILLION), 0)
  return { text: String(millionths / MILLION), open: owners.some(({ share }) => share === undefined), over: millionths > 100 * MILLION }
}
