/** Reads names of listed parties out of the reference copies of the official lists. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse as parseYaml } from 'yaml'
import { referenceFile } from '#main/core/reference-data.ts'
import { openListFile } from '#main/lists/list-file.ts'
import { elementsIn, textIn, xmlRecords } from '#main/lists/xml-records.ts'

export type Listing = {
  /** The list as the set names it. */
  source: string
  id: string
  kind: 'person' | 'company' | 'vessel' | 'unknown'
  /** Primary name. */
  name: string
  /** Other names in Latin letters that the list does not call weak. */
  aliases: string[]
  weak: string[]
  /** Names in other scripts. */
  native: string[]
  /** Years of birth. */
  years: string[]
}

/** The script of most letters of a name. */
export function scriptOf(name: string): string {
  const counts = new Map<string, number>()
  for (const [script, pattern] of SCRIPTS) {
    const found = name.match(pattern)?.length ?? 0
    if (found > 0) counts.set(script, found)
  }
  let best = 'Latin'
  let most = 0
  for (const [script, found] of counts) {
    if (found > most) {
      best = script
      most = found
    }
  }
  // Japanese names mix Chinese characters with their own signs.
  return best === 'Han' && counts.has('Kana') ? 'Kana' : best
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Han', /\p{Script=Han}/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Katakana}\p{Script=Hiragana}]/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Ethiopic', /\p{Script=Ethiopic}/gu],
  ['Khmer', /\p{Script=Khmer}/gu],
  ['Myanmar', /\p{Script=Myanmar}/gu],
  ['Lao', /\p{Script=Lao}/gu],
]

const clean = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .normalize('NFC')
        .replace(/[\s\u200b-\u200f\u202a-\u202e]+/g, ' ')
        .trim()
    : ''
