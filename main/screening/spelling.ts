/**
 * One spelling for the ways in which the standards of transliteration write one name: Cyrillic ("Yuriy", "Iurii", "Jurij"),
 * Arabic and Persian ("Qasim", "Kassem"; "Yousuf", "Yusuf"), Korean and Japanese vowels. Words with the same spelling are the same
 * word written by another rule.
 */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/hydro/g, 'gidro'],
  [/tech|tekh/g, 'teh'],
  [/ch(?=t)/g, 'h'],
  [/shch|stsch|chtch/g, 'sh'],
  [/tsch|tch|cz/g, 'ch'],
  [/dzh|dsh|dj|dz(?=h)/g, 'j'],
  [/zh/g, 'j'],
  [/sch/g, 'sh'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ts|tz/g, 'c'],
  [/ck|qu?/g, 'k'],
  [/c(?![hei])/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
  [/^(?:ye|je|ie)/g, 'e'],
  [/(?:ye|je|ie|yo|(?<!^)jo)/g, 'e'],
  [/(?:iy|yy|ij|yj|yi|ii|y|ie|j)$/g, 'i'],
  [/(?:iya|iia|ija|ya|ja)/g, 'ia'],
  [/(?:iyu|yu|ju)/g, 'iu'],
  [/ou|oo/g, 'u'],
  [/ee|y/g, 'i'],
  [/ei/g, 'ai'],
  [/(?<=[aeiou])h$/g, ''],
  [/(.)\1+/g, '$1'],
]

/** The spelling of a word of at least three letters; an empty text for numbers, short words and other scripts. */
export function spellingOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return ''
  let spelling = word
  for (const [pattern, by] of STEPS) spelling = spelling.replace(pattern, by)
  return spelling.length < 2 ? '' : spelling
}
