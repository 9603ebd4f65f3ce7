/** Words in Thai letters by their consonants: vowels stand around them in many signs, and the usual spelling in Latin letters is free. */
import WORDS from '#main/screening/words/thai-words.json' with { type: 'json' }
import { withoutVowels } from './written-without-vowels.ts'

const LETTERS: Record<string, string> = {
  ก: 'k',
  ข: 'K',
  ฃ: 'K',
  ค: 'K',
  ฅ: 'K',
  ฆ: 'K',
  ง: 'ng',
  จ: 'J',
  ฉ: 'X',
  ช: 'X',
  ฌ: 'X',
  ซ: 's',
  ศ: 's',
  ษ: 's',
  ส: 's',
  ญ: 'Y',
  ด: 'R',
  ฎ: 'R',
  ต: 'R',
  ฏ: 'R',
  ถ: 'R',
  ฐ: 'R',
  ท: 'R',
  ฑ: 'R',
  ธ: 'R',
  ฒ: 'R',
  น: 'n',
  ณ: 'n',
  บ: 'E',
  ป: 'E',
  ผ: 'M',
  พ: 'M',
  ภ: 'M',
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
  อ: 'V',
  า: 'A',
  '\u0e31': 'o',
  '\u0e34': 'i',
  '\u0e35': 'i',
  '\u0e36': 'i',
  '\u0e37': 'i',
  '\u0e38': 'u',
  '\u0e39': 'u',
  ฤ: 'r',
}
/** As they sound at the end of a syllable or a word. */
const ENDS: Record<string, string> = { X: 'J', s: 'I', r: 'L', l: 'L', K: 'k', Y: 'n' }
/** Forms of enterprise and titles, where they stand. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^บริษัท/u, ' company '],
  // The normal form parts the vowel of the first syllable in two signs.
  [/จ(?:\u0e33|\u0e4d\u0e32)กัด(?:\s*\(มหาชน\))?$/u, ' limited '],
  [/^ห้างหุ้นส่วน(?:จ(?:\u0e33|\u0e4d\u0e32)กัด)?/u, ' company '],
  [/^(?:นาย|นางสาว|นาง)\s*/u, ''],
]

/** Words of trades and offices, most of them English ones in Thai letters, the longest first; they stand as words of their own or in one. */
const known = new Map<string, string>(Object.entries<string>(WORDS).map(([word, english]) => [word.normalize('NFKC'), english]))
const KNOWN = new RegExp([...known.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** Whether a text holds Thai letters. */
export const hasThai = (text: string): boolean => /\p{Script=Thai}/u.test(text)

/** The words of a piece of text in Thai letters. */
export function thaiWords(text: string): string[] {
  let read = text
  for (const [pattern, by] of FORMS) read = read.replace(pattern, by)
  read = read.replace(KNOWN, (word) => ` ${known.get(word)} `)
  return read.split(/[\s()"'“”.,-]+/u).flatMap((word) => (word === '' ? [] : [hasThai(word) ? withoutVowels(consonantsOf(word)) : word.toLowerCase()]))
}

const SILENT_END = '1'
const DOUBLE_R = '2'
const OPTIONAL_R = '3'
const AO = '4'
const SECOND_N = '5'
const TR = '6'
const RN = '7'
const SPECIAL: Readonly<Record<string, string>> = { [SILENT_END]: 'O', [DOUBLE_R]: 'N', [OPTIONAL_R]: 'Q', [AO]: 'W', [SECOND_N]: 'F', [TR]: 'U', [RN]: '_' }
const CONSONANT = /[ก-ฮ1]/u
/** Signs of tones and of a short vowel, which no Latin spelling has. */
const MARKS = /[\u0e47-\u0e4e]/gu

/** A consonant with the sign of silence is left out; the last one sounds as it does at an end. */
function consonantsOf(word: string): string {
  const letters = [
    ...word
      .replace(/ษณ์|[ศษ]?[ทตดธ]ร์/gu, SILENT_END)
      .replace(/[ทตดธถ][ุิ]?์/gu, SILENT_END)
      .replace(/[ก-ฮ][ุิ]?์/gu, '')
      .replace(/รร/gu, DOUBLE_R)
      .replace(/(?<=[กพอธศจช])ร(?=[ก-ฮ])/gu, RN)
      .replace(/(?<=.[ตมท])[\u0e34\u0e38]$/u, '')
      // These two signs around consonants are one other vowel.
      .replace(/เ([ก-ฮ]{1,2})\u0e34/gu, '$1')
      .replace(/ทร/gu, TR)
      .replace(/(?<=[สซ])ร/gu, OPTIONAL_R)
      .replace(/เ([ก-ฮ]{1,2})[่-๋]?า(?!ะ)/gu, `$1${AO}`)
      .replace(/[ขคฆ](?=เ?ก)/gu, '')
      .replace(/[ษฏต](?=[ฐถ])/gu, SILENT_END)
      .replace(/นน/gu, `น${SECOND_N}`)
      .replace(/อา/gu, 'อ')
      .replace(/ห(?=[นมงญยรลว])/gu, '')
      .replace(MARKS, ''),
  ]
  const found = letters.map((letter, place) => {
    const own = LETTERS[letter] ?? SPECIAL[letter] ?? ''
    return own === 's' && CONSONANT.test(letters[place + 1] ?? '') ? 'I' : own
  })
  const last = letters.at(-1) as string
  const lastFound = LETTERS[last]
  if (lastFound !== undefined && found.length > 1) found[found.length - 1] = ENDS[lastFound] ?? lastFound
  return found
    .join('')
    .replace(/n(?=n)/g, 'F')
    .replace(/([^F])\1+/g, '$1')
}
