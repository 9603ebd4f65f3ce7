/** Disguises of a name: what slips of the pen, forms, keyboards and intention make of it. Each gives undefined where it does not apply. */
import { DESCRIBING, plainWords } from './related.ts'

type Roll = (most: number) => number
export type Disguise = (name: string, roll: Roll) => string | undefined

const KEYBOARD: Record<string, string> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'adw',
  d: 'sfe',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  z: 'xa',
  x: 'zcs',
  c: 'xvd',
  v: 'cbf',
  b: 'vng',
  n: 'bmh',
  m: 'nk',
}
/** Cyrillic letters that nobody can tell from the Latin ones. */
const TWINS: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
}

const like = (model: string, letter: string): string => (model === model.toUpperCase() ? letter.toUpperCase() : letter)
const words = (name: string): string[] => name.split(/\s+/).filter((word) => word !== '')
const cut = (text: string, at: number, length: number, put: string): string => text.slice(0, at) + put + text.slice(at + length)

/** Places of Latin letters inside words of at least five letters, the first letter left out: where slips happen and names stay themselves. */
function innerLetters(name: string): number[] {
  const found: number[] = []
  for (const match of name.matchAll(/[A-Za-z]{5,}/g)) {
    if (DESCRIBING.has(match[0].toLowerCase()) || FORM.test(match[0])) continue
    for (let at = match.index + 1; at < match.index + match[0].length; at += 1) found.push(at)
  }
  return found
}
const FORM = /^(limited|company|corporation|incorporated|joint|stock|public|liability|society|private)$/i

const slip =
  (change: (name: string, at: number, roll: Roll) => string | undefined): Disguise =>
  (name, roll) => {
    const places = innerLetters(name)
    if (places.length === 0) return undefined
    const made = change(name, places[roll(places.length)] as number, roll)
    return made === name ? undefined : made
  }

const dropped = slip((name, at) => cut(name, at, 1, ''))
const added = slip((name, at, roll) => cut(name, at, 0, like(name[at] as string, 'aeiourtnlsmdk'[roll(13)] as string)))
const swapped = slip((name, at) =>
  /[A-Za-z]/.test(name[at + 1] ?? '') && name[at] !== name[at + 1] ? cut(name, at, 2, `${name[at + 1]}${name[at]}`) : undefined,
)
const keyboard = slip((name, at, roll) => {
  const near = KEYBOARD[(name[at] as string).toLowerCase()] ?? ''
  return near === '' ? undefined : cut(name, at, 1, like(name[at] as string, near[roll(near.length)] as string))
})
const doubled: Disguise = (name) => {
  const single = name.replace(/([b-df-hj-np-tv-z])\1/i, '$1')
  return single === name ? undefined : single
}
const twoSlips: Disguise = (name, roll) => {
  if (innerLetters(name).length < 10) return undefined
  const once = [dropped, added, swapped, keyboard][roll(4)]?.(name, roll)
  const twice = once === undefined ? undefined : [keyboard, dropped, added, swapped][roll(4)]?.(once, roll)
  return twice === name ? undefined : twice
}
const twins: Disguise = (name, roll) => {
  const places = [...name].flatMap((letter, at) => (TWINS[letter] === undefined ? [] : [at]))
  if (places.length < 3) return undefined
  let made = [...name]
  for (let time = 0; time < 3; time += 1) {
    const at = places[roll(places.length)] as number
    made = made.map((letter, place) => (place === at ? (TWINS[letter] ?? letter) : letter))
  }
  return made.join('')
}
const invisible: Disguise = (name, roll) => {
  const places = innerLetters(name)
  return places.length === 0 ? undefined : cut(name, places[roll(places.length)] as number, 0, '\u200b')
}
const fullWidth: Disguise = (name) =>
  /^[\x20-\x7e]+$/.test(name) ? name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)) : undefined
const marks: Disguise = (name) => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ı/g, 'i')
  return plain === name ? undefined : plain
}
const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe' }
const umlauts: Disguise = (name) => {
  const spelled = name.replace(/[äöüßåø]/gi, (letter, at: number) => {
    const pair = SPELLED[letter.toLowerCase()] as string
    if (letter === letter.toLowerCase()) return pair
    return /\p{Lu}/u.test(name[at + 1] ?? '') ? pair.toUpperCase() : `${pair.slice(0, 1).toUpperCase()}${pair.slice(1)}`
  })
  return spelled === name ? undefined : spelled
}
/** A hyphen becomes a space or nothing; two words or halves of a long word are written together or apart. */
const spaces: Disguise = (name, roll) => {
  if (name.includes('-')) return roll(2) === 0 ? name.replaceAll('-', ' ') : name.replaceAll('-', '')
  const match = /\b([A-Za-z]{4})([A-Za-z]{4,})\b/.exec(name)
  if (match === null || DESCRIBING.has(match[0].toLowerCase()) || FORM.test(match[0])) return undefined
  const split = match.index + 3 + roll(match[0].length - 6)
  return cut(name, split, 0, roll(2) === 0 ? ' ' : '-')
}
const shout: Disguise = (name) => {
  const made = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase()
  return made.replace(/[,.]/g, '') === name ? undefined : made.replace(/[,.]/g, '')
}

