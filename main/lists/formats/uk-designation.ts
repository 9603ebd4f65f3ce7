/** A designation of the United Kingdom's sanctions lists, gathered from rows or from XML, by the columns of the official CSV. */

import type { ListEntry, PartyKind, Relation } from '#shared/domain/screening.ts'
import { calendarDate, europeanDate } from '../calendar-date.ts'
import { countriesNamed } from '../countries.ts'
import { distinct, KeptFields } from '../kept-fields.ts'
import { severalNames } from '../several-names.ts'
import type { ImportContext } from './format.ts'

export const UK_LIST = 'UK'
export const UK_SOURCE = 'UK Sanctions List (Foreign, Commonwealth and Development Office)'

/** What is said of a name beside it: its kind (primary, variation, alias) and its strength. */
export type UkName = { name: string; type: string; strength: string }
export type UkAddress = { text: string; country: string }

export type UkDesignation = {
  id: string
  line: number
  names: UkName[]
  /** Names in other scripts, and what is said of them (script, language). */
  otherScript: { name: string; about: string }[]
  addresses: UkAddress[]
  /** Passports and national identifiers: their number and what is said of it, by kind. */
  documents: { kind: string; number: string; about: string }[]
  birthplaces: string[]
  /** Values of all other columns, by the column's name. */
  values: Map<string, string[]>
}

/** A designation of which nothing is known yet but its id and the line that it begins in. */
export const newDesignation = (id: string, line: number): UkDesignation => ({
  id,
  line,
  names: [],
  otherScript: [],
  addresses: [],
  documents: [],
  birthplaces: [],
  values: new Map(),
})

/** Adds values to a column; empty ones and those that it has are left out. */
export function addValues(designation: UkDesignation, column: string, values: string[]): void {
  const known = designation.values.get(column) ?? []
  for (const value of values) if (value.trim() !== '' && !known.includes(value)) known.push(value)
  if (known.length > 0) designation.values.set(column, known)
}

/** Columns that have a place of their own in an entry, in whole. */
const PLACED = new Set(['Regime Name', 'Other Information', 'Date Designated', 'D.O.B'])
/** Columns that name another party, and the publisher's words for what it is to this one. */
const RELATIONS = ['Parent company', 'Subsidiaries', 'Current owner/operator (s)', 'Previous owner/operator (s)']
const IMO = 'IMO number'
const FLAG = 'Current believed flag of ship'
const REFERENCES = ['UN Reference Number', 'UK Sanctions List Ref', 'OFSI Group ID']

/**
 * The entry of a designation. The primary name is the name, its variations and the aliases are strong unless the list calls
 * their quality low. A designation without any name has an empty one.
 */
export function ukEntry(designation: UkDesignation, context: ImportContext): ListEntry {
  const { values, names } = designation
  const all = (column: string): string[] => distinct(values.get(column) ?? [])
  const isWeak = ({ strength }: UkName): boolean => /^low/i.test(strength.trim())
  const ofNames = (some: UkName[]): string[] => some.flatMap(({ name }) => [name, ...severalNames(name)])
  const primary = names.filter(({ type }) => /^primary name$/i.test(type.trim()))
  const strong = distinct([
    ...ofNames([...primary, ...names.filter((name) => !primary.includes(name) && !isWeak(name))]),
    ...designation.otherScript.flatMap(({ name }) => [name, ...severalNames(name)]),
  ])
  const weak = distinct(ofNames(names.filter((name) => !primary.includes(name) && isWeak(name)))).filter((name) => !strong.includes(name))
  const name = strong[0] ?? weak[0] ?? ''
  const designated = all('Date Designated')
  const dates = designated.map(isoOf).filter((date) => date !== '')
  for (const updated of all('Last Updated')) if (isoOf(updated) !== '') context.dated(isoOf(updated))
  return {
    list: UK_LIST,
    entry: designation.id,
    kind: kindOf(all('Designation Type')),
    name,
    aliases: strong.filter((alias) => alias !== name),
    weakAliases: weak.filter((alias) => alias !== name),
    addresses: distinct(designation.addresses.map(({ text }) => text)),
    countries: countriesNamed([...designation.addresses.map(({ country }) => country), ...all('Nationality(/ies)'), ...all(FLAG)], context.country),
    dates: distinct(all('D.O.B').map(birthOf)),
    ids: identities(designation, all),
    programmes: all('Regime Name'),
    remarks: all('Other Information').join(' '),
    licenceRequirement: '',
    licencePolicy: '',
    citation: all('Regime Name').join('; '),
    startDate: dates.sort()[0] ?? '',
    endDate: '',
    footnotes: [],
    url: '',
    fields: fieldsOf(designation, dates.length === designated.length),
    relations: RELATIONS.flatMap((column) => all(column).map((party): Relation => ({ says: column, entry: '', name: party }))),
  }
}

function kindOf(types: string[]): PartyKind {
  const [type = '', ...others] = distinct(types.map((one) => one.toLowerCase()))
  if (others.length > 0) return 'unknown'
  return type === 'individual' ? 'person' : type === 'entity' ? 'entity' : type === 'ship' ? 'vessel' : 'unknown'
}

/** The calendar date of a text in either order of day and year, or an empty text. */
const isoOf = (text: string): string => europeanDate(text) || calendarDate(text)

/**
 * A date of birth as far as it is known. Parts that are not known are written as letters or zeros (`dd/mm/1945`,
 * `00/00/1975`); a text that is no such date stays as it is.
 */
export function birthOf(text: string): string {
  const match = /^(\d{2}|dd|--)\/(\d{2}|mm|--)\/(\d{4})$/i.exec(text.trim())
  if (match === null) return text
  const [, day = '', month = '', year = ''] = match
  const known = (part: string): boolean => /^\d+$/.test(part) && part !== '00'
  if (known(day) && known(month)) return europeanDate(text) || text
  if (known(day)) return text
  if (!known(month)) return year
  return Number(month) <= 12 ? `${year}-${month}` : text
}

/** Numbers by which a party is told from others. An IMO number stands in both usual writings, so that it is found by either. */
function identities({ documents, values }: UkDesignation, all: (column: string) => string[]): string[] {
  const ships = all(IMO).map((written) => {
    const number = /^(?:IMO)?\s*(\d{7})$/i.exec(written)?.[1]
    return number === undefined ? written : `IMO ${number} (IMO${number})`
  })
  const told = documents.filter(({ number }) => number.trim() !== '').map(({ kind, number }) => `${kind} ${number}`)
  const businesses = (values.get('Business registration number (s)') ?? []).map((number) => `Business registration number ${number}`)
  const references = REFERENCES.flatMap((column) => all(column).map((number) => `${column} ${number}`))
  return distinct([...ships, ...told, ...businesses, ...references])
}

function fieldsOf(designation: UkDesignation, allDated: boolean): Record<string, string> {
  const fields = new KeptFields()
  for (const [column, values] of designation.values) if (!PLACED.has(column) || (column === 'Date Designated' && !allDated)) fields.add(column, ...values)
  // Which names are variations and which of them are graded is lost in the lists of names.
  for (const { name, type, strength } of designation.names)
    if (name.trim() !== '') fields.add('Name type', [`${name}: ${type}`, strength].filter((text) => text !== '').join(', '))
  for (const { name, about } of designation.otherScript) if (about !== '') fields.add('Name non-latin script', `${name}: ${about}`)
  for (const { kind, number, about } of designation.documents)
    if (about !== '') fields.add(`${kind} additional information`, `${number}: ${about}`.replace(/^: /, ''))
  fields.add('Place of birth', ...designation.birthplaces)
  return fields.record()
}
