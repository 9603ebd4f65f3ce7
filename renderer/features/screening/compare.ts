/** Compares a query with a listing field by field. A field that either side leaves open is unknown, never different. */
import { NUMBER_KINDS } from '#shared/domain/identity-number.ts'
import type { Hit, ScreenQuery } from '#shared/domain/screening.ts'

export type Agreement = 'agree' | 'near' | 'differ' | 'unknown'
export type FieldRow = { field: 'name' | 'kind' | 'country' | 'address' | 'dates' | 'ids'; query: string; listing: string; state: Agreement }

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,()（）·\-_'"]+/g, ' ')
    .trim()

function agreement(query: string, listing: string[]): Agreement {
  if (query.trim() === '' || listing.length === 0) return 'unknown'
  const wanted = plain(query)
  const found = listing.map(plain)
  if (found.some((one) => one === wanted)) return 'agree'
  return found.some((one) => one.includes(wanted) || wanted.includes(one)) ? 'near' : 'differ'
}

/** Names always stand against each other: a hit is there because they came near. */
const nameAgreement = (query: string, hit: Hit): Agreement => (plain(query) === plain(hit.matched) || plain(query) === plain(hit.name) ? 'agree' : 'near')

/** The parts of a score that say that both have one number, however it is written. */
const SAME_NUMBER = new Set(['same-identity-number', ...NUMBER_KINDS.map((kind) => `same-${kind}`)])

export function compareFields(query: ScreenQuery, hit: Hit): FieldRow[] {
  const { listing } = hit
  const ids = query.ids ?? []
  const sharesAddress = hit.why.some(({ feature }) => feature === 'same-address')
  return [
    { field: 'name', query: query.name, listing: hit.matched, state: nameAgreement(query.name, hit) },
    {
      field: 'kind',
      query: query.kind ?? '',
      listing: hit.kind === 'unknown' ? '' : hit.kind,
      state: agreement(query.kind ?? '', hit.kind === 'unknown' ? [] : [hit.kind]),
    },
    { field: 'country', query: query.country ?? '', listing: listing.countries.join(', '), state: agreement(query.country ?? '', listing.countries) },
    {
      field: 'address',
      query: query.address ?? '',
      listing: listing.addresses.join('\n'),
      state: sharesAddress ? 'agree' : agreement(query.address ?? '', listing.addresses),
    },
    { field: 'dates', query: query.dob ?? '', listing: listing.dates.join(', '), state: agreement(query.dob ?? '', listing.dates) },
    {
      field: 'ids',
      query: ids.join(', '),
      listing: listing.ids.join(', '),
      state:
        ids.length === 0 || listing.ids.length === 0
          ? 'unknown'
          : hit.why.some(({ feature }) => SAME_NUMBER.has(feature)) || ids.some((id) => agreement(id, listing.ids) !== 'differ')
            ? 'agree'
            : 'differ',
    },
  ]
}

/** One part on the bar: where it begins and how long it is, in points of 100; `lowers` when it takes points off. */
export type BarPart = { part: number; from: number; points: number; lowers: boolean }

/** The score as a bar: parts that raise it one after another, then those that lower it, taken off the end. */
export function barOf(hit: Pick<Hit, 'why'>): BarPart[] {
  const points = hit.why.map((part, at) => ({ part: at, points: part.weight * part.score * 100 }))
  let end = 0
  const raising = points
    .filter((one) => one.points > 0)
    .map((one) => {
      const from = end
      end += one.points
      return { ...one, from, lowers: false }
    })
  const lowering = points
    .filter((one) => one.points < 0)
    .map((one) => {
      end += one.points
      return { part: one.part, points: -one.points, from: Math.max(0, end), lowers: true }
    })
  return [...raising, ...lowering]
}
