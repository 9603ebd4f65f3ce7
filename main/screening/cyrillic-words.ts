/**
 * Words in Cyrillic letters in English: words of trades and offices in Russian, Ukrainian, Belarusian, Bulgarian and Serbian by their
 * stems, places by their adjectives, and English words that are written as they sound ("эстейт").
 */
import WORDS from './words/cyrillic-words.json' with { type: 'json' }

const stems = new Map<string, string[]>(Object.entries(WORDS.words).map(([stem, english]) => [stem, english.split('/')]))
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

/** The English words for a word in Cyrillic letters, the usual one first; nothing for names. */
export function cyrillicReadings(written: string): readonly string[] {
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
