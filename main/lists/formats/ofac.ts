/**
 * What OFAC's formats share: how a party is gathered from any of them, which kinds, months and lists there are, and to which
 * of OFAC's lists an entry of the non-SDN file belongs.
 */
import type { ListEntry, PartyKind, Relation } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { ListFile } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'
import type { ImportContext } from './format.ts'

/** A party while its record is read. Its lists are known last: some formats say them at the end, some only by the whole file. */
export type OfacParty = {
  entry: string
  kind: PartyKind
  name: string
  aliases: Set<string>
  weakAliases: Set<string>
  addresses: Set<string>
  countries: Set<string>
  dates: Set<string>
  ids: Set<string>
  programmes: Set<string>
  remarks: string
  /** Official fields without a place of their own. A map, so that a field of any name is kept. */
  fields: Map<string, Set<string>>
  relations: Relation[]
  /** OFAC's names of the lists that the party is on, with the day of its listing (ISO) where it is said. */
  listed: { name: string; since: string }[]
}

/** A party of which nothing but OFAC's number is known yet. */
export const newParty = (entry: string): OfacParty => ({
  entry,
  kind: 'entity',
  name: '',
  aliases: new Set(),
  weakAliases: new Set(),
  addresses: new Set(),
  countries: new Set(),
  dates: new Set(),
  ids: new Set(),
  programmes: new Set(),
  remarks: '',
  fields: new Map(),
  relations: [],
  listed: [],
})

/** OFAC's word for what a party is; what is none of them is an entity, as in the CSV files. */
export function kindOf(type: string): PartyKind {
  const known = type.toLowerCase()
  return known === 'individual' ? 'person' : known === 'vessel' || known === 'aircraft' ? known : 'entity'
}

/** Two digits of a month by the three letters that OFAC writes. */
export const MONTHS: Record<string, string> = {
  Jan: '01',
  Feb: '02',
  Mar: '03',
  Apr: '04',
  May: '05',
  Jun: '06',
  Jul: '07',
  Aug: '08',
  Sep: '09',
  Oct: '10',
  Nov: '11',
  Dec: '12',
}
const MONTH_NAMES = Object.keys(MONTHS)

/** An ISO date, or an empty text for a day that the calendar does not have. */
export function isoDay(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : ''
}