/** "FAMILY, Given" in natural order. */
const natural = (name: string): string => {
  const parts = name.split(',').map((part) => part.trim())
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name
}
const order: Disguise = (name) => {
  if (name.includes(',')) return natural(name)
  const all = words(name)
  return all.length < 2 ? undefined : `${all.at(-1)} ${all.slice(0, -1).join(' ')}`
}
const middleDropped: Disguise = (name, roll) => {
  const all = words(natural(name))
  const at = 1 + roll(Math.max(1, all.length - 2))
  if (
    all.length < 3 ||
    /^(al|el|bin|ibn|abd|abu|abdul|von|van|de|del|da|la|st)$/i.test(all[at] ?? '') ||
    /^(al|el|abd|abu|abdul|bin|ibn|de|del|van|von)$/i.test(all[at - 1] ?? '')
  )
    return undefined
  return all.filter((_, place) => place !== at).join(' ')
}
const middleAdded: Disguise = (name, roll) => {
  const all = words(natural(name))
  if (all.length !== 2) return undefined
  const more = ['J.', 'Ahmad', 'K.', 'Ivanovich', 'M.', 'A.'][roll(6)] as string
  return `${all[0]} ${more} ${all[1]}`
}
const title: Disguise = (name, roll) => `${['Mr.', 'Dr.', 'Gen.', 'Haji', 'Eng.', 'Prof.', 'Sheikh', 'Mrs.'][roll(8)]} ${natural(name)}`
const middleInitial: Disguise = (name) => {
  const all = words(natural(name))
  if (all.length !== 3 || all.some((word) => word.length < 3 || /[-'.]/.test(word))) return undefined
  return `${all[0]} ${(all[1] as string)[0]}. ${all[2]}`
}
const givenInitial: Disguise = (name) => {
  const all = words(natural(name))
  if (all.length < 2 || all.length > 3 || all.some((word) => word.length < 3 || /[-'.]/.test(word))) return undefined
  return `${all
    .slice(0, -1)
    .map((word) => `${word[0]}.`)
    .join(' ')} ${all.at(-1)}`
}

const FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/,? ?\bco\.?,? ?(?:ltd\.?|limited)\.?$/i, ['', ' Company Limited', ' Co Ltd', ' Ltd.', ' Inc.', ' Corporation']],
  [/,? ?\b(?:ltd\.?|limited)$/i, ['', ' Limited', ' Ltd', ' Co., Ltd.', ' LLC', ' Pte Ltd']],
  [/,? ?\b(?:l\.l\.c\.?|llc\.?)$/i, ['', ' Limited Liability Company', ' L.L.C.', ' Ltd', ' FZE']],
  [/,? ?\b(?:inc\.?|incorporated)$/i, ['', ' Incorporated', ' Inc', ' Corp.', ' LLC']],
  [/,? ?\b(?:corp\.?|corporation)$/i, ['', ' Corporation', ' Corp', ' Inc.', ' Company']],
  [/,? ?\bgmbh$/i, ['', ' Gesellschaft mit beschränkter Haftung', ' mbH', ' AG']],
  [/,? ?\bs\.?a\.? de c\.?v\.?$/i, ['', ' Sociedad Anónima de Capital Variable', ' SA', ' S. de R.L.']],
  [/,? ?\bs\.?a\.?s?\.?$/i, ['', ' Sociedad Anónima', ' SA', ' Ltda']],
  [
    /^(?:ooo|llc|limited liability company|joint stock company|jsc|ojsc|oao|ao|pao|pjsc|zao|public joint stock company|open joint stock company) /i,
    ['', 'OOO ', 'JSC ', 'AO ', 'Joint Stock Company ', 'PJSC '],
  ],
]
const legalDropped: Disguise = (name) => {
  for (const [pattern, forms] of FORMS)
    if (pattern.test(name))
      return name
        .replace(pattern, forms[0] as string)
        .replace(/["“”]/g, '')
        .trim()
  return undefined
}
const legalChanged: Disguise = (name, roll) => {
  for (const [pattern, forms] of FORMS) {
    if (!pattern.test(name)) continue
    const made = name.replace(pattern, forms[1 + roll(forms.length - 1)] as string)
    return made.toLowerCase() === name.toLowerCase() ? undefined : made
  }
  return undefined
}
const SHORT: Record<string, string> = {
  technology: 'Tech',
  technologies: 'Tech',
  international: "Int'l",
  manufacturing: 'Mfg',
  development: 'Dev',
  industries: 'Inds',
  industrial: 'Indl',
  engineering: 'Engg',
  electronics: 'Elec',
  equipment: 'Equip',
  institute: 'Inst',
  university: 'Univ',
  department: 'Dept',
  services: 'Svcs',
  corporation: 'Corp',
  company: 'Co',
  research: 'Res',
  scientific: 'Sci',
  systems: 'Sys',
  national: 'Natl',
  group: 'Grp',
  management: 'Mgmt',
  establishment: 'Est',
  brothers: 'Bros',
  association: 'Assn',
  communications: 'Comm',
  laboratory: 'Lab',
}
const abbreviated: Disguise = (name) => {
  let found = false
  const made = name.replace(/[A-Za-z]+/g, (word) => {
    const short = SHORT[word.toLowerCase()]
    if (short !== undefined) found = true
    return short === undefined ? word : like(word, short)
  })
  return found && plainWords(made).some((word) => word.length > 4 && !DESCRIBING.has(word)) ? made : undefined
}
/** One word that describes a trade is left out where two telling things remain. */
const wordDropped: Disguise = (name, roll) => {
  const all = words(name)
  const describing = all.flatMap((word, at) => (DESCRIBING.has(word.toLowerCase().replace(/[^a-z]/g, '')) ? [at] : []))
  const rest = all.filter((word) => /^[A-Za-z]{5,}$/.test(word) && !DESCRIBING.has(word.toLowerCase()) && !FORM.test(word))
  if (describing.length < 2 || rest.length === 0) return undefined
  const at = describing[roll(describing.length)] as number
  return all.filter((_, place) => place !== at).join(' ')
}
const wordAdded: Disguise = (name, roll) => {
  switch (roll(6)) {
    case 0:
      return `The ${name}`
    case 1:
      return `M/s. ${name}`
    case 2:
      return `${name} (Head Office)`
    case 3:
      return `Messrs ${name}`
    case 4:
      return `${name} - Purchasing Department`
    default:
      return `${name.replace(/,? ?\b(co\.?,? ?)?(ltd\.?|limited|llc|inc\.?|corp\.?)$/i, '')} Group`
  }
}
const ampersand: Disguise = (name) =>
  name.includes(' & ') ? name.replaceAll(' & ', ' and ') : / and /i.test(name) ? name.replace(/ and /gi, ' & ') : undefined
const wordsTurned: Disguise = (name, roll) => {
  const all = words(name).filter((word) => !/[(),"]/.test(word))
  if (all.length < 3 || all.length !== words(name).length) return undefined
  const at = roll(all.length - 1)
  const made = [...all]
  made.splice(at, 2, all[at + 1] as string, all[at] as string)
  return /^(of|and|for|the|&)$/i.test(all[at] as string) || /^(of|and|for|the|&)$/i.test(all[at + 1] as string) ? undefined : made.join(' ')
}
const numberWritten: Disguise = (name) => {
  const made = name
    .replace(/\b([0-9]{1,3})(?:st|nd|rd|th)\b/i, 'No. $1')
    .replace(/\bNo\.? ?([0-9]{1,3})\b/i, (whole, figure: string) => (name.includes(whole) ? figure : whole))
  return made === name ? undefined : made
}

const both: Record<string, Disguise> = {
  'letter-dropped': dropped,
  'letter-added': added,
  'letters-exchanged': swapped,
  'keyboard-neighbour': keyboard,
  'double-letter': doubled,
  'two-slips': twoSlips,
  'look-alike-letters': twins,
  'invisible-sign': invisible,
  'full-width': fullWidth,
  'diacritics-dropped': marks,
  'umlauts-spelled': umlauts,
  'spaces-and-hyphens': spaces,
  'case-and-punctuation': shout,
}

/** Disguises of names of people, by their name in the set. */
export const PEOPLE_DISGUISES: Record<string, Disguise> = {
  ...both,
  'word-order': order,
  'middle-name-dropped': middleDropped,
  'middle-name-added': middleAdded,
  'title-added': title,
  'middle-initial': middleInitial,
  'given-names-as-initials': givenInitial,
}

/** Disguises of names of companies. */
export const COMPANY_DISGUISES: Record<string, Disguise> = {
  ...both,
  'legal-form-dropped': legalDropped,
  'legal-form-changed': legalChanged,
  'words-abbreviated': abbreviated,
  'word-dropped': wordDropped,
  'word-added': wordAdded,
  'and-sign': ampersand,
  'word-order': wordsTurned,
  'number-written-otherwise': numberWritten,
}
