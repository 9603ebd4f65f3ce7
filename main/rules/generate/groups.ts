/**
 * The Country Groups as dated lists of country codes. A country that has no place of its own in the tables (Hong Kong)
 * is added to every group of the country that stands for it.
 */
import type { InForce, Words } from './rows.ts'
import type { GroupsSource } from './source.ts'

/** A member that a group had or lacked during a time, known from a dated rule. */
export type GroupChange = { group: string; member: string; from: string; until: string; cites: string[] }
export type GroupReadings = {
  from: string
  sameAs: Record<string, string>
  changes: GroupChange[]
  unions: { name: string; of: string; with: string[]; says: Words }[]
  says: Record<string, Words>
}
export type Parameter = { name: string; says: Words; cites: string[]; versions: { inForce: InForce; values: string[] }[] }

const CITE = 'Supp. No. 1 to part 740'

/** All groups, then the lists made of them. Throws when a member has no code or a group has no words. */
export function groupParameters(source: GroupsSource, codeOf: (name: string) => string, readings: GroupReadings): Parameter[] {
  const groups = Object.entries(source.groups).map(([group, names]) => {
    const says = readings.says[group]
    if (!says) throw new Error(`readings/places.yaml has no words for Country Group ${group}`)
    return { name: `group.${group}`, says, ...versionsOf(group, withPlaces(names.map(codeOf), readings.sameAs), readings) }
  })
  const unions = readings.unions.map(({ name, of, with: added, says }) => {
    const group = groups.find((one) => one.name === of)
    if (!group) throw new Error(`${name}: there is no ${of}`)
    return { name, says, cites: group.cites, versions: group.versions.map(({ inForce, values }) => ({ inForce, values: sorted([...values, ...added]) })) }
  })
  return [...groups, ...unions]
}

const sorted = (codes: string[]) => [...new Set(codes)].sort()

function withPlaces(codes: string[], sameAs: Readonly<Record<string, string>>): string[] {
  const places = Object.entries(sameAs).filter(([, state]) => codes.includes(state))
  return sorted([...codes, ...places.map(([place]) => place)])
}

function versionsOf(group: string, values: string[], readings: GroupReadings): Pick<Parameter, 'cites' | 'versions'> {
  const changes = readings.changes.filter((change) => change.group === group)
  const cites = [CITE, ...changes.flatMap((change) => change.cites)]
  if (changes.length === 0) return { cites, versions: [{ inForce: { from: readings.from }, values }] }
  const earlier = changes.map(({ member, from, until }) => ({ inForce: { from, until }, values: sorted([...values, member]) }))
  return { cites, versions: [...earlier, { inForce: { from: dayAfter(changes.at(-1)?.until ?? '') }, values }] }
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
