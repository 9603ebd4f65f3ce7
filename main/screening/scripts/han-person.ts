/** Chinese names of persons: the family name in front, the given name behind it. */
import { HAN_LEGAL_FORMS } from '#main/screening/legal-forms.ts'
import { hasHan } from './han-characters.ts'
import { readingsOfWord } from './han-dictionary.ts'
import { readingsOf, surnameReading } from './han-pinyin.ts'

/** Surnames of two characters that are in use. */
const LONG_SURNAMES = new Set(['欧阳', '司马', '诸葛', '上官', '司徒', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文', '端木', '南宫'])

/** The words of a text that may be the name of a person; undefined for any other. */
export function personOf(text: string): string[][] | undefined {
  const name = text.trim()
  const characters = [...name]
  if (characters.length < 2 || characters.length > 4 || characters.some((character) => !hasHan(character))) return undefined
  if (HAN_LEGAL_FORMS.has(name) || readingsOfWord(name) !== undefined) return undefined
  const surname = LONG_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  return [[surnameReading(characters.slice(0, surname).join(''))], readingsOf(characters.slice(surname).join(''))]
}
