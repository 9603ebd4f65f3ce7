/** Makes the labelled pairs out of listings, tables of common names and disguises. Pure: the same input gives the same rows. */
import { Converter } from 'opencc-js/cn2t'
import { DISGUISES, type LabelledPair, SCRIPTS } from '#shared/evaluation/labelled.ts'
import { chosen, dice, hashOf } from './choice.ts'
import { COMMON_NAMES, COUNTRIES, type NameTable } from './common-names.ts'
import { COMPANY_DISGUISES, type Disguise, PEOPLE_DISGUISES } from './disguises.ts'
import { FANCY, FORMS, KNOWN_COMPANIES, TRADES } from './innocent-companies.ts'
import { aliasKind, DESCRIBING, kinship, PLACES, plainWords, soundsShared, tellingWords, wordsNear } from './related.ts'
import { type Listing, scriptOf } from './sources.ts'
import { arabicSpelling, cyrillicSpellings, KOREAN_FAMILY, wadeGiles } from './spellings.ts'

export type Listings = { csl: Listing[]; eu: Listing[]; uk: Listing[]; un: Listing[]; china: Listing[]; starter: Listing[] }
type Kind = LabelledPair['kind']
type Row = Omit<LabelledPair, 'split'> & { party: string }

const toTraditional = Converter({ from: 'cn', to: 't' })
const LATIN_ONLY = /^[\p{Script=Latin}\P{L}]+$/u
const plain = (name: string): string => plainWords(name).sort().join(' ')
const keyOf = (one: Listing): string => `${one.source} ${one.id} ${one.name}`

/** The half of the set that a party belongs to: by its primary name, so that a party never stands in both. */
export const splitOf = (party: string): LabelledPair['split'] => (hashOf(`split|${plain(party)}`) % 2 === 0 ? 'tune' : 'held-out')

/** The word itself, if the set knows it. */
export function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word)
  if (found === undefined) throw new Error(`“${word}” is not among the words of the labelled set`)
  return found
}

const pairScript = (name1: string, name2: string): string => {
  const second = scriptOf(name2)
  return second === 'Latin' ? scriptOf(name1) : second
}
const row = (kind: Kind, same: boolean, disguise: string, source: string, party: string, name1: string, name2: string): Row => ({
  name1,
  name2,
  same,
  kind,
  script: known(SCRIPTS, pairScript(name1, name2)),
  disguise: known(DISGUISES, disguise),
  source,
  party,
})