/** The ISO day that a text begins with, or an empty text. */
export function isoDayIn(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match === null ? '' : isoDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** A day as OFAC writes it ("10 Dec 1948"), with what is known of it only. */
export function ofacDay(year: string, month: string, day: string): string {
  const name = MONTH_NAMES[Number(month) - 1]
  if (name === undefined) return [day, month, year].filter((part) => part !== '').join(' ')
  return [day === '' ? '' : day.padStart(2, '0'), name, year].filter((part) => part !== '').join(' ')
}

/** Keeps an official field under its official name; a colon or a dash at the end of the name is OFAC's layout only. */
export function addField(party: OfacParty, name: string, value: string): void {
  const key = name.replace(/[\s:-]+$/, '')
  if (value === '' || key === '') return
  const values = party.fields.get(key)
  if (values === undefined) party.fields.set(key, new Set([value]))
  else values.add(value)
}

/** Takes a name that is not the main one; `type` is OFAC's word for it (A.K.A., F.K.A., N.K.A.). */
export function addAlias(party: OfacParty, name: string, type: string, weak: boolean): void {
  if (name === '') return
  if (weak) party.weakAliases.add(name)
  else party.aliases.add(name)
  // That a name is a former or a new one has no place of its own.
  const known = type.toLowerCase()
  if (known !== '' && known !== 'a.k.a.' && known !== 'name') addField(party, known, name)
}

/** Notes a country by OFAC's name for it; `iso` is what the file itself says its code is. */
export function addCountry(party: OfacParty, name: string, context: ImportContext, iso = ''): void {
  const code = (name === '' ? '' : context.country(name)) || (/^[A-Z]{2}$/.test(iso) ? iso : '')
  if (code !== '') party.countries.add(code)
}

export type OfacAddress = { lines: string[]; city: string; state: string; postalCode: string; country: string }

/** An address as OFAC's CSV files join it. */
export const addressText = ({ lines, city, state, postalCode, country }: OfacAddress): string =>
  joined([...lines, joined([joined([city, state]), postalCode], ' '), country])

const joined = (parts: string[], by = ', '): string => parts.filter((part) => part !== '').join(by)

export type OfacDocument = { type: string; number: string; country: string; issued?: string; expires?: string; notes?: string[] }

/** An identity document as OFAC's remarks write it. */
export const documentText = ({ type, number, country, issued = '', expires = '', notes = [] }: OfacDocument): string =>
  [
    joined([type, number, country && `(${country})`, issued && `issued ${issued}`, expires && `expires ${expires}`], ' '),
    ...notes.filter((note) => note !== ''),
  ].join('; ')

/** Fields that the Consolidated Screening List and OFAC's CSV files have too, under the names that they have there. */
const SHARED_FIELDS: Record<string, string> = {
  title: 'title',
  'vessel call sign': 'call_sign',
  'vessel type': 'vessel_type',
  'vessel tonnage': 'gross_tonnage',
  'vessel gross tonnage': 'gross_tonnage',
  'vessel gross registered tonnage': 'gross_registered_tonnage',
  'vessel flag': 'vessel_flag',
  'vessel owner': 'vessel_owner',
  'place of birth': 'places_of_birth',
  'nationality country': 'nationalities',
  'citizenship country': 'citizenships',
}
/** Features whose value is a country that the party belongs to. */
const OF_A_COUNTRY = new Set(['vessel flag', 'nationality country', 'citizenship country', 'nationality of registration'])

/**
 * Puts something that OFAC says of a party ("feature") in its place: a date of birth, a country, an identifier, or else a field
 * under its name. `note` is kept with the value.
 */
export function addFeature(party: OfacParty, type: string, value: string, context: ImportContext, note = ''): void {
  if (value === '' && note === '') return
  const known = type.toLowerCase().trim()
  const said = note === '' ? value : `${value} (${note})`.trim()
  if (known === 'birthdate') party.dates.add(said)
  else if (!Object.hasOwn(SHARED_FIELDS, known) && isIdentifier(type, context.sources)) party.ids.add(`${type} ${said}`)
  else addField(party, Object.hasOwn(SHARED_FIELDS, known) ? (SHARED_FIELDS[known] as string) : type, said)
  if (OF_A_COUNTRY.has(known)) addCountry(party, value, context)
}

/** Whether a kind of feature identifies a party. What is not known to be a statement is taken for an identifier, so that it is found. */
export const isIdentifier = (type: string, sources: ListSources): boolean => !new RegExp(sources.ofacStatements, 'i').test(type.trim())

/** The parties that remarks name as linked, by name only: "(Linked To: A); …" or, at the end of CSV remarks, "Linked To: A; Linked To: B.". */
export const linkedIn = (remarks: string): Relation[] =>
  [...remarks.matchAll(/Linked To: ([^;]+)/g)].map((match) => {
    const text = (match[1] as string).trim().replace(/\)\.$/, ')')
    return { says: 'Linked To', entry: '', name: withoutFullStop(closesTooOften(text) ? text.slice(0, -1) : text) }
  })

/** Whether the bracket at the end of a text was opened before it. */
const closesTooOften = (text: string): boolean => text.endsWith(')') && text.split(')').length > text.split('(').length

/** The full stop that ends remarks is no part of a name unless an abbreviation ends the name. */
const withoutFullStop = (name: string): string => (/(?:\b[A-Z]|LTDA|LTD|INC|CORP|CO|CIA)\.$/i.test(name) ? name : name.replace(/\.$/, ''))

/** The non-SDN lists that programme tags and phrases tell. */
export const consolidatedLists = (programmes: Iterable<string>, phrases: string, sources: ListSources): string[] => {
  const tags = new Set(programmes)
  return sources.ofacConsolidated.lists
    .filter((list) => list.programmes.some((tag) => tags.has(tag)) || list.remarks.some((phrase) => phrases.includes(phrase)))
    .map((list) => list.id)
}

/** Whether parties are those of OFAC's non-SDN file: most of them belong to a list that stands only there. */
export function isConsolidated(parties: { programmes: Iterable<string>; phrases: string }[], sources: ListSources): boolean {
  const known = parties.filter(({ programmes, phrases }) => consolidatedLists(programmes, phrases, sources).length > 0)
  return known.length * 2 > parties.length
}

/** All that is said of a party in words, where the phrases that tell its list may stand. */
export const phrasesOf = (party: OfacParty): string =>
  [party.remarks, ...[...party.fields].map(([name, values]) => `${name} ${[...values].join(' ')}`)].join('; ')

/** The entries of parties of a file that does not name their lists. */
export function entriesByRules(parties: OfacParty[], sources: ListSources): ListEntry[] {
  const all = parties.map((party) => ({ party, programmes: party.programmes, phrases: phrasesOf(party) }))
  if (!isConsolidated(all, sources)) return parties.map((party) => entryOf(party, 'SDN', ''))
  return all.flatMap(({ party, programmes, phrases }) =>
    orOtherwise(consolidatedLists(programmes, phrases, sources), sources).map((list) => entryOf(party, list, '')),
  )
}

