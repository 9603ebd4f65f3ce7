/** Words in Thai letters by their consonants: vowels stand around them in many signs, and the usual spelling in Latin letters is free. */
import LOANS from './words/thai-words.json' with { type: 'json' }
import { withoutVowels } from './written-without-vowels.ts'

const LETTERS: Record<string, string> = {
  ก: 'k',
  ข: 'K',
  ฃ: 'K',
  ค: 'K',
  ฅ: 'K',
  ฆ: 'K',
  ง: 'ng',
  จ: 'j',
  ฉ: 'C',
  ช: 'C',
  ฌ: 'C',
  ซ: 's',
  ศ: 's',
  ษ: 's',
  ส: 's',
  ญ: 'Y',
  ด: 'd',
  ฎ: 'd',
  ต: 't',
  ฏ: 't',
  ถ: 't',
  ฐ: 't',
  ท: 't',
  ฑ: 't',
  ธ: 't',
  ฒ: 't',
  น: 'n',
  ณ: 'n',
  บ: 'b',
  ป: 'p',
  ผ: 'P',
  พ: 'P',
  ภ: 'P',
  ฝ: 'f',
  ฟ: 'f',
  ม: 'm',
  ย: 'y',
  ร: 'r',
  ล: 'l',
  ฬ: 'l',
  ว: 'w',
  ห: 'h',
  ฮ: 'h',
  อ: "'",
}
/** As they sound at the end of a syllable or a word. */
const ENDS: Record<string, string> = { C: 't', s: 't', j: 't', d: 't', b: 'p', r: 'L', l: 'L', K: 'k', Y: 'n' }
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^บริษัท/u, ' company '],
  // The normal form parts the vowel of the first syllable in two signs.
  [/จ(?:\u0e33|\u0e4d\u0e32)กัด(?:\s*\(มหาชน\))?$/u, ' limited '],
  [/^ห้างหุ้นส่วน/u, ' company '],
  [/ธนาคาร/gu, ' bank '],
  [/มหาวิทยาลัย/gu, ' university '],
  [/(?:ประเทศไทย)/gu, ' thailand '],
  [/^(?:นาย|นางสาว|นาง)\s*/u, ''],
]

/** Words of trades, most of them English ones in Thai letters, the longest first; they stand as words of their own or at the end of one. */
const loans = new Map<string, string>(Object.entries<string>(LOANS).map(([word, english]) => [word.normalize('NFKC'), english]))
const LOAN = new RegExp([...loans.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** Whether a text holds Thai letters. */
export const hasThai = (text: string): boolean => /\p{Script=Thai}/u.test(text)

/** The words of a piece of text in Thai letters. */
export function thaiWords(text: string): string[] {
  let read = text
  for (const [pattern, by] of WORDS) read = read.replace(pattern, by)
  read = read.replace(LOAN, (word) => ` ${loans.get(word)} `)
  return read.split(/[\s()"'“”.,-]+/u).flatMap((word) => (word === '' ? [] : [hasThai(word) ? withoutVowels(consonantsOf(word)) : word.toLowerCase()]))
}

/** A consonant with the sign of silence is left out; the last one sounds as it does at an end. */
function consonantsOf(word: string): string {
  const letters = [
    ...word
      .replace(/[ก-ฮ][ุิ]?์/gu, '')
      .replace(/รร/gu, 'น')
      .replace(/(?<=[สจซ])ร/gu, '')
      .replace(/ห(?=[นมงญยรลว])/gu, ''),
  ]
  const found = letters.map((letter) => LETTERS[letter] ?? '')
  const last = letters.at(-1) as string
  const lastFound = LETTERS[last]
  if (lastFound !== undefined && found.length > 1) found[found.length - 1] = ENDS[lastFound] ?? lastFound
  return found.join('').replace(/(.)\1+/g, '$1')
}