/** All pairs, in the order of their kind, disguise and names. */
export function makePairs(listings: Listings): LabelledPair[] {
  const everybody = [...listings.csl, ...listings.eu, ...listings.uk, ...listings.un]
  const people = everybody.filter(({ kind, name }) => kind === 'person' && tellingWords(name).length > 1)
  const companies = everybody.filter((one) => isCompany(one) && tellingWords(one.name).length > 0)
  const vessels = everybody.filter(({ kind }) => kind === 'vessel')
  const named = tableNames().map(
    ({ latin }): Listing => ({ source: 'common names', id: latin, kind: 'person', name: latin, aliases: [], weak: [], native: [], years: [] }),
  )
  const rows = [
    ...aliases(people, 'person', {
      'alias-spelling': 380,
      'alias-more-words': 240,
      'alias-partly': 120,
      'alias-distant': 100,
      'alias-unrelated': 100,
      acronym: 0,
    }),
    ...aliases(companies, 'company', {
      'alias-spelling': 260,
      'alias-more-words': 180,
      'alias-partly': 180,
      'alias-distant': 100,
      'alias-unrelated': 100,
      acronym: 80,
    }),
    ...disguised(people, 'person', PEOPLE_DISGUISES, 45),
    ...disguised(
      named,
      'person',
      { 'umlauts-spelled': PEOPLE_DISGUISES['umlauts-spelled'] as Disguise, 'diacritics-dropped': PEOPLE_DISGUISES['diacritics-dropped'] as Disguise },
      40,
    ),
    ...disguised(companies, 'company', COMPANY_DISGUISES, 45),
    ...disguised(
      vessels,
      'vessel',
      { 'letter-dropped': PEOPLE_DISGUISES['letter-dropped'] as Disguise, 'spaces-and-hyphens': PEOPLE_DISGUISES['spaces-and-hyphens'] as Disguise },
      25,
    ),
    ...otherScripts(people, 'person', { Cyrillic: 260, Arabic: 260 }, 80),
    ...otherScripts([...companies, ...listings.starter], 'company', { Cyrillic: 160, Arabic: 100, Greek: 60 }, 100),
    ...foreignInChinese(listings.china),
    ...traditional([...listings.starter, ...listings.china, ...companies.filter(({ native }) => native.some((name) => scriptOf(name) === 'Han'))]),
    ...spellings(people),
    ...commonInTwoScripts(),
    ...otherPeople(people),
    ...otherPeopleInOtherScripts(people),
    ...innocents(people),
    ...lookAlikes(companies, 'company'),
    ...lookAlikes(vessels, 'vessel'),
    ...madeLookAlikes(companies),
    ...innocentCompanies(companies),
  ]
  const seen = new Set<string>()
  const kept = rows.filter(({ name1, name2, kind }) => {
    const key = `${kind}|${[name1, name2].sort().join('|')}`
    if (name1 === name2 || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return kept
    .map(({ party, ...pair }) => ({ ...pair, split: splitOf(party) }))
    .sort(
      (a, b) =>
        compare(a.kind, b.kind) ||
        compare(String(b.same), String(a.same)) ||
        compare(a.disguise, b.disguise) ||
        compare(a.name1, b.name1) ||
        compare(a.name2, b.name2),
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const COMPANY_WORD =
  /\b(co|company|corp|corporation|ltd|limited|llc|inc|gmbh|group|institute|university|technology|technologies|trading|electronics|industries|factory|plant|laboratory|center|centre|fze|jsc|ooo|academy|bureau)\b/i
/** The lists of the Department of Commerce do not say what a party is; words of trades and forms do. */
export const isCompany = ({ kind, name }: Listing): boolean => kind === 'company' || (kind === 'unknown' && COMPANY_WORD.test(name))

/** Another name of the same listing, sorted by what it shares with the primary name. */
function aliases(parties: Listing[], kind: Kind, most: Record<string, number>): Row[] {
  const found = new Map<string, Row[]>()
  for (const one of parties) {
    for (const [names, weak] of [
      [one.aliases, false],
      [one.weak, true],
    ] as const) {
      for (const alias of names) {
        const shared = aliasKind(one.name, alias, kind === 'person')
        if (plain(alias) === plain(one.name) || alias.length < 3) continue
        const disguise = weak && shared === 'alias-partly' ? 'alias-distant' : shared
        const all = found.get(disguise) ?? []
        all.push(row(kind, true, disguise, one.source, one.name, one.name, alias))
        found.set(disguise, all)
      }
    }
  }
  return [...found].flatMap(([disguise, all]) => onePerParty(chosen(all, all.length, `alias ${kind}`, pairKey), most[disguise] ?? 0))
}

const pairKey = (one: Row): string => `${one.source}|${one.name1}|${one.name2}`

/** A party with many aliases must not rule a disguise: it gives one pair to each. */
function onePerParty(rows: Row[], most: number): Row[] {
  const seen = new Set<string>()
  const kept: Row[] = []
  for (const one of rows) {
    if (kept.length >= most) break
    if (seen.has(plain(one.party))) continue
    seen.add(plain(one.party))
    kept.push(one)
  }
  return kept
}

function disguised(parties: Listing[], kind: Kind, disguises: Record<string, Disguise>, each: number): Row[] {
  return Object.entries(disguises).flatMap(([disguise, make]) => {
    const found: Row[] = []
    for (const one of chosen(parties, parties.length, `disguise ${kind} ${disguise}`, keyOf)) {
      if (found.length >= each) break
      if (one.name.length > 80 || !LATIN_ONLY.test(one.name)) continue
      const made = make(one.name, dice(`${disguise}|${one.name}`))
      if (made !== undefined && made !== one.name && made.length > 3) found.push(row(kind, true, disguise, one.source, one.name, one.name, made))
    }
    return found
  })
}

/** The name of a listing in its own script against its primary Latin name. A company name that was translated, not transliterated, is told apart. */
function otherScripts(parties: Listing[], kind: Kind, most: Record<string, number>, others: number): Row[] {
  const found = new Map<string, Row[]>()
  for (const one of parties) {
    for (const native of one.native) {
      const script = scriptOf(native)
      if (native.length > 120) continue
      const { met, share } = kinship(tellingWords(one.name), tellingWords(native))
      const translated = kind === 'company' && script !== 'Han' && share < 0.6
      const unrelated = kind === 'person' && met === 0 && soundsShared(one.name, native) < 0.6
      const disguise = translated ? 'translated-name' : unrelated ? 'alias-unrelated' : 'other-script'
      const group = `${disguise} ${script}`
      const all = found.get(group) ?? []
      all.push(row(kind, true, disguise, one.source, one.name, one.name, native))
      found.set(group, all)
    }
  }
  return [...found].flatMap(([group, all]) => {
    const [disguise, script] = group.split(' ') as [string, string]
    const limit = disguise !== 'other-script' ? 40 : (most[script] ?? others)
    return onePerParty(chosen(all, all.length, `script ${kind} ${group}`, pairKey), limit)
  })
}

/** Foreign parties under the Chinese names that Chinese lists give them: sounds and translations mixed. */
function foreignInChinese(china: Listing[]): Row[] {
  const rows = china.flatMap((one) =>
    one.native.filter((name) => scriptOf(name) === 'Han').map((name) => row('company', true, 'foreign-name-in-chinese', one.source, one.name, one.name, name)),
  )
  return onePerParty(chosen(rows, rows.length, 'china', pairKey), 160)
}

function traditional(parties: Listing[]): Row[] {
  const rows = parties.flatMap((one) =>
    one.native
      .filter((name) => scriptOf(name) === 'Han' && toTraditional(name) !== name)
      .map((name) => row('company', true, 'traditional-characters', one.source, one.name, name, toTraditional(name))),
  )
  return onePerParty(chosen(rows, rows.length, 'traditional', pairKey), 90)
}

/** The same name by other systems and habits of spelling. */
function spellings(people: Listing[]): Row[] {
  const cyrillic = people.flatMap((one) => {
    const native = one.native.find((name) => /^[\p{Script=Cyrillic}\P{L}]+$/u.test(name) && kinship(tellingWords(one.name), tellingWords(name)).share > 0.9)
    if (native === undefined) return []
    const systems = cyrillicSpellings(native)
    const { system, name } = systems[hashOf(`system|${native}`) % systems.length] as (typeof systems)[number]
    const same = plain(name) === plain(one.name)
    return same ? [] : row('person', true, `spelling-${system}`, one.source, one.name, one.name, name)
  })
  const systems = [...new Set(cyrillic.map(({ disguise }) => disguise))]
  const arabic = people.flatMap((one) => {
    const made = LATIN_ONLY.test(one.name) ? arabicSpelling(one.name, dice(`arabic|${one.name}`)) : undefined
    return made === undefined ? [] : row('person', true, 'spelling-arabic', one.source, one.name, one.name, made)
  })
  const wade = tableNames('CN').map(({ given, family, latin }) =>
    row(
      'person',
      true,
      'spelling-wade-giles',
      'common names',
      latin,
      latin,
      `${wadeGiles(family)} ${syllables(given)
        .map((one, at) => (at === 0 ? wadeGiles(one) : wadeGiles(one.toLowerCase())))
        .join('-')}`,
    ),
  )
  const korean = tableNames('KR').flatMap(({ given, family, latin }) => {
    const others = KOREAN_FAMILY[family] ?? []
    const other = others[hashOf(`korean|${latin}`) % Math.max(1, others.length)]
    return other === undefined
      ? []
      : row('person', true, 'spelling-korean', 'common names', latin, latin, `${other} ${given.replace('-', hashOf(latin) % 2 === 0 ? ' ' : '')}`)
  })
  return [
    ...systems.flatMap((system) =>
      onePerParty(
        chosen(
          cyrillic.filter(({ disguise }) => disguise === system),
          cyrillic.length,
          'cyrillic',
          pairKey,
        ),
        40,
      ),
    ),
    ...onePerParty(chosen(arabic, arabic.length, 'arabic', pairKey), 140),
    ...chosen(wade, 50, 'wade', pairKey),
    ...chosen(korean, 50, 'korean', pairKey),
  ]
}

const PINYIN =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|o|e|i|u)(?![aeiou])/gi
export const syllables = (given: string): string[] => given.match(PINYIN) ?? [given]

export type TableName = { country: string; given: string; family: string; latin: string; native: string | undefined }

/** Names of a country made of its common given and family names, in Latin letters and in its own script where the table has it. */
export function tableNames(country?: string, tables: readonly NameTable[] = COMMON_NAMES): TableName[] {
  return tables
    .filter((one) => country === undefined || one.country === country)
    .flatMap((one) =>
      one.family.flatMap((familyBoth) =>
        one.given.map((givenBoth) => {
          const [given = '', ownGiven] = givenBoth.split('|')
          const [family = '', ownFamily] = familyBoth.split('|')
          const own = one.familyFirst === true ? `${ownFamily}${ownGiven}` : `${ownGiven} ${ownFamily}`
          return {
            country: one.country,
            given,
            family,
            latin: one.familyFirst === true ? `${family} ${given}` : `${given} ${family}`,
            native: ownGiven === undefined || ownFamily === undefined ? undefined : own,
          }
        }),
      ),
    )
}

/** Common names in both scripts: the only source of pairs for some scripts. */
function commonInTwoScripts(): Row[] {
  const rows = tableNames().flatMap((one) =>
    one.native === undefined ? [] : { country: one.country, row: row('person', true, 'other-script', 'common names', one.latin, one.latin, one.native) },
  )
  const most: Record<string, number> = { CN: 60, KR: 40, JP: 25, TW: 25, HK: 20 }
  return COUNTRIES.flatMap((country) =>
    chosen(
      rows.filter((one) => one.country === country).map((one) => one.row),
      most[country] ?? 12,
      'two scripts',
      pairKey,
    ),
  )
}

/** Different people, told apart by their years of birth, whose names share a part. */
function otherPeople(people: Listing[]): Row[] {
  const dated = people.filter(({ years, name }) => years.length > 0 && tellingWords(name).length <= 4)
  const byWord = new Map<string, Listing[]>()
  for (const one of dated) for (const word of new Set(tellingWords(one.name))) if (word.length >= 4) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const rows: Row[] = []
  for (const [word, sharing] of byWord) {
    for (const one of sharing) {
      const others = sharing.filter((other) => different(one, other))
      const other = others[hashOf(`other|${word}|${keyOf(one)}`) % Math.max(1, others.length)]
      if (other === undefined) continue
      const { met, left1, left2 } = kinship(tellingWords(one.name), tellingWords(other.name))
      if (left1.length === 0 || left2.length === 0) continue
      rows.push(row('person', false, met > 1 ? 'two-names-shared' : 'one-name-shared', one.source, one.name, one.name, other.name))
    }
  }
  const of = (disguise: string, most: number): Row[] =>
    onePerParty(
      chosen(
        rows.filter((one) => one.disguise === disguise),
        rows.length,
        'others',
        pairKey,
      ),
      most,
    )
  return [...of('one-name-shared', 480), ...of('two-names-shared', 220)]
}

const different = (one: Listing, other: Listing): boolean =>
  one.source === other.source &&
  one.id !== other.id &&
  other.years.length > 0 &&
  !other.years.some((year) => one.years.some((own) => Math.abs(Number(own) - Number(year)) <= 1))

function otherPeopleInOtherScripts(people: Listing[]): Row[] {
  const dated = people.filter(({ years, native }) => years.length > 0 && native.length > 0)
  const byWord = new Map<string, Listing[]>()
  for (const one of dated) for (const word of new Set(tellingWords(one.name))) if (word.length >= 4) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const rows = [...byWord].flatMap(([word, sharing]) =>
    sharing.flatMap((one) => {
      const others = sharing.filter((other) => different(one, other))
      const other = others[hashOf(`script other|${word}|${keyOf(one)}`) % Math.max(1, others.length)]
      if (other === undefined) return []
      const { left1, left2 } = kinship(tellingWords(one.name), tellingWords(other.name))
      return left1.length === 0 || left2.length === 0 ? [] : row('person', false, 'one-name-shared', one.source, one.name, one.name, other.native[0] as string)
    }),
  )
  return onePerParty(chosen(rows, rows.length, 'script others', pairKey), 240)
}

/** Innocent people against the listed person who shares most with them. */
function innocents(people: Listing[]): Row[] {
  const byWord = new Map<string, Listing[]>()
  for (const one of people) for (const word of new Set(tellingWords(one.name))) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const rows = tableNames().flatMap((one) => {
    const words = tellingWords(one.latin)
    const near = words.flatMap((word) => byWord.get(word) ?? [])
    const ranked = chosen(near, 6, `innocent ${one.latin}`, keyOf).map((other) => ({ other, kin: kinship(words, tellingWords(other.name)) }))
    const best = ranked.filter(({ kin }) => kin.left1.length > 0 && kin.left2.length > 0).sort((a, b) => b.kin.met - a.kin.met)[0]
    return best === undefined ? [] : row('person', false, 'innocent-person', 'common names', one.latin, one.latin, best.other.name)
  })
  return onePerParty(chosen(rows, rows.length, 'innocents', pairKey), 480)
}

const PLACE_WORDS = new Set(
  PLACES.flatMap(plainWords).concat(
    'china',
    'chinese',
    'russia',
    'russian',
    'iran',
    'moscow',
    'syria',
    'syrian',
    'hong',
    'kong',
    'jiangsu',
    'sichuan',
    'guangdong',
    'shaanxi',
    'shanxi',
    'zhejiang',
  ),
)

/** Different listings of one list whose names differ in one telling word, in a place or in a number. */
function lookAlikes(companies: Listing[], kind: Kind): Row[] {
  const byPattern = new Map<string, { one: Listing; word: string }[]>()
  for (const one of companies) {
    const words = tellingWords(one.name)
    if (words.length < 2 || words.length > 9) continue
    words.forEach((word, at) => {
      const pattern = `${one.source}|${words.map((other, place) => (place === at ? '*' : other)).join(' ')}`
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), { one, word }])
    })
  }
  const rows = [...byPattern.values()].flatMap((sisters) =>
    sisters.flatMap(({ one, word }) => {
      const others = sisters.filter((other) => other.word !== word && !wordsNear(word, other.word) && !shareName(one, other.one))
      const other = others[hashOf(`sister|${keyOf(one)}`) % Math.max(1, others.length)]
      if (other === undefined) return []
      const numbers = /[0-9]/.test(word) && /[0-9]/.test(other.word)
      const places = PLACE_WORDS.has(word) && PLACE_WORDS.has(other.word)
      const disguise = numbers
        ? 'look-alike-number'
        : places
          ? 'look-alike-place'
          : DESCRIBING.has(word) || DESCRIBING.has(other.word)
            ? 'look-alike-trade-word'
            : 'look-alike-name'
      return row(kind, false, disguise, one.source, one.name, one.name, other.one.name)
    }),
  )
  const most: Record<string, number> = { 'look-alike-number': 120, 'look-alike-place': 100, 'look-alike-trade-word': 180, 'look-alike-name': 260 }
  return Object.entries(most).flatMap(([disguise, limit]) =>
    onePerParty(
      chosen(
        rows.filter((one) => one.disguise === disguise),
        rows.length,
        'sisters',
        pairKey,
      ),
      kind === 'vessel' ? Math.min(60, limit) : limit,
    ),
  )
}

/** Whether two listings have a name in common or one that is another spelling of it: they may be one party listed twice. */
function shareName(one: Listing, other: Listing): boolean {
  const names = (listing: Listing): string[] => [listing.name, ...listing.aliases, ...listing.weak]
  return names(one).some((name) =>
    names(other).some((second) => (name !== one.name || second !== other.name) && aliasKind(name, second, false) === 'alias-spelling'),
  )
}

const ordinalEnding = (number: number): string => (number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'))

/** Listed companies with their number or their place exchanged for another, and companies of one trade with other names. */
function madeLookAlikes(companies: Listing[]): Row[] {
  const numbered = companies.flatMap((one) => {
    const match = /\b([0-9]{1,4})(st|nd|rd|th)?\b/i.exec(one.name)
    // A second number can repeat the first ("… 13th Research Institute (CETC 13)"), so that the made name would contradict itself.
    if (match === null || one.name.match(/[0-9]+/g)?.length !== 1 || tellingWords(one.name).length < 3) return []
    const roll = dice(`number|${one.name}`)
    const number = Number(match[1]) + 1 + roll(9)
    const made = match[2] === undefined ? String(number) : `${number}${ordinalEnding(number)}`
    return row('company', false, 'number-exchanged', one.source, one.name, one.name, one.name.replace(match[0], made))
  })
  const placed = companies.flatMap((one) => {
    const from = PLACES.find((place) => new RegExp(`\\b${place}\\b`, 'i').test(one.name))
    if (from === undefined || tellingWords(one.name).length < 3) return []
    const others = PLACES.filter((place) => place !== from)
    const to = others[hashOf(`place|${one.name}`) % others.length] as string
    const made = one.name.replace(new RegExp(`\\b${from}\\b`, 'i'), one.name === one.name.toUpperCase() ? to.toUpperCase() : to)
    // A brand that stays makes a branch of the same house, which an officer wants to see; only names of places and trades are told apart by the place.
    return tellingWords(one.name).some((word) => !DESCRIBING.has(word) && !PLACE_WORDS.has(word))
      ? []
      : row('company', false, 'place-exchanged', one.source, one.name, one.name, made)
  })
  const byTrade = new Map<string, Listing[]>()
  for (const one of companies) {
    const words = tellingWords(one.name)
    const trade = words.filter((word) => DESCRIBING.has(word))
    if (trade.length >= 2 && trade.length < words.length)
      byTrade.set(`${one.source}|${trade.sort().join(' ')}`, [...(byTrade.get(`${one.source}|${trade.sort().join(' ')}`) ?? []), one])
  }
  const traded = [...byTrade.values()].flatMap((same) =>
    same.flatMap((one) => {
      const own = tellingWords(one.name).filter((word) => !DESCRIBING.has(word))
      const others = same.filter((other) => other.name !== one.name && kinship(own, tellingWords(other.name)).met === 0 && !shareName(one, other))
      const other = others[hashOf(`trade|${keyOf(one)}`) % Math.max(1, others.length)]
      return other === undefined ? [] : row('company', false, 'same-trade-other-name', one.source, one.name, one.name, other.name)
    }),
  )
  return [
    ...onePerParty(chosen(numbered, numbered.length, 'numbered', pairKey), 120),
    ...onePerParty(chosen(placed, placed.length, 'placed', pairKey), 60),
    ...onePerParty(chosen(traded, traded.length, 'traded', pairKey), 240),
  ]
}

/** Names of innocent companies: known ones and made-up ones. */
export function innocentCompanyNames(): string[] {
  const made = FANCY.flatMap((fancy) => TRADES.map((trade) => `${fancy} ${trade} ${FORMS[hashOf(`form|${fancy}|${trade}`) % FORMS.length]}`))
  return [...KNOWN_COMPANIES, ...chosen(made, 240, 'made-up', (name) => name)]
}

function innocentCompanies(companies: Listing[]): Row[] {
  const byWord = new Map<string, Listing[]>()
  for (const one of companies) for (const word of new Set(tellingWords(one.name))) byWord.set(word, [...(byWord.get(word) ?? []), one])
  return innocentCompanyNames().flatMap((name) => {
    const words = tellingWords(name)
    const near = words.flatMap((word) => byWord.get(word) ?? [])
    const best = chosen(near, 12, `innocent ${name}`, keyOf)
      .map((other) => ({ other, kin: kinship(words, tellingWords(other.name)) }))
      .filter(({ kin }) => kin.left1.length > 0 && kin.left2.length > 0 && kin.left1.some((word) => !DESCRIBING.has(word) || KNOWN_COMPANIES.includes(name)))
      .sort((a, b) => b.kin.met - a.kin.met)[0]
    return best === undefined ? [] : row('company', false, 'innocent-company', 'common names', name, name, best.other.name)
  })
}
