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

/** The Latin letters that stand for letters of the other scripts, by script ("КАРЯКIН" with a Latin I). */
const CYRILLIC_OF = reverseOf(/\p{Script=Cyrillic}/u)
const GREEK_OF = reverseOf(/\p{Script=Greek}/u)

function reverseOf(script: RegExp): ReadonlyMap<string, string> {
  return new Map(Object.entries(LOOK_ALIKE).flatMap(([letter, latin]) => (script.test(letter) ? [[latin, letter] as const] : [])))
}

/** The text with such letters put right: a word that has letters of another script's own belongs to that script, any other to Latin. */
export function withoutLookAlikes(text: string): string {
  if (!/\p{Script=Latin}/u.test(text) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return text
  return text.replace(MIXED, (word) => {
    const letters = [...word]
    if (/\p{Script=Latin}/u.test(word)) return ownScript(letters) ?? letters.map((letter) => LOOK_ALIKE[letter] ?? letter).join('')
    return letters.every((letter) => letter in LOOK_ALIKE) ? onlyIfLatinAround(text, word) : word
  })
}

/** A mixed word in the script whose own letters it has, when all its Latin letters can stand for letters of that script. */
function ownScript(letters: readonly string[]): string | undefined {
  for (const [script, reverse] of [
    [/\p{Script=Cyrillic}/u, CYRILLIC_OF],
    [/\p{Script=Greek}/u, GREEK_OF],
  ] as const) {
    if (!letters.some((letter) => script.test(letter) && !(letter in LOOK_ALIKE))) continue
    const read = letters.map((letter) => (script.test(letter) ? letter : reverse.get(letter)))
    if (read.every((letter) => letter !== undefined)) return read.join('')
  }
  return undefined
}

/** A word of nothing but such letters is Latin when no word around it has a letter of the other script's own. */
function onlyIfLatinAround(text: string, word: string): string {
  const own = [...text].some((letter) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter) && !(letter in LOOK_ALIKE))
  return own ? word : [...word].map((letter) => LOOK_ALIKE[letter] as string).join('')
}
