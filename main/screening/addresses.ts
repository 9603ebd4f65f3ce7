/**
 * Addresses, written in any order and script, in one form that can be compared: the number of the house, the words of the street
 * and the places around it. Room, floor, block and post office box are set aside. Only an address that has a number, a street and
 * a place is specific; anything less could be many people's and is not compared.
 */

import { hanAddress } from '#main/screening/scripts/han-address.ts'
import { hasHan } from '#main/screening/scripts/han-characters.ts'
import { latin } from '#main/screening/scripts/latin.ts'
import { pinyinSyllables } from '#main/screening/scripts/pinyin-syllables.ts'
import { type Word, wordOf, wordsAlike } from './similarity.ts'
import WORDS from './words/address-words.json' with { type: 'json' }

/** A specific address. */
export type Address = {
  /** Number of the house, with that of the lane before it: `63`, `9-6`, `78 39`. */
  number: string
  /** The words of the street in one, without what kind of way it is. */
  street: Word
  /** What kind of way it is called; a word may stand for several. None when it is not said. */
  ways: readonly string[]
  /** Towns, districts and postal codes. */
  places: ReadonlySet<string>
}

const ways = new Map(Object.entries<string[]>(WORDS.ways))
const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words)
const numberWords = setOf(WORDS.numberWords)
const laneWords = setOf(WORDS.laneWords)
const unitWords = setOf(WORDS.unitWords)
const floorWords = setOf(WORDS.floorWords)
const floorNames = setOf(WORDS.floorNames)
const buildingNames = setOf(WORDS.buildingNames)
const smallWords = setOf(WORDS.smallWords)
const notTowns = setOf([...WORDS.notATown, ...WORDS.regions])
const sameWord = new Map<string, string>()
for (const table of [WORDS.directions, WORDS.counted])
  for (const [word, others] of Object.entries<string[]>(table)) for (const other of others) sameWord.set(other, word)
const townOf = new Map<string, string>()
for (const [town, others] of Object.entries<string[]>(WORDS.towns)) for (const other of others) townOf.set(other, town)
const countedInPinyin = new Map(Object.entries<string>(WORDS.countedInPinyin).map(([number, word]) => [word, number]))

/** The least likeness of two spellings of one street or town. */
const STREETS_ALIKE = 0.86

/** The address in its comparable form; undefined when it is not specific. */
export function addressOf(written: string): Address | undefined {
  const text = written.normalize('NFKC')
  if (!/[\d一二三四五六七八九十百]/.test(text)) return undefined
  return (hasHan(text) ? fromHan(text) : undefined) ?? fromLatin(text)
}

/** Whether two addresses are of one house: the number is the same, the street is, and a place around it is. */
export function sameAddress(a: Address, b: Address): boolean {
  if (a.number !== b.number || wordsAlike(a.street, b.street) < STREETS_ALIKE) return false
  if (a.ways.length > 0 && b.ways.length > 0 && !a.ways.some((way) => b.ways.includes(way))) return false
  for (const place of a.places) if (b.places.has(place)) return true
  const longer = (places: ReadonlySet<string>): Word[] => [...places].filter((place) => place.length >= 6).map(wordOf)
  const others = longer(b.places)
  return longer(a.places).some((place) => others.some((other) => wordsAlike(place, other) >= STREETS_ALIKE))
}

function fromHan(text: string): Address | undefined {
  const found = hanAddress(text)
  if (found === undefined) return undefined
  const places = placesOf([...found.places, ...text.split(/[\p{Script=Han}\d\p{P}]+/u)].map((place) => wordsIn(latin(place))))
  return places.size === 0 ? undefined : { number: found.number, street: wordOf(found.street), ways: ways.get(found.way) ?? [], places }
}

