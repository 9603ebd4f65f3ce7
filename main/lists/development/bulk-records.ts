/**
 * About a hundred thousand names of real listed parties, for benches, tests on volume and tables of words. They come from
 * reference copies that are not in the publishers' own formats, so no importer reads them and nothing of them is shipped.
 * `node main/lists/development/bulk-records.ts` prints how many there are of each list.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { referenceFile } from '#main/core/reference-data.ts'
import { type ListEntry, listedParty, type PartyKind } from '#shared/domain/screening.ts'
import { countryLookup } from '../countries.ts'
import { footnotesOf } from '../footnotes.ts'
import type { CountryLookup } from '../formats/format.ts'
import { LIST_ASSETS, readListSources } from '../list-sources.ts'

/**
 * The whole Consolidated Screening List of July 2026 with fewer fields, the EU list of February 2026, the UK list of August
 * 2026 and China's three lists of July 2026, as listed parties with every field that the copies have, in the order of the
 * files. Ids are those of the publishers where the copy has them, else the row's number. Throws when a reference copy is absent.
 */
export function bulkEntries(): ListEntry[] {
  const table = countryLookup(readFileSync(join(LIST_ASSETS, '..', 'reference', 'countries.csv'), 'utf8'))
  const names = readListSources().countryNames
  const country: CountryLookup = (name) => names[name.trim()] ?? table(name)
  return [...reducedCsl(), ...europeanUnion(), ...unitedKingdom(country), ...china()]
}

/** How many names, weak ones included, the entries have. */
export const namesOf = (entries: readonly ListEntry[]): number => entries.reduce((sum, entry) => sum + 1 + entry.aliases.length + entry.weakAliases.length, 0)

const jsonLines = <T>(name: string): T[] =>
  gunzipSync(readFileSync(referenceFile(name)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

/** Texts without blanks around them, each once, none empty. */
const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim()).filter((text) => text !== '')),
]

const joined = (texts: readonly (string | undefined)[], separator: string): string =>
  texts
    .map((text) => (text ?? '').trim())
    .filter(Boolean)
    .join(separator)

/** The fields that have a text. */
const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => (field[1] ?? '').trim() !== ''))

const blank = (list: string, entry: string, kind: PartyKind, name: string): ListEntry => ({ ...listedParty(list, entry, kind, name), fields: {} })

type Reduced = {
  tables: { sources: string[]; licenceRequirements: string[]; licencePolicies: string[]; programmes: string[]; urls: string[] }
  entries: { n: string; a?: string[]; s: number; t?: string; c?: string[]; e?: string; lr?: number; lp?: number; pg?: number; fr?: string; u?: number }[]
}
const CSL_KINDS: Record<string, PartyKind> = { Individual: 'person', Entity: 'entity', Vessel: 'vessel', Aircraft: 'aircraft' }

function reducedCsl(): ListEntry[] {
  const { tables, entries } = JSON.parse(gunzipSync(readFileSync(referenceFile('csl/csl-reduced-2026-07-31.json.gz'))).toString('utf8')) as Reduced
  const sources = readListSources()
  const lists = tables.sources.map((source) => sources.lists.find(({ csl }) => csl !== undefined && source.startsWith(csl))?.id ?? source)
  const from = (table: string[], index: number | undefined): string => (index === undefined ? '' : (table[index] ?? ''))
  return entries.map((row, index) => {
    const list = from(lists, row.s)
    const requirement = from(tables.licenceRequirements, row.lr)
    return {
      ...blank(list, row.e ?? `row-${index + 1}`, CSL_KINDS[row.t ?? ''] ?? 'unknown', row.n.trim()),
      aliases: distinct(row.a ?? []),
      countries: row.c ?? [],
      programmes: distinct(from(tables.programmes, row.pg).split('; ')),
      licenceRequirement: requirement,
      licencePolicy: from(tables.licencePolicies, row.lp),
      citation: row.fr ?? '',
      footnotes: list === 'EL' ? footnotesOf(requirement, sources.footnotes) : [],
      url: from(tables.urls, row.u),
    }
  })
}

