/** The sound of Korean letters, which firms spell in Latin ones as they like (신성 is Shinsung) or which transcribe a foreign word (유니버설 is Universal). */
import { syllablesOf } from './korean.ts'
import { soundsAsTranscription } from './transcribed-sounds.ts'

const INITIALS = ['K', 'K', 'n', 'T', 'T', 'L', 'm', 'B', 'B', 'Q', 'Q', '', 'J', 'J', 'C', 'k', 't', 'P', 'H']
const VOWELS = ['a', 'V', 'ya', 'yV', 'W', 'e', 'yW', 'ye', 'o', 'wa', 'wV', 'X', 'yo', 'u', 'wW', 'we', 'wi', 'yu', 'F', 'Fi', 'i']
const FINALS = ['', 'K', 'K', 'K', 'n', 'n', 'n', 'T', 'L', 'K', 'm', 'L', 'L', 'L', 'B', 'L', 'm', 'B', 'B', 'T', 'T', 'G', 'T', 'T', 'K', 'T', 'B', 'T']
/** Syllables of a name: fewer are alike by chance, more are words that are not known. */
const SHORTEST = 2
const LONGEST = 8

/** The sound of a run of Korean syllables as a word that Latin ones may be alike to; none for a run too short or too long. */
export function koreanSound(run: string): string[] {
  const syllables = syllablesOf(run)
  if (syllables.length < SHORTEST || syllables.length > LONGEST) return []
  const letters = syllables.map(([initial, vowel, final]) => `${INITIALS[initial]}${VOWELS[vowel]}${FINALS[final]}`)
  return [soundsAsTranscription(letters.join('').replace(/LL/g, 'L'))]
}
