/** Letters of other scripts that look like Latin ones, put into a Latin word by mistake or to hide it ("НUAWEI" with a Cyrillic Н). */

const LOOK_ALIKE: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  һ: 'h',
  ӏ: 'l',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  ι: 'i',
  κ: 'k',
  υ: 'u',
  τ: 't',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
}
const MIXED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu

/** The text with such letters in Latin words put right; words of one script stay. */
export function withoutLookAlikes(text: string): string {
  if (!/\p{Script=Latin}/u.test(text) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return text
  return text.replace(MIXED, (word) =>
    /\p{Script=Latin}/u.test(word)
      ? [...word].map((letter) => LOOK_ALIKE[letter] ?? letter).join('')
      : [...word].every((letter) => letter in LOOK_ALIKE)
        ? onlyIfLatinAround(text, word)
        : word,
  )
}

/** A word of nothing but such letters is Latin when no word around it has a letter of the other script's own. */
function onlyIfLatinAround(text: string, word: string): string {
  const own = [...text].some((letter) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter) && !(letter in LOOK_ALIKE))
  return own ? word : [...word].map((letter) => LOOK_ALIKE[letter] as string).join('')
}