/**
 * The entries of parties of a file that names their lists. OFAC names all lists of a party in each of its two files, the SDN file
 * and the non-SDN file; only the lists of which the file is the whole are taken. `whole` is OFAC's name of what the file says it
 * is, or an empty text when it does not say. Throws InputError `bad-input` when it is neither.
 */
export function entriesByName(parties: OfacParty[], file: ListFile, context: ImportContext, whole: string): ListEntry[] {
  const rules = context.sources.ofacConsolidated
  const sinceSdn = (party: OfacParty): string | undefined => party.listed.find(({ name }) => name === rules.sdn)?.since
  const stranger = parties.find((party) => sinceSdn(party) === undefined)
  if (stranger === undefined && whole !== rules.umbrella) return parties.map((party) => entryOf(party, 'SDN', sinceSdn(party) ?? ''))
  if (stranger !== undefined && whole === rules.sdn)
    throw new InputError(
      'bad-input',
      `${file.name} says that it is the ${rules.sdn}, and party ${stranger.entry} is not on that list. Nothing was imported. Download it again.`,
    )
  const entries: ListEntry[] = []
  const unknown = new Map<string, number>()
  for (const party of parties) {
    if (party.listed.some(({ name }) => name === ''))
      throw new InputError('bad-input', `${file.name}: party ${party.entry} is on a list that the file does not name. It is not whole. Nothing was imported.`)
    const others = party.listed.filter(({ name }) => name !== rules.sdn)
    if (others.length === 0)
      throw new InputError(
        'bad-input',
        `${file.name}: party ${party.entry} ${party.listed.length === 0 ? 'is on no list' : `is on the ${rules.sdn} only, others are not on it`}. The file is neither OFAC's whole SDN file nor its whole non-SDN file. Nothing was imported. Download one of these.`,
      )
    const since = new Map<string, string>()
    for (const { name, since: day } of others) {
      if (name === rules.umbrella) continue
      const list = rules.lists.find(({ names }) => names.includes(name))?.id ?? name
      if (list === name) unknown.set(name, (unknown.get(name) ?? 0) + 1)
      since.set(list, day)
    }
    // A party of which only the common name of all non-SDN lists is said.
    if (since.size === 0)
      for (const list of orOtherwise(consolidatedLists(party.programmes, phrasesOf(party), context.sources), context.sources)) since.set(list, '')
    for (const [list, day] of since) entries.push(entryOf(party, list, day))
  }
  for (const [name, count] of unknown)
    context.warn(`${file.name}: ${count} parties belong to a list that Licet does not know, "${name}". They are screened under that name.`)
  return entries
}

const orOtherwise = (lists: string[], sources: ListSources): string[] => (lists.length === 0 ? [sources.ofacConsolidated.otherwise] : lists)

function entryOf(party: OfacParty, list: string, startDate: string): ListEntry {
  const aliases = [...party.aliases].filter((name) => name !== party.name)
  return {
    list,
    entry: party.entry,
    kind: party.kind,
    name: party.name,
    aliases,
    weakAliases: [...party.weakAliases].filter((name) => name !== party.name && !party.aliases.has(name)),
    addresses: [...party.addresses],
    countries: [...party.countries],
    dates: [...party.dates],
    ids: [...party.ids],
    programmes: [...party.programmes],
    remarks: party.remarks,
    licenceRequirement: '',
    licencePolicy: '',
    citation: '',
    startDate,
    endDate: '',
    footnotes: [],
    url: '',
    fields: Object.fromEntries([...party.fields].map(([name, values]) => [name, [...values].join('; ')])),
    relations: party.relations,
  }
}

const MOST_NAMELESS = 100

/** Takes the parties of a file one by one and leaves out those without a name, saying so. Throws InputError `bad-input` when they are many. */
export function partyKeeper(file: ListFile, context: ImportContext): { parties: OfacParty[]; keep: (party: OfacParty, line: number) => void } {
  const parties: OfacParty[] = []
  let nameless = 0
  const keep = (party: OfacParty, line: number): void => {
    if (party.entry === '') throw new InputError('bad-input', `${file.name}, line ${line}: a party has no number of OFAC's. Nothing was imported.`)
    if (party.name !== '') {
      parties.push(party)
      return
    }
    nameless += 1
    context.warn(`${file.name}, line ${line}: party ${party.entry} has no name and was left out.`)
    if (nameless > MOST_NAMELESS) throw new InputError('bad-input', `${file.name}: more than ${MOST_NAMELESS} parties have no name. Nothing was imported.`)
  }
  return { parties, keep }
}
