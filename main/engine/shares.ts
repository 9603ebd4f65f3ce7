/** What owners that count hold together. */
import { difference, sum, WHOLE } from '#shared/domain/shares.ts'

/** One owner's share and whether the owner counts; undefined while either is not known. */
export type Holding = { share: number | undefined; counts: boolean | undefined }

/** What is certainly held by owners that count, and what may be, where `complete` says whether all owners are named. */
export function countedShare(owners: readonly Holding[], complete: boolean): { min: number; max: number } {
  const sharesOf = (some: readonly Holding[]) => sum(some.flatMap(({ share }) => share ?? []))
  const min = sharesOf(owners.filter(({ counts }) => counts === true))
  const possible = owners.filter(({ counts }) => counts !== false)
  const restMayCount = !complete || possible.some(({ share }) => share === undefined)
  const against = sharesOf(owners.filter(({ counts }) => counts === false))
  return { min, max: restMayCount ? difference(WHOLE, against) : sharesOf(possible) }
}
