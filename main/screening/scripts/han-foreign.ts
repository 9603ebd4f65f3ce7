/** Names of people of other countries in Chinese characters, which have a dot between their parts: 穆罕默德·哈克 is Mohammed Haq. */
import NAMES from '#main/screening/words/han-foreign-names.json' with { type: 'json' }

const names = new Map<string, string[]>(Object.entries(NAMES).map(([han, latin]) => [han, latin.split(' ')]))
const longestName = Math.max(...[...names.keys()].map((name) => name.length))
const DOT = /[·•・‧∙]/u
const DOTTED = /^[\p{Script=Han}]+(?:[·•・‧∙][\p{Script=Han}]+)+$/u
/** A father's name in Russian: 伊戈尔耶维奇 is Igorevich. */
const SON_OF = /^[耶诺罗利]?维奇/u

/** The words of such a name in Latin letters; nothing when a part of it is not known. `readings` gives those of a name that is left. */
export function foreignPerson(text: string, readings: (han: string) => string[]): string[][] | undefined {
  const name = text.trim()
  if (!DOTTED.test(name)) return undefined
  const parts = name.split(DOT).map((part) => wordsOf(part))
  if (parts.every((words) => words === undefined)) return undefined
  return parts.flatMap((words, place) => words ?? [readings(name.split(DOT)[place] as string)])
}

/** The names that a part is put together of; nothing when it does not consist of known ones. */
function wordsOf(part: string): string[][] | undefined {
  if (part === '') return []
  for (let length = Math.min(longestName, part.length); length > 0; length -= 1) {
    const latin = names.get(part.slice(0, length))
    if (latin === undefined) continue
    const rest = part.slice(length)
    const son = SON_OF.exec(rest)?.[0] ?? ''
    const others = wordsOf(rest.slice(son.length))
    if (others !== undefined) return [...(son === '' ? latin : [`${latin.join('')}ovich`]).map((word) => [word]), ...others]
  }
  return undefined
}
