/** What each word of a name tells in its place: the last steps of normalisation (see `normalise.ts`). */
import { hasArabic, isGivenNameOfTwo } from '#main/screening/scripts/arabic.ts'
import { belarusianForm } from '#main/screening/scripts/belarusian.ts'
import { isBeyondLatin } from '#main/screening/scripts/latin.ts'
import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import { legalFormsOf } from './legal-forms.ts'
import { distinct, PARTS_OF_NAMES, type Token } from './word-tokens.ts'
import { wordWeight } from './word-weight.ts'

export type Name = {
  /** The name as it was written. */
  written: string
  /** Written in Latin letters alone. */
  latin: boolean
  /** Words that tell, in order. */
  tokens: Token[]
  /** Families of legal forms in the name. */
  legal: readonly string[]
  /** First letters of all words, of those that are no legal form, and of those that tell: what its abbreviation may be. */
  acronyms: readonly string[]
  /** Sum of the tokens' weights. */
  weight: number
}

/** What a name is known by before its words are, the same for all its readings. */
export type Writing = {
  written: string
  /** Written in Latin letters alone. */
  latin: boolean
  inArabic: boolean
  /** Its words have other forms because their script is another; else they may be a Chinese name in another spelling with its readings. */
  ofOtherScript: boolean
  /** What it may be abbreviated to in its own language. */
  initials: readonly string[]
}

/** A name of printable ASCII. */
export const plainWriting = (written: string): Writing => ({ written, latin: true, inArabic: false, ofOtherScript: false, initials: NONE })

/** The same for any other name. */
export const writingOf = (written: string, ofOtherScript: boolean, initials: readonly string[]): Writing => ({
  written,
  latin: !MAY_BE_OTHER.test(written) || !OTHER_LETTER.test(written),
  inArabic: isBeyondLatin(written) && hasArabic(written),
  ofOtherScript,
  initials,
})

/** A name of these words, whose list becomes its own: legal forms set aside, and what each tells in its place. */
export function nameOf({ written, latin, inArabic, initials }: Writing, words: Token[]): Name {
  const { rest, legal } = legalFormsOf(words)
  // A name of nothing but legal forms ("CORP") keeps them: the only word there is must never be lost.
  const telling = rest.some(({ links }) => !links) ? rest : words
  const tokens = asOfPerson(withoutDedication(withoutRepeats(telling)), inArabic)
  const acronyms = acronymsOf(words, rest)
  // A name does not end in a link: the last word of "Simon Du" is his family name.
  const last = tokens.at(-1)
  if (last !== undefined && tokens.length > 1 && last.text.length > 1 && last.text !== 'din' && (last.kind === 'link' || PARTS_OF_NAMES.has(last.text)))
    tokens[tokens.length - 1] = { ...last, kind: 'name', weight: wordWeight(last.text) }
  let weight = 0
  for (let place = 0; place < tokens.length; place += 1) weight += (tokens[place] as Token).weight
  return {
    written,
    latin,
    tokens,
    legal: telling === words ? NONE : legal,
    acronyms: initials.length === 0 ? acronyms : distinct([...acronyms, ...initials]),
    weight,
  }
}

/** Some words of a person's name tell more or less by their place in it. */
function asOfPerson(tokens: Token[], inArabic: boolean): Token[] {
  if (tokens.length < 2) return tokens
  const mayHaveFather = tokens.some(({ fathers }) => fathers)
  if (!mayHaveFather && !inArabic) return tokens
  if (tokens.some(({ kind }) => kind === 'generic')) return tokens
  return mayHaveFather ? withFamilyNames(tokens) : withLightMiddle(tokens)
}

/** A family name may have the form of a father's name ("Aleksandr Pashkevich"), and is written by two rules in Belarus. */
function withFamilyNames(tokens: Token[]): Token[] {
  const fathers = tokens.flatMap((token, place) => (token.fathers ? [place] : []))
  const [first] = fathers as [number]
  const last = fathers.at(-1) as number
  const names = tokens.filter(({ text, kind }) => kind === 'name' && text.length > 1).length
  const family = /na$/.test((tokens[first] as Token).text) ? -1 : first === 0 || (names === 2 && fathers.length === 1) ? first : fathers.length > 1 ? last : -1
  return tokens.map((token, place) => (place === family || (names > 2 && token.kind === 'name' && !token.fathers) ? asFamilyName(token) : token))
}