const POST_BOX =
  /\b(?:p\s*\.?\s*o\s*\.?\s*b(?:ox)?\b|post(?:al)? box|postfach|apartado(?: (?:postal|aereo))?|boite postale|a\/ya|casilla|b\.p\.|box(?= \d))[\s.:#]*(?:no\.?|number)?\s*[\d-]*/g

function fromLatin(text: string): Address | undefined {
  const all = latin(text)
    .replace(POST_BOX, ',')
    .replace(/\bpr(?:\.|-)?k?t\b\.?/g, 'prospekt')
    .replace(/\bb-r\b/g, 'bulvar')
    .split(/[,;\n|()]+/)
    .map(segmentOf)
  const lane = all.find((segment) => segment.lane !== '')?.lane ?? ''
  const segments = all.filter(({ parts }) => parts.length > 0)
  const found = onAStreet(segments) ?? onAStreet(segments, true) ?? bareStreet(segments)
  if (found === undefined) return undefined
  const places = placesOf([found.rest, ...segments.flatMap((segment, at) => (found.used.includes(at) ? [] : [segment.parts.map(({ text: part }) => part)]))])
  if (places.size === 0) return undefined
  return { number: lane === '' ? found.number : `${lane} ${found.number}`, street: wordOf(found.street), ways: found.ways, places }
}

/** A word or a number of an address. An ordinal is a word: "45th". */
type Part = { text: string; number: boolean; stated: boolean }
/** What stands between two commas, without rooms, floors and blocks. `block` is the number of a building, where there is one. */
type Segment = { parts: Part[]; lane: string; block: string }

const PART = /\d+(?:st|nd|rd|th)\b|\d+(?:[a-z](?![a-z]))?(?:\s*[-/]\s*(?:\d+(?:[a-z](?![a-z]))?|[a-z](?![a-z\d])))*|[a-z\d']+/g
const isNumber = (text: string): boolean => /^\d/.test(text) && !/\d(?:st|nd|rd|th)$/.test(text)
const wordsIn = (text: string): string[] => [...text.matchAll(PART)].map(([part]) => part.replaceAll("'", ''))

function segmentOf(text: string): Segment {
  const words = wordsIn(text.replace(/(?<=\d)(?=ya\b)/g, ' ').replaceAll('#', ' no '))
  const parts: Part[] = []
  let lane = ''
  let block = ''
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string
    const next = words[at + 1]
    const nextIsNumber = next !== undefined && isNumber(next)
    // "3/F", "20th floor", "floor 4", "ground floor"
    if (/^\d+\/f$/.test(word) || floorWords.has(word)) {
      if (floorWords.has(word) && nextIsNumber) at += 1
      continue
    }
    if (next !== undefined && floorWords.has(next) && (isNumber(word) || /^\d/.test(word) || floorNames.has(word))) {
      at += 1
      continue
    }
    const numbered = next === 'no' ? words[at + 2] : next
    if (laneWords.has(word) && numbered !== undefined && isNumber(numbered)) {
      lane = houseNumber(numbered)
      at += next === 'no' ? 2 : 1
      continue
    }
    if (isNumber(word) && next === 'nong') {
      lane = houseNumber(word)
      at += 1
      continue
    }
    if (numberWords.has(word) && nextIsNumber) {
      const letter = words[at + 2]
      const lettered = letter !== undefined && /^[a-h]$/.test(letter)
      parts.push({ text: houseNumber(next) + (lettered ? letter : ''), number: true, stated: true })
      at += lettered ? 2 : 1
      continue
    }
    const unit = unitWords.has(word) || (word === 'str' && parts.some(({ number }) => number))
    if (unit && next !== undefined && (nextIsNumber || /^[a-z]?\d*[a-z]?$/.test(next))) {
      if (nextIsNumber && /^(?:building|bldg|bld)$/.test(word)) block = houseNumber(next)
      at += 1
      while (/^\d/.test(words[at + 1] ?? '') && /^[a-z]?$|^\d/.test(words[at] ?? '')) at += 1
      continue
    }
    // "Shop Number 3"
    if (unit && next !== undefined && numberWords.has(next) && isNumber(words[at + 2] ?? '') && !buildingNames.has(word)) {
      at += 2
      continue
    }
    if (unit && word !== 'tower' && word !== 'building') continue
    if (word === 'no' || word === 'nr') continue
    const number = isNumber(word)
    // "14 A" at the end, or before what kind of way it is.
    const lettered = number && next !== undefined && /^[a-h]$/.test(next) && (words[at + 2] === undefined || ways.has(words[at + 2] as string))
    parts.push({ text: number ? houseNumber(word) + (lettered ? next : '') : word, number, stated: false })
    if (lettered) at += 1
  }
  return { parts, lane, block }
}

/** "14/a" and "14-A" are 14a; "40/505" and "7 - 10" keep both. */
const houseNumber = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replaceAll('/', '-')
    .replace(/-(?=[a-z])/g, '')

type Found = { number: string; street: string; ways: readonly string[]; rest: string[]; used: number[] }

/** Numbers of more figures are postal codes. */
const LONGEST_ALONE = 4
const LONGEST_HOUSE = 5
const isHouse = ({ text, number }: Part, most: number): boolean => number && (/^\d+/.exec(text)?.[0].length ?? 0) <= most

/** A segment of nothing but a number. */
function onlyNumber(segment: Segment | undefined): string {
  const [only, ...more] = segment?.parts ?? []
  return only !== undefined && more.length === 0 && isHouse(only, LONGEST_ALONE) ? only.text : ''
}

/** The street, by the word that says what kind of way it is, and its number: in the same segment, else beside it. `titles`: "St." before a name is one too. */
function onAStreet(segments: readonly Segment[], titles = false): Found | undefined {
  for (const [at, segment] of segments.entries()) {
    const street = streetIn(segment.parts, titles)
    if (street === undefined) continue
    const { number, ...rest } = street
    if (number !== '') return { ...rest, number, used: [at] }
    // Names of buildings without a number may stand between.
    let before = at - 1
    while (before > 0 && onlyNumber(segments[before]) === '' && (segments[before] as Segment).parts.every(({ text }) => buildingNames.has(text))) before -= 1
    const beside = [before, at + 1].find((place) => onlyNumber(segments[place]) !== '')
    if (beside !== undefined) return { ...rest, number: onlyNumber(segments[beside]), used: [at, beside] }
    const block = segment.block || segments[at + 1]?.block || ''
    if (block !== '') return { ...rest, number: block, used: [at] }
  }
  return undefined
}

function streetIn(given: readonly Part[], titles: boolean): Omit<Found, 'used'> | undefined {
  const parts = withoutGlue(given)
  const way = parts.findIndex(({ text }, at) => ways.has(text) && (titles || !isTitle(parts, at)))
  if (way < 0) return undefined
  const kinds = ways.get((parts[way] as Part).text) ?? []
  // Words before it, back to the number; else those behind it, up to the number.
  let from = way
  while (from > 0 && !isNumberOfHouse(parts, from - 1, way)) from -= 1
  let to = way
  if (tells(parts.slice(from, way))) {
    const next = parts[to + 1]
    // "Nanjing Xi Lu Street", "Jianguomenwai Dajie Street"
    if (next !== undefined && ways.has(next.text)) to += 1
    const glued = /(?:xi|dong|nan|bei|zhong)lu$/.test((parts[way - 1] as Part).text) ? ['road'] : []
    return found(parts, from, way, to + 1, [...kinds, ...glued, ...(to > way ? (ways.get(next?.text ?? '') ?? []) : [])])
  }
  const start = way + 1
  let end = start
  const stated = parts.findIndex((part, at) => at > start && part.stated)
  const numbered = (parts[from - 1] ?? parts[way - 1])?.number === true
  while (end < parts.length && (numbered || (stated > 0 ? end < stated : !(parts[end] as Part).number))) end += 1
  return tells(parts.slice(start, end)) ? found(parts, start, end, end, kinds, from) : undefined
}

/** `name` stands from `from` to `to`; its number before or right behind it; what is left are places. */
function found(parts: readonly Part[], from: number, to: number, behind: number, kinds: readonly string[], head = from): Omit<Found, 'used'> {
  const before = parts[head - 1]
  const after = parts[behind]
  const own = before !== undefined && isHouse(before, LONGEST_HOUSE) ? before : after !== undefined && isHouse(after, LONGEST_HOUSE) ? after : undefined
  const rest = parts.filter((part, at) => part !== own && at >= behind).map(({ text }) => text)
  return { number: own?.text ?? '', street: coreOf(parts.slice(from, to)), ways: kinds, rest }
}

/** A number before the name is that of the house; one between the name and the kind of way is part of the name ("Kechuang 15 Street"). */
const isNumberOfHouse = (parts: readonly Part[], at: number, way: number): boolean => {
  const part = parts[at] as Part
  return part.number && (part.stated || at !== way - 1 || !tells(parts.slice(0, at)))
}

/** "St. Petersburg", "Dr. Sun Yat Sen Road": what stands first before a name is no way. */
const isTitle = (parts: readonly Part[], at: number): boolean =>
  /^(?:st|dr|pl|sh|al|ct)$/.test((parts[at] as Part).text) && parts.slice(0, at).every(({ number }) => number) && parts[at + 1] !== undefined

/** "Lindenstrasse", "Zhichunlu": the kind of way is a part of the word. */
function withoutGlue(parts: readonly Part[]): Part[] {
  if (parts.some(({ text }, at) => ways.has(text) && !isTitle(parts, at))) return [...parts]
  return parts.flatMap((part) => {
    const { text, number } = part
    if (number || text.length < 6) return [part]
    const ending = WORDS.glued.find((one) => text.endsWith(one) && text.length - one.length >= 3) ?? /(?:dajie|dadao|lu|jie)$/.exec(text)?.[0] ?? ''
    const name = text.slice(0, text.length - ending.length)
    const chinese = /^(?:dajie|dadao|lu|jie)$/.test(ending)
    if (ending === '' || (chinese && pinyinSyllables(name) < 2)) return [part]
    return [
      { text: name, number: false, stated: false },
      { text: ending === 'str' ? 'street' : ending, number: false, stated: false },
    ]
  })
}

const tells = (parts: readonly Part[]): boolean => coreOf(parts).length >= 2

/** The words of a street in one: directions and counted streets alike in all languages. */
function coreOf(parts: readonly Part[]): string {
  const named = parts.map(({ text }) => text).filter((text) => !smallWords.has(text))
  const telling = named.filter((text) => !buildingNames.has(text))
  const words = telling.length > 0 ? telling : named
  return words
    .map((word, at) => {
      const plain = word.replace(/(?<=\d)(?:st|nd|rd|th)$/, '')
      const counted = at > 0 && at === words.length - 1 ? countedInPinyin.get(plain) : undefined
      return counted ?? sameWord.get(plain) ?? plain
    })
    .join('')
    .replace(/^(?:xilu|donglu|nanlu|beilu|zhonglu)$/, '')
    .replace(/(?<=[a-z]{4})(xi|dong|nan|bei|zhong)lu$/, '$1')
}

/** A street or a building without a word that says what it is: "9 Dongzhimen", "901 Regal Tower", "Nekazanka 880/11". */
function bareStreet(segments: readonly Segment[]): Found | undefined {
  for (const [at, { parts }] of segments.entries()) {
    if (at === segments.length - 1) return undefined
    const [first, last] = [parts[0], parts.at(-1)]
    if (first === undefined || last === undefined || parts.filter(({ number }) => number).length !== 1) continue
    const own = isHouse(first, LONGEST_HOUSE) ? first : isHouse(last, LONGEST_ALONE) ? last : undefined
    const named = parts.filter((part) => part !== own)
    if (own !== undefined && named.every(({ text }) => !/\d/.test(text)) && coreOf(named).length >= 4 && placesOf([named.map(({ text }) => text)]).size > 0)
      return { number: own.text, street: coreOf(named), ways: [], rest: [], used: [at] }
  }
  return undefined
}

/** Names of towns and districts, each word and all of a segment in one, and postal codes. */
function placesOf(segments: readonly (readonly string[])[]): Set<string> {
  const places = new Set<string>()
  for (const words of segments) {
    const names: string[] = []
    for (const [at, word] of words.entries()) {
      if (/^\d/.test(word)) {
        if (/^\d{4,}$/.test(word)) places.add(word)
        continue
      }
      // "Moscow Region" is not Moscow.
      const ofARegion = /^(?:region|oblast|obl|province|prov|krai|kray|kr|state|republic|resp|raion|rayon|governorate)$/.test(words[at + 1] ?? '')
      const town = townOf.get(word) ?? word
      if (word.length >= 3 && !notTowns.has(word) && !ofARegion && !buildingNames.has(word) && !ways.has(word)) names.push(town)
      else if (/^(?:hong|kong|new|san|santa|saint|las|los|el|abu|ras|al)$/.test(word)) names.push(word)
    }
    if (names.some((name) => name.length >= 3)) places.add(townOf.get(names.join('')) ?? names.join(''))
    for (const name of names) if (!notTowns.has(name)) places.add(name)
  }
  for (const place of places) if (notTowns.has(place) || place.length < 3) places.delete(place)
  return places
}
