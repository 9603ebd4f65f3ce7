/** One party as a Chinese announcement names it: Chinese name, Latin name in brackets, then sex, birth, nationality, office. */
import type { PartyKind } from '#shared/domain/screening.ts'
import type { ListSources } from '../list-sources.ts'
import { chineseDate, latinBrackets } from './cn-text.ts'
import type { CountryLookup } from './format.ts'

/** Countries that the title of an announcement names, by their Chinese words. */
export type Nations = ReadonlyMap<string, string>

export type CnParty = {
  name: string
  latin: string
  /** Names inside the Chinese one: in quotation marks, or behind the country's name. */
  shorter: string[]
  kind: PartyKind
  countries: string[]
  dates: string[]
  ids: string[]
  /** What else the announcement says, under its own words where it has one. */
  fields: Record<string, string>
}

export type CnWords = ListSources['chinaAnnouncements']

/**
 * Reads the text of one party. `kind` is what its heading says; where that is open, sex, office and the last word of the
 * name tell it. An empty name means that there is none. In a sentence (`inSentence`) a country's name may stand before that
 * of the party; in an annex it is part of it.
 */
export function cnParty(text: string, kind: PartyKind, words: CnWords, country: CountryLookup, nations: Nations, inSentence = false): CnParty {
  const bracket = latinBrackets(text).at(0)
  const comma = /[，,；;]/.exec(text)
  const end = bracket === undefined ? (comma?.index ?? text.length) : bracket.end
  const before = (bracket === undefined ? text.slice(0, end) : bracket.before).replace(/[。\s]+$/u, '').trim()
  const rest = text.slice(end)
  const fields: Record<string, string> = {}
  const remarks = rest
    .split(/[，,；;。]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const dates: string[] = []
  const countries: string[] = []
  const ids: string[] = []
  const others: string[] = []
  let person = kind === 'person'
  for (const part of remarks) {
    const born = /^(.+?)(?:出)?生$/.exec(part)
    const nationality = /^(.+?)(?:国)?籍$/.exec(part)
    const code = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/.exec(part)?.[0]
    const birth = born === null ? '' : chineseDate(born[1] as string)
    const home = nationality === null ? '' : country(nationality[1] as string) || country(`${nationality[1]}国`)
    if (part === '男' || part === '女') {
      fields.性别 = part
      person = true
    } else if (birth !== '') {
      dates.push(birth)
      person = true
    } else if (home !== '') countries.push(home)
    else if (code !== undefined) ids.push(code)
    else others.push(part)
  }
  const office = person || kind === 'unknown' ? officeIn(before, words) : 0
  const name = before.slice(office)
  const offices = [before.slice(0, office), ...others].filter((part) => part !== '')
  if (offices.length > 0) fields[person || office > 0 ? '职务' : '说明'] = offices.join('，')
  const found: PartyKind =
    person || office > 0 ? 'person' : kind !== 'unknown' ? kind : words.organisationEndings.some((ending) => before.endsWith(ending)) ? 'entity' : 'unknown'
  const nation = [...nations].find(([words]) => before.startsWith(words))
  if (nation !== undefined && countries.length === 0) countries.push(nation[1])
  const quoted = [...name.matchAll(/[“"]([^”"]+)[”"]/g)].map((match) => match[1] as string)
  const rump = nation !== undefined && name.startsWith(nation[0]) ? name.slice(nation[0].length) : ''
  const shorter = [...quoted, ...(inSentence && rump.length >= 3 && found === 'entity' ? [rump] : [])]
  return { name, latin: bracket?.latin ?? '', shorter, kind: found, countries, dates, ids, fields }
}

/** Where a person's name begins: behind the last office that is named before the first point of a foreign name. */
function officeIn(text: string, words: CnWords): number {
  const point = text.indexOf('·')
  const until = point < 0 ? text.length - 1 : point
  let end = 0
  for (const office of words.offices) {
    const at = text.lastIndexOf(office, until - office.length)
    if (at >= 0) end = Math.max(end, at + office.length)
  }
  return end
}

const LONGEST_COUNTRY = 6

/** Countries named in a text. */
export function nationsIn(text: string, country: CountryLookup): Nations {
  const found = new Map<string, string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let from = 0; from < run.length; from += 1) {
      for (let length = Math.min(LONGEST_COUNTRY, run.length - from); length >= 2; length -= 1) {
        const words = run.slice(from, from + length)
        const code = country(words)
        if (code !== '') found.set(words, code)
      }
    }
  }
  return found
}