const familyNames = new WeakMap<Token, Token>()

/** A token as a family name: with its full weight if it has the form of a father's name, else with the form that Belarusian and Russian share. */
function asFamilyName(token: Token): Token {
  const known = familyNames.get(token)
  if (known !== undefined) return known
  const form = token.fathers ? undefined : belarusianForm(token.plain)
  const family = token.fathers ? { ...token, weight: wordWeight(token.text, true) } : form === undefined ? token : { ...token, forms: [...token.forms, form] }
  familyNames.set(token, family)
  return family
}

/** Names of fathers between given name and family name are left out as often as written. */
function withLightMiddle(tokens: Token[]): Token[] {
  const names = tokens.flatMap(({ text, kind }, place) => (kind === 'name' && !PARTS_OF_NAMES.has(text) ? [place] : []))
  if (names.length < 3) return tokens
  const middle = names
    .slice(1, -1)
    .filter((place, at) => at > 0 || !isGivenNameOfTwo((tokens[names[0] as number] as Token).text, (tokens[place] as Token).text))
  return tokens.map((token, place) => (middle.includes(place) ? { ...token, weight: token.weight * MIDDLE_FACTOR } : token))
}

const MIDDLE_FACTOR = 0.55
/** Characters that stand where letters of other scripts do, which are looked at for it: the pattern for those letters is a slow one. */
const MAY_BE_OTHER = /[\u00b5\u02b9-\uffff]/
const OTHER_LETTER = /[^\p{Script=Latin}\P{L}]/u
/** Words from "named after" on honour somebody, whose father says nothing of the party; a name of nothing before them keeps their weight. */
function withoutDedication(tokens: Token[]): Token[] {
  const at = dedicationIn(tokens)
  if (at < 1 || !tokens.slice(0, at).some(({ kind, weight }) => kind === 'name' && weight > LEAST_HONOURED)) return tokens
  return tokens.map((token, place) => (place < at ? token : { ...token, weight: Math.min(token.weight, DEDICATION_WEIGHT), fathers: false }))
}

function dedicationIn(tokens: readonly Token[]): number {
  for (let place = 0; place < tokens.length; place += 1) {
    const { text } = tokens[place] as Token
    if (text === 'imeni' || (text === 'named' && tokens[place + 1]?.text === 'after')) return place
  }
  return -1
}

/** A rare word that a name repeats ("Sberbank (… Sberbank)") tells once; names of persons that repeat are frequent ones. */
function withoutRepeats(tokens: Token[]): Token[] {
  for (let place = 1; place < tokens.length; place += 1) if (isRepeated(tokens, place)) return tokens.filter((_, at) => !isRepeated(tokens, at))
  return tokens
}

function isRepeated(tokens: readonly Token[], place: number): boolean {
  const { kind, weight, text } = tokens[place] as Token
  if (kind !== 'name' || weight < RARE || text.length < SHORTEST_REPEATED) return false
  for (let before = 0; before < place; before += 1) if ((tokens[before] as Token).text === text) return true
  return false
}

const RARE = 0.75
const LEAST_HONOURED = 0.5
const DEDICATION_WEIGHT = 0.06
const SHORTEST_REPEATED = 4
const SHORTEST_ACRONYM = 3
const LONGEST_ACRONYM = 8
const NONE: readonly string[] = []
const GROUP = 'group'
/** The character behind the last small letter. */
const AFTER_Z = '{'

function acronymsOf(words: readonly Token[], rest: readonly Token[]): readonly string[] {
  if (words.length < SHORTEST_ACRONYM || words.some(({ plain }) => isConsonants(plain))) return NONE
  const all = initialsOf(words)
  const group = words.some(({ plain }) => plain === GROUP)
  if (rest.length === words.length && !group) return mayAbbreviate(all) ? [all] : NONE
  const telling = group ? initialsOf(words.filter(({ plain }) => plain !== GROUP)) : all
  return distinct([all, initialsOf(rest), telling].filter(mayAbbreviate))
}

const mayAbbreviate = ({ length }: string): boolean => length >= SHORTEST_ACRONYM && length <= LONGEST_ACRONYM

/** The first letters of words in Latin letters but links. */
function initialsOf(words: readonly Token[]): string {
  let letters = ''
  for (const { plain, links } of words) if (!links && plain >= 'a' && plain < AFTER_Z) letters += plain[0]
  return letters
}