type EuPlace = { street?: string; city?: string; zip_code?: string; region?: string; place?: string; country_iso2_code?: string; country_description?: string }
type EuRecord = {
  eu_reference_number: string
  united_nation_id?: string
  remark?: string
  designation_details?: string
  regulations?: { number_title?: string; programme?: string; entry_into_force_date?: string; publication_date?: string; publication_url?: string }[]
  subject_type?: { code?: string }
  name_aliases?: { whole_name?: string; name_language?: string; strong?: boolean; function?: string; gender?: string; title?: string }[]
  citizenships?: EuPlace[]
  birthdates?: (EuPlace & { birthdate?: string; year?: number | string; circa?: boolean; calendar_type?: string })[]
  addresses?: EuPlace[]
  identifications?: { identification_type_code?: string; number?: string; country_iso2_code?: string }[]
}

function europeanUnion(): ListEntry[] {
  return jsonLines<EuRecord>('eu/fsf-entities-2026-02-26.jsonl.gz').map((row) => {
    const named = row.name_aliases ?? []
    const places = [...(row.addresses ?? []), ...(row.citizenships ?? [])]
    const regulation = row.regulations?.[0]
    const name = distinct([named.find((alias) => alias.name_language === 'EN')?.whole_name ?? named[0]?.whole_name])[0] ?? ''
    const kind = row.subject_type?.code === 'person' ? 'person' : 'entity'
    return {
      ...blank('EU', row.eu_reference_number, kind, name),
      aliases: distinct(named.filter((alias) => alias.strong !== false).map((alias) => alias.whole_name)).filter((alias) => alias !== name),
      weakAliases: distinct(named.filter((alias) => alias.strong === false).map((alias) => alias.whole_name)).filter((alias) => alias !== name),
      addresses: distinct(
        (row.addresses ?? []).map((place) => joined([place.street, place.place, place.zip_code, place.city, place.region, place.country_description], ', ')),
      ),
      // 00 stands for a country that is not known.
      countries: distinct(places.map((place) => place.country_iso2_code)).filter((code) => /^[A-Z]{2}$/.test(code)),
      dates: distinct((row.birthdates ?? []).map((birth) => `${birth.circa === true ? 'circa ' : ''}${birth.birthdate ?? birth.year ?? ''}`)).filter(
        (date) => date !== 'circa',
      ),
      ids: distinct([...(row.identifications ?? []).map((id) => joined([id.identification_type_code, id.number], ' ')), row.united_nation_id]),
      programmes: distinct((row.regulations ?? []).map((one) => one.programme)),
      remarks: joined([row.remark, row.designation_details], '\n'),
      citation: joined(
        (row.regulations ?? []).map((one) => one.number_title),
        '; ',
      ),
      startDate: regulation?.entry_into_force_date ?? regulation?.publication_date ?? '',
      url: regulation?.publication_url ?? '',
      fields: filled({
        function: distinct(named.map((alias) => alias.function)).join('; '),
        title: distinct(named.map((alias) => alias.title)).join('; '),
        gender: distinct(named.map((alias) => alias.gender)).join('; '),
        birthplace: distinct((row.birthdates ?? []).map((birth) => joined([birth.place, birth.city, birth.region, birth.country_description], ', '))).join(
          '; ',
        ),
      }),
    }
  })
}

type UkName = Partial<Record<'name1' | 'name2' | 'name3' | 'name4' | 'name5' | 'name6' | 'name_type' | 'alias_strength', string>>
type UkRecord = {
  unique_id: string
  ofsi_group_id?: string
  un_reference_number?: string
  regime_name?: string
  individual_entity_ship?: string
  designation_source?: string
  sanctions_imposed?: string
  other_information?: string
  uk_statement_of_reasons?: string
  last_updated?: string
  date_designated?: string
  names?: { names?: UkName[] }
  non_latin_names?: { names?: { name_non_latin_script?: string }[] }
  addresses?: { addresses?: Record<string, string>[] }
}

