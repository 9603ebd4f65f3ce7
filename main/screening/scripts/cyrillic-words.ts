/**
 * Words in Cyrillic letters in English: words of trades and offices in Russian, Ukrainian, Belarusian, Bulgarian and Serbian by their
 * stems, places by their adjectives, and English words that are written as they sound ("эстейт").
 */
import WORDS from '#main/screening/words/cyrillic-words.json' with { type: 'json' }

const stems = new Map<string, string[]>(Object.entries(WORDS.words).map(([stem, english]) => [stem, english.split('/')]))
/** Abbreviations in capitals: bodies, trades and kinds of firms that English writes out. */
const short = new Map<string, string[]>(Object.entries(WORDS.short).map(([word, english]) => [word, english.split('/')]))
const whole = new Map<string, string[]>(Object.entries(WORDS.whole).map(([word, english]) => [word, english.split('/')]))

const FOLDED: Record<string, string> = { ё: 'е', і: 'и', ї: 'и', є: 'е', э: 'е', ў: 'в', ґ: 'г', ы: 'и' }
const FOLD = /[ёіїєэўґы'’ʼ]/gu

/** Letters that neighbouring languages write for one another as one. */
const folded = (word: string): string => word.toLowerCase().replace(FOLD, (letter) => FOLDED[letter] ?? '')

/** Endings of adjectives, after folding. */
const OF_ADJECTIVES =
  'ий ой ей ая яя ое ее ого его ому ему им ом ем ую юю ие их ими ои ей на но ни не ния ният ната ното ните ия ият ата ото ите ага яга ай яй ае ае ия ог а о е и у'.split(
    ' ',
  )
const OF_NOUNS =
  'а я о е и у ю ь й ия ии ию ией ие ье ья ью ам ям ами ями ах ях ом ем ей ой ок ек ец ка ки ку кой ко ик ика ики ние ния ний нию нием нию ення ння нне нню ство ства ству ством ства та то те ът ят ът ите ата ята ето ост ости ость остей ності ности стю им их ов ев ам а іб'.split(
    ' ',
  )
const endings = new Set([...OF_ADJECTIVES, ...OF_NOUNS])
const adjectives = new Set(OF_ADJECTIVES.filter((ending) => ending.length > 1))
const SHORTEST_STEM = 4
const NONE: readonly string[] = []
/** A shorter stem with "-ov" is a family name ("Казаков"). */
const SHORTEST_BEFORE_OV = 6

/** A word of a firm's name that no other name may have translated: a short one, or one in no dictionary, as it is written (an empty text), and what it may be in English. */
export function guessedReadings(written: string): readonly string[] {
  const word = written.toLowerCase()
  if (word.length < SHORTEST_STEM) return written === written.toUpperCase() ? NONE : (whole.get(folded(word)) ?? NONE)
  const place = PLACE.exec(word)?.[1]
  if (place !== undefined) {
    const bare = place.replace(/(?:[ая]н|[ие]н|[ео]в)$/u, '')
    return ['', place.replace(/ь$/u, ''), `${place}ск`, bare === place ? place : `${bare}а`]
  }
  if (!ENGLISH_SOUNDS.test(word)) return NONE
  return ['', ...SPELLINGS.map((steps) => steps.reduce((english, [pattern, by]) => english.replace(pattern, by), word))]
}

/** The adjective of a place, without its ending ("Муромский"). */
const PLACE = /^(\p{Script=Cyrillic}{4,}?)[сц]к(?:ий|і|і?й|ая|ое|ого|ой|ому|им|их|ие|і|и|а|о|ата|ото|ият|ите)$/u
/** Sounds that English words have and Russian ones seldom. */
const ENGLISH_SOUNDS = /дж|шн|шен[сз]?$|мент|инг|эй|эр|оу|[бвгдзклмнпрстф]ей[бвгдзклмнпрстф]|ай[бвгдзклмнпрстф]|уэ|уа|ью|кс|ишн|тек|тех/u
const CONSONANT_END = '([бвгдзклмнпрстф])(?=$|[сз]$)'
/** Two usual English spellings of such sounds; the letters that no rule has are transliterated. */
const SPELLINGS: readonly (readonly (readonly [RegExp, string])[])[] = [
  [
    [/(?:е|э|а)?[йи]?шн|шен(?=[сз]?$)/gu, 'tion'],
    [/дж/gu, 'j'],
    [/тех|тек/gu, 'tech'],
    [/кс/gu, 'x'],
    [/ейс$/gu, 'ace'],
    [new RegExp(`(?:эй|ей)${CONSONANT_END}`, 'gu'), 'a$1e'],
    [new RegExp(`оу${CONSONANT_END}`, 'gu'), 'oa$1'],
    [new RegExp(`ай${CONSONANT_END}`, 'gu'), 'i$1e'],
    [/эй/gu, 'ay'],
    [/эр/gu, 'er'],
    [/у(?=[аэи])/gu, 'w'],
    [/ью/gu, 'u'],
    [/з$/gu, 's'],
    [/к/gu, 'c'],
  ],
  [
    [/шн|шен(?=[сз]?$)/gu, 'sion'],
    [/дж/gu, 'g'],
    [/кс$/gu, 'cs'],
    [new RegExp(`(?:эй|ей)${CONSONANT_END}`, 'gu'), 'ai$1'],
    [new RegExp(`оу${CONSONANT_END}`, 'gu'), 'o$1e'],
    [new RegExp(`ай${CONSONANT_END}`, 'gu'), 'igh$1'],
    [/эй|ей/gu, 'ai'],
    [/эр/gu, 'air'],
    [/ью/gu, 'ew'],
    [/з$/gu, 's'],
    [/в/gu, 'w'],
    [/и/gu, 'ea'],
  ],
]

/** Whether a word is an abbreviation that English writes out. */
export const isAbbreviation = (written: string): boolean => short.has(written)

/** The English words for a word in Cyrillic letters, the usual one first; nothing for names. */
export function cyrillicReadings(written: string): readonly string[] {
  const abbreviated = short.get(written)
  if (abbreviated !== undefined) return abbreviated
  // Capitals of a short word are an abbreviation.
  if (written.length < SHORTEST_STEM || (written.length === SHORTEST_STEM && written === written.toUpperCase())) return NONE
  const word = folded(written)
  const known = whole.get(word)
  if (known !== undefined) return known
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const english = stems.get(word.slice(0, length))
    if (english !== undefined && mayEnd(word.slice(0, length), word.slice(length))) return english
  }
  return NONE
}

function mayEnd(stem: string, ending: string): boolean {
  if (/(?:[ое]в|ин)$/u.test(stem)) return adjectives.has(ending) || (ending === '' && stem.length > SHORTEST_BEFORE_OV)
  if (ending === 'ов' || ending === 'ев') return stem.length >= SHORTEST_BEFORE_OV
  return ending === '' || endings.has(ending)
}
