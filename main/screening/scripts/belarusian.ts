/**
 * Names that Belarusian and Russian write by their own rules ("Marozau" and "Морозов", "Darashenka" and "Дорошенко") in one form:
 * unstressed vowels, softened consonants and the ending of family names are made alike.
 */

const MARK = 'by:'
const SHORTEST = 5
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'],
  [/zh/g, 'Z'],
  [/ch/g, 'C'],
  [/kh/g, 'X'],
  [/dz/g, 'd'],
  [/ts|tz|c(?=[iey]|$)/g, 't'],
  [/h/g, 'g'],
  [/w/g, 'v'],
  [/(?<=[aeo])u(?=[^aeiouy])/g, 'v'],
  [/(?:[ao]u|[ao]v)$/g, 'av'],
  [/(?:[iy]?[eoa]u|[iy]?[eo]v)$/g, 'ev'],
  [/(?:y|i|j)+[aeo](?=.)/g, 'e'],
  [/(?<=[CSZ])e/g, 'a'],
  [/o/g, 'a'],
  [/(?:iy|yi|ij|yy|ii|y|j)/g, 'i'],
  [/i(?=i)/g, ''],
  [/i[ai]$/g, 'ia'],
  [/(.)\1+/g, '$1'],
]

/** The form that both languages have of a family name. */
export function belarusianForm(word: string): string | undefined {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined
  let form = word
  for (const [pattern, by] of STEPS) form = form.replace(pattern, by)
  return MARK + form
}
