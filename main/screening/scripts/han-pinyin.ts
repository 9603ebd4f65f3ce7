/** Chinese characters by their sound: pinyin without tones, and the other readings of single characters. */
import { pinyin } from 'pinyin-pro'

const MOST_READINGS = 8

/** Readings of a run as one joined word: the most likely first, then those with other readings of single characters. */
export function readingsOf(run: string): string[] {
  const likely = syllablesOf(run)
  const readings = new Set<string>([likely.join('')])
  const characters = [...run]
  for (let index = 0; index < characters.length && readings.size < MOST_READINGS; index += 1) {
    const others = pinyin(characters[index] as string, { toneType: 'none', type: 'array', multiple: true })
    for (const other of new Set(others.map(lettersOnly))) {
      if (other === likely[index] || readings.size >= MOST_READINGS) continue
      readings.add(likely.map((syllable, place) => (place === index ? other : syllable)).join(''))
    }
  }
  readings.delete('')
  // A character so rare that it has no reading stands for itself.
  return readings.size === 0 ? [run] : [...readings]
}

/** The most likely reading as one word. */
export function joinedPinyin(word: string): string {
  return syllablesOf(word).join('')
}

/** A family name, whose characters may have a reading of their own: 单 is Shan, 曾 is Zeng. */
export const surnameReading = (family: string): string => lettersOnly(pinyin(family, { toneType: 'none', type: 'array', mode: 'surname' }).join(''))

/** The syllables of the most likely reading, one for each character. */
export function syllablesOf(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array' }).map(lettersOnly)
}

/** `lü` is written `lu` or `lv` in listings; the former is by far the more frequent. */
function lettersOnly(syllable: string): string {
  return syllable
    .replaceAll('ü', 'u')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
}
