/**
 * Names in Burmese letters, which have no spaces, parted in syllables: each is a word of its own in Latin letters, of a consonant and a
 * rhyme that have a few usual spellings ("ဝင်း" is Win, "ထွန်း" Tun or Htun).
 */
import SOUNDS from '#main/screening/words/burmese-sounds.json' with { type: 'json' }
import { wordsAroundRuns } from './runs.ts'

const initials = new Map<string, string[]>(Object.entries(SOUNDS.initials).map(([letters, latin]) => [letters, latin.split(' ')]))
const rhymes = new Map<string, string[]>(Object.entries(SOUNDS.rhymes).map(([letters, latin]) => [letters, latin.split(' ')]))
const wholes = new Map<string, string[]>(Object.entries(SOUNDS.syllables).map(([letters, latin]) => [letters, latin.split(' ')]))
const RUN = /[\u1000-\u109f]+/gu
/** A consonant or a vowel that stands alone, its signs, and consonants that end the syllable or stand above the next one. */
const SYLLABLE =
  /[\u1000-\u102a\u103f](?:[\u102b-\u1038\u103a-\u103e]|[\u1000-\u1021](?=[\u1037\u1038]*[\u103a\u1039])[\u1037\u1038]*[\u103a\u1039][\u1037\u1038]*)*/gu
const TONES = /[\u1037\u1038]/gu
const MOST_SPELLINGS = 12

/** Whether a text holds Burmese letters. */
export const hasBurmese = (text: string): boolean => /[\u1000-\u109f]/u.test(text)

/** The words of a text with Burmese letters, each with its spellings; text between them goes through `latinWords`. */
export const burmeseWords = (text: string, latinWords: (text: string) => string[]): string[][] =>
  wordsAroundRuns(text, RUN, (run) => [...run.matchAll(SYLLABLE)].map(([syllable]) => soundsOf(syllable)).filter(({ length }) => length > 0), latinWords)

function soundsOf(syllable: string): string[] {
  const bare = spellingsOf(syllable.replace(TONES, '').replaceAll('\u1039', '\u103a').replaceAll('\u102b', '\u102c'))
  // The short tone is often heard as an end ("Myint", "Thant").
  return syllable.includes('\u1037') ? bare.flatMap((spelling) => (spelling.endsWith('n') ? [`${spelling}t`, spelling] : [spelling])) : bare
}

function spellingsOf(syllable: string): string[] {
  const whole = wholes.get(syllable)
  if (whole !== undefined) return whole
  const [, consonant = '', medials = '', rhyme = ''] = /^(.)([\u103b-\u103e]*)(.*)$/u.exec(syllable) ?? []
  // The sign of w is a part of some rhymes ("un").
  const inRhyme = medials.includes('\u103d') && rhymes.has(`\u103d${rhyme}`)
  const before = medials.replace(inRhyme ? '\u103d' : '', '')
  const own = (initials.get(consonant) ?? []).flatMap((first) => withMedials(first, before))
  const last = rhymes.get(inRhyme ? `\u103d${rhyme}` : rhyme) ?? []
  return [...new Set(own.flatMap((first) => last.map((end) => first + end)))].slice(0, MOST_SPELLINGS)
}

function withMedials(initial: string, medials: string): string[] {
  let spelled = [initial]
  if (/[\u103b\u103c]/u.test(medials))
    spelled = spelled.map((first) => (first === 'k' || first === 'g' || !/[yrh]$/.test(first) || first === 'ph' ? `${first}y` : first))
  if (initial === 'kh' && medials.includes('\u103b')) return medials.includes('\u103d') ? ['chw'] : ['ch']
  if (initial === 'y' && medials.includes('\u103e')) return ['sh']
  if (initial === 'l' && medials.includes('\u103b') && medials.includes('\u103e')) return ['sh']
  if (medials.includes('\u103d')) spelled = spelled.map((first) => `${first}w`)
  if (medials.includes('\u103e')) spelled = spelled.map((first) => (first === 'r' || first === 'y' ? 'sh' : `h${first}`))
  return spelled
}
