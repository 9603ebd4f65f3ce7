/** Whether a listing had effect on a day: a listing that ended or is suspended is still found, and says so. */
import type { ListingView, Suspension } from './screening.ts'

export type ListingState =
  | { state: 'in-force' }
  | { state: 'not-yet'; from: string }
  | { state: 'suspended'; from: string; until: string; citation: string }
  | { state: 'ended'; until: string }

/**
 * The state of a listing on `day` (ISO). A date that the list does not give is open: without an end a listing stands, without
 * a last day a suspension goes on. Of several suspensions the one that began last counts.
 */
export function listingState(
  { startDate, endDate = '', suspensions = [] }: Pick<ListingView, 'startDate' | 'endDate' | 'suspensions'>,
  day: string,
): ListingState {
  if (endDate !== '' && day > endDate) return { state: 'ended', until: endDate }
  if (startDate !== '' && day < startDate) return { state: 'not-yet', from: startDate }
  const held = suspensions.filter(({ from, until }) => from <= day && (until === '' || day <= until))
  const last = held.reduce<Suspension | undefined>((latest, one) => (latest === undefined || one.from > latest.from ? one : latest), undefined)
  return last === undefined ? { state: 'in-force' } : { state: 'suspended', ...last }
}