const unique = (names: string[]): string[] => [...new Set(names.map(clean).filter((name) => name.length > 1 && name.length <= 160))]
const jsonLines = (name: string): unknown[] =>
  gunzipSync(readFileSync(referenceFile(name)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Sorts names into those in Latin letters and the others; the first one in Latin letters is the primary name. */
function listing(one: Omit<Listing, 'aliases' | 'native' | 'name'> & { names: string[] }): Listing | undefined {
  const { names, ...rest } = one
  const latin = unique(names).filter((name) => scriptOf(name) === 'Latin')
  const name = latin[0]
  if (name === undefined) return undefined
  return { ...rest, name, aliases: latin.slice(1), native: unique(names).filter((other) => scriptOf(other) !== 'Latin'), weak: unique(rest.weak) }
}

type Reduced = { tables: { sources: string[] }; entries: { n: string; a?: string[]; t?: string; s: number; e?: string }[] }

/** Every listing of the Consolidated Screening List with the code of its list. */
export function readCsl(): Listing[] {
  const { tables, entries } = JSON.parse(gunzipSync(readFileSync(referenceFile('csl/csl-reduced-2026-07-31.json.gz'))).toString('utf8')) as Reduced
  const kinds: Record<string, Listing['kind']> = { Individual: 'person', Entity: 'company', Vessel: 'vessel' }
  return entries.flatMap((entry, row) => {
    const source =
      /\(([A-Z]+)(?: List)?\)|\((NS-MBS) List\)/.exec(tables.sources[entry.s] ?? '')?.[1] ?? LISTS[(tables.sources[entry.s] ?? '').slice(0, 12)] ?? 'CSL'
    // The lists of the Department of Commerce do not say what a party is.
    const kind = kinds[entry.t ?? ''] ?? (entry.t === undefined ? 'unknown' : 'vessel')
    return listing({ source, id: entry.e ?? `row ${row}`, kind, names: [entry.n, ...(entry.a ?? [])], weak: [], years: [] }) ?? []
  })
}

const LISTS: Record<string, string> = { 'Non-SDN Chin': 'CMIC', 'Non-SDN Menu': 'MBS' }

type EuEntity = {
  eu_reference_number?: string
  logical_id: string
  subject_type: { code: string }
  name_aliases?: { whole_name?: string; strong?: boolean; name_language?: string }[]
  birthdates?: { year?: number }[]
}

/** The European Union's consolidated list. */
export function readEu(): Listing[] {
  return (jsonLines('eu/fsf-entities-2026-02-26.jsonl.gz') as EuEntity[]).flatMap((entity) => {
    // The same name stands there in up to 24 languages; the English one, or the one of no language, is the primary name.
    const rank = (language: string | undefined): number => (language === 'EN' ? 0 : language === undefined || language === '' ? 1 : 2)
    const names = [...(entity.name_aliases ?? [])].sort((a, b) => rank(a.name_language) - rank(b.name_language))
    return (
      listing({
        source: 'EU',
        id: entity.eu_reference_number ?? entity.logical_id,
        kind: entity.subject_type.code === 'person' ? 'person' : 'company',
        names: names.filter(({ strong }) => strong !== false).map((alias) => alias.whole_name ?? ''),
        weak: names.filter(({ strong }) => strong === false).map((alias) => alias.whole_name ?? ''),
        years: (entity.birthdates ?? []).flatMap(({ year }) => (year === undefined ? [] : [String(year)])),
      }) ?? []
    )
  })
}

type UkName = Record<`name${1 | 2 | 3 | 4 | 5 | 6}`, string | undefined> & { name_type?: string; alias_strength?: string }
type UkEntity = {
  unique_id: string
  individual_entity_ship: string
  names: { names: UkName[] }
  non_latin_names?: { names?: { name_non_latin_script?: string }[] }
}

/** The UK Sanctions List. */
export function readUk(): Listing[] {
  const kinds: Record<string, Listing['kind']> = { Individual: 'person', Entity: 'company', Ship: 'vessel' }
  const whole = (name: UkName): string =>
    [name.name1, name.name2, name.name3, name.name4, name.name5, name.name6].filter((part) => part !== undefined).join(' ')
  return (jsonLines('uk/uk-sanctions-list-2026-08-22.jsonl.gz') as UkEntity[]).flatMap((entity) => {
    const primary = (name: UkName): boolean => /^primary name$/i.test(name.name_type ?? '')
    const weak = (name: UkName): boolean => /low/i.test(name.alias_strength ?? '')
    const names = [...entity.names.names.filter(primary), ...entity.names.names.filter((name) => !primary(name))]
    return (
      listing({
        source: 'UK',
        id: entity.unique_id,
        kind: kinds[entity.individual_entity_ship] ?? 'unknown',
        names: [...names.filter((name) => !weak(name)).map(whole), ...(entity.non_latin_names?.names ?? []).map((name) => name.name_non_latin_script ?? '')],
        weak: names.filter(weak).map(whole),
        years: [],
      }) ?? []
    )
  })
}

/** The Consolidated List of the Security Council. */
export async function readUn(): Promise<Listing[]> {
  const found: Listing[] = []
  const file = await openListFile(referenceFile('un/consolidated-2026-02-27.xml.gz'))
  for await (const batch of xmlRecords(file, { root: 'CONSOLIDATED_LIST', records: new Set(['INDIVIDUAL', 'ENTITY']) })) {
    for (const { element } of batch) {
      const person = element.name === 'INDIVIDUAL'
      const aliases = elementsIn(element, person ? 'INDIVIDUAL_ALIAS' : 'ENTITY_ALIAS')
      const good = aliases.filter((alias) => !/low/i.test(textIn(alias, 'QUALITY'))).map((alias) => textIn(alias, 'ALIAS_NAME'))
      const name = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) => textIn(element, part)).join(' ')
      const one = listing({
        source: 'UN',
        id: textIn(element, 'REFERENCE_NUMBER'),
        kind: person ? 'person' : 'company',
        names: [name, ...good, ...textIn(element, 'NAME_ORIGINAL_SCRIPT').split(/[/;\n]/)],
        weak: aliases.filter((alias) => /low/i.test(textIn(alias, 'QUALITY'))).map((alias) => textIn(alias, 'ALIAS_NAME')),
        years: elementsIn(element, 'INDIVIDUAL_DATE_OF_BIRTH').map((date) => textIn(date, 'YEAR')),
      })
      if (one !== undefined) found.push(one)
    }
  }
  return found
}

type Mofcom = { id: string; entity_name: string; aliases: string[] }

/** The export control, unreliable entity and attention lists of China: foreign parties with their Latin and Chinese names. */
export function readChina(): Listing[] {
  const entries = JSON.parse(readFileSync(referenceFile('china/mofcom-entity-lists-2026-07-19.json'), 'utf8')) as Mofcom[]
  return entries.flatMap(
    ({ id, entity_name, aliases }) => listing({ source: 'CN', id, kind: 'company', names: [entity_name, ...aliases], weak: [], years: [] }) ?? [],
  )
}

type Starter = { entries: { list: string; name: string; zh?: string[] }[] }

/** Well-known Chinese companies of the built-in starter list with the Chinese names that Licet adds. */
export function readStarter(): Listing[] {
  const { entries } = parseYaml(readFileSync(join(import.meta.dirname, '../../../assets/lists/starter.yaml'), 'utf8')) as Starter
  return entries.flatMap(({ list, name, zh }) => listing({ source: list, id: name, kind: 'company', names: [name, ...(zh ?? [])], weak: [], years: [] }) ?? [])
}
