/**
 * Names that Belarusian and Russian write by their own rules ("Marozau" and "Морозов", "Darashenka" and "Дорошенко") in one form:
 * unstressed vowels, softened consonants and the ending of family names are made alike.
 */
import { lettersOnce, type Rule, rewriting } from '#main/screening/rewriting.ts'

const MARK = 'by:'
const SHORTEST = 5
export const BELARUSIAN_RULES: readonly Rule[] = [
  ['sh sch', /shch|sch|sh/g, 'S'],
  ['zh', /zh/g, 'Z'],
  ['ch', /ch/g, 'C'],
  ['kh', /kh/g, 'X'],
  ['dz', /dz/g, 'd'],
  ['t c', /ts|tz|c(?=[iey]|$)/g, 't'],
  ['h', /h/g, 'g'],
  ['w', /w/g, 'v'],
  ['u', /(?<=[aeo])u(?=[^aeiouy])/g, 'v'],
  ['au ou av ov', /(?:[ao]u|[ao]v)$/g, 'av'],
  ['eu ou au ev ov', /(?:[iy]?[eoa]u|[iy]?[eo]v)$/g, 'ev'],
  ['y i j', /(?:y|i|j)+[aeo](?=.)/g, 'e'],
  ['e', /(?<=[CSZ])e/g, 'a'],
  ['o', /o/g, 'a'],
  ['y i j', /(?:iy|yi|ij|yy|ii|y|j)/g, 'i'],
  ['i', /i(?=i)/g, ''],
  ['i', /i[ai]$/g, 'ia'],
  lettersOnce,
]
const inOneForm = rewriting(BELARUSIAN_RULES)
const LETTERS = /^[a-z]+$/

/** The form that both languages have of a family name. */
export const belarusianForm = (word: string): string | undefined => (word.length < SHORTEST || !LETTERS.test(word) ? undefined : MARK + inOneForm(word))