const UK_KINDS: Record<string, PartyKind> = { Individual: 'person', Entity: 'entity', Ship: 'vessel' }
const ukName = (name: UkName | undefined): string =>
  distinct([joined([name?.name1, name?.name2, name?.name3, name?.name4, name?.name5, name?.name6], ' ')])[0] ?? ''

function unitedKingdom(country: CountryLookup): ListEntry[] {
  return jsonLines<UkRecord>('uk/uk-sanctions-list-2026-08-22.jsonl.gz').map((row) => {
    // Two records have an empty primary name; their first variation stands for it.
    const names = (row.names?.names ?? []).filter((one) => ukName(one) !== '')
    const name = ukName(names.find((one) => one.name_type?.toLowerCase() === 'primary name') ?? names[0])
    const isWeak = (one: UkName): boolean => one.alias_strength?.startsWith('Low') === true
    const nonLatin = (row.non_latin_names?.names ?? []).map((one) => one.name_non_latin_script)
    const addresses = row.addresses?.addresses ?? []
    return {
      ...blank('UK', row.unique_id, UK_KINDS[row.individual_entity_ship ?? ''] ?? 'unknown', name),
      aliases: distinct([...names.filter((one) => !isWeak(one)).map(ukName), ...nonLatin]).filter((alias) => alias !== name),
      weakAliases: distinct(names.filter(isWeak).map(ukName)).filter((alias) => alias !== name),
      addresses: distinct(
        addresses.map((place) =>
          joined([...[1, 2, 3, 4, 5, 6].map((line) => place[`address_line${line}`]), place.address_postal_code, place.address_country], ', '),
        ),
      ),
      countries: distinct(addresses.map((place) => country(place.address_country ?? ''))),
      ids: distinct([row.ofsi_group_id, row.un_reference_number]),
      programmes: distinct([row.regime_name]),
      remarks: joined([row.other_information, row.uk_statement_of_reasons], '\n'),
      startDate: row.date_designated ?? '',
      fields: filled({ sanctions_imposed: row.sanctions_imposed, designation_source: row.designation_source, last_updated: row.last_updated }),
    }
  })
}

type ChinaRecord = {
  id: string
  list_id: string
  entity_name: string
  aliases: string[]
  addresses: string[]
  date_added: string
  last_verified: string
  reason: string
  source_url: string
}
const CHINA_LISTS: Record<string, string> = {
  'cn-export-control-watchlist': 'CN-ECL',
  'cn-unreliable-entity-list': 'CN-UEL',
  'cn-attention-list': 'CN-WATCH',
}

function china(): ListEntry[] {
  const rows = JSON.parse(readFileSync(referenceFile('china/mofcom-entity-lists-2026-07-19.json'), 'utf8')) as ChinaRecord[]
  return rows.map((row) => ({
    // The copy gives the country of the list, not of the party.
    ...blank(CHINA_LISTS[row.list_id] ?? row.list_id, row.id, 'entity', row.entity_name.trim()),
    aliases: distinct(row.aliases),
    addresses: distinct(row.addresses),
    remarks: row.reason,
    startDate: row.date_added,
    url: row.source_url,
    fields: filled({ last_verified: row.last_verified }),
  }))
}

if (process.argv[1] === import.meta.filename) {
  const entries = bulkEntries()
  for (const list of new Set(entries.map((entry) => entry.list))) {
    const own = entries.filter((entry) => entry.list === list)
    process.stdout.write(`${list}: ${own.length} parties, ${namesOf(own)} names\n`)
  }
  process.stdout.write(`all: ${entries.length} parties, ${namesOf(entries)} names\n`)
}
