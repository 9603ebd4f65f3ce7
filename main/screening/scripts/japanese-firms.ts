/**
 * Names of Japanese firms in Chinese characters, as Japan or China writes them: 八洲电机株式会社 is Yashima Denki, not its Chinese reading. Places,
 * family names and words of trades have their Japanese readings, words of trades what they mean as well.
 */
import { HAN_LEGAL_FORMS, legalMark } from '#main/screening/legal-forms.ts'
import FIRMS from '#main/screening/words/japanese-firms.json' with { type: 'json' }
import NAMES from '#main/screening/words/japanese-names.json' with { type: 'json' }
import { toSimplified } from './han-characters.ts'
import { readingsOfWord } from './han-dictionary.ts'
import { readingsOf } from './han-pinyin.ts'
import { wordsAroundRuns } from './runs.ts'
import { soundsAsTranscription } from './transcribed-sounds.ts'

const IS_FIRM = /株式会社|有限会社|合同会社|合资会社|合名会社|制作所$|\p{Script=Katakana}{2}/u
const RUN = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]+/gu
const HAN = /^\p{Script=Han}+$/u
/** The forms of each known word; those of a trade begin with what it means. */
const words = new Map<string, string[]>()
for (const [name, reading] of Object.entries<string>(NAMES.family)) words.set(toSimplified(name), [reading])
for (const [name, readings] of Object.entries<string>(FIRMS.names)) words.set(toSimplified(name), readings.split(' '))
for (const [word, reading] of Object.entries<string>(FIRMS.trade))
  words.set(toSimplified(word), [...(meaningOf(toSimplified(word)) ?? []), ...reading.split(' ')])
for (const [word, english] of Object.entries<string>(FIRMS.katakana)) words.set(word, [english])
const LONGEST = 12

/** What a word of one English word means, as Chinese has it too. */
function meaningOf(word: string): string[] | undefined {
  const meanings = readingsOfWord(word)?.filter((meaning) => meaning !== '' && !meaning.includes(' '))
  return meanings === undefined || meanings.length === 0 ? undefined : meanings
}

/** The words of the name of a Japanese firm, each a list of its forms; nothing for other names. Text in other letters goes through `latinWords`. */
export function japaneseFirm(text: string, latinWords: (text: string) => string[]): string[][] | undefined {
  return IS_FIRM.test(text) ? wordsAroundRuns(text, RUN, (run) => wordsIn(run, latinWords), latinWords) : undefined
}

/** A run parted in words, the longest ones first, and what is left between them. */
function wordsIn(run: string, latinWords: (text: string) => string[]): string[][] {
  const found: string[][] = []
  let name = ''
  const flush = (): void => {
    if (HAN.test(name)) found.push(readingsOf(name))
    else for (const word of latinWords(name)) found.push([word, ...kanaSound(word)])
    name = ''
  }
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST, run.length - at)
    while (length > 0 && formsOf(run.slice(at, at + length)) === undefined) length -= 1
    if (length === 0) name += run[at++]
    else {
      flush()
      found.push(...(formsOf(run.slice(at, at + length)) as string[][]))
      at += length
    }
  }
  flush()
  return found
}

/** The sound of a word in kana that transcribes a foreign one: l is written as r, v as b, and each consonant has a vowel behind it. */
function kanaSound(romanised: string): string[] {
  if (!/^[a-z]{4,}$/.test(romanised)) return []
  const letters = romanised
    .replace(/([a-z])\1+/g, '$1')
    .replace(/sh/g, 'S')
    .replace(/ch/g, 'C')
    .replace(/[jz]/g, 'J')
    .replace(/r/g, 'L')
    .replace(/b|v/g, 'B')
  return [soundsAsTranscription(letters)]
}

function formsOf(word: string): string[][] | undefined {
  const legal = HAN_LEGAL_FORMS.get(word)
  if (legal !== undefined) return [[legalMark(legal)]]
  const own = words.get(word)
  if (own !== undefined) return own.length === 1 ? (own[0] as string).split(' ').map((one) => [one]) : [own]
  if (word.length < 2) return undefined
  const [english] = readingsOfWord(word) ?? []
  return english === undefined
    ? undefined
    : english
        .split(' ')
        .filter((one) => one !== '')
        .map((one) => [one])
}
