/** Makes the names of innocent people and companies that the lists must be silent about. Pure. */
import { type InnocentName, SCRIPTS } from '#shared/evaluation/labelled.ts'
import { chosen } from './choice.ts'
import { COMMON_NAMES } from './common-names.ts'
import { FURTHER_NAMES } from './further-names.ts'
import { innocentCompanyNames, known, splitOf, syllables, tableNames } from './make-pairs.ts'
import { edits, plainWords, skeleton, tellingWords } from './related.ts'
import { type Listing, scriptOf } from './sources.ts'
import { otherSpellings, sameArabicName } from './spellings.ts'

const PER_COUNTRY = 25

/**
 * Names of people by country, a part of them in their own script, and names of companies. A name all of whose words stand in
 * one listed name, in any spelling and order, is marked as a namesake: screening must show it, so it is no false alert. The
 * held-out people have other names than those to tune on, so that nothing is learnt of them.
 */
export function makeInnocents(listings: readonly Listing[]): InnocentName[] {
  const listed = new Words(listings)
  const people = (
    [
      ['tune', COMMON_NAMES],
      ['held-out', FURTHER_NAMES],
    ] as const
  ).flatMap(([split, tables]) =>
    [...new Set(tables.map(({ country }) => country))].flatMap((country) =>
      chosen(tableNames(country, tables), PER_COUNTRY, 'innocent person', ({ latin }) => latin).map((one, at): InnocentName => {
        const namesake = [one.latin, ...otherSpellings(one, syllables)].some((name) => listed.holds(name, sameName))
        const name = one.native !== undefined && at % 2 === 1 ? one.native : one.latin
        return { name, script: known(SCRIPTS, scriptOf(name)), kind: 'person', country, namesake, split }
      }),
    ),
  )
  const companies = innocentCompanyNames().map(
    (name): InnocentName => ({ name, script: 'Latin', kind: 'company', country: '', namesake: listed.holds(name, sameWord), split: splitOf(name) }),
  )
  return [...people, ...companies]
}

/** The words of all listed names, found also in another spelling. */
class Words {
  readonly #names: string[][] = []
  readonly #byWord = new Map<string, number[]>()
  readonly #groups = new Map<string, string[]>()
  readonly #joined = new Set<string>()

  constructor(listings: readonly Listing[]) {
    const seen = new Set<string>()
    for (const one of listings) {
      for (const name of [one.name, ...one.aliases, ...one.weak]) {
        const words = tellingWords(name)
        const key = words.join(' ')
        if (seen.has(key)) continue
        seen.add(key)
        for (const joined of turnedAndJoined(plainWords(name))) this.#joined.add(joined)
        const number = this.#names.push(words) - 1
        for (const word of new Set(words)) {
          const known = this.#byWord.get(word)
          if (known !== undefined) known.push(number)
          else {
            this.#byWord.set(word, [number])
            for (const group of groupsOf(word)) this.#groups.set(group, [...(this.#groups.get(group) ?? []), word])
          }
        }
      }
    }
  }

  /** Whether all words of a name stand in one listed name, each of them once, `same` saying which words are one. */
  holds(name: string, same: (a: string, b: string) => boolean): boolean {
    const words = tellingWords(name)
    const rarest = words.map((word) => this.#with(word, same)).sort((a, b) => a.length - b.length)[0] ?? []
    return (
      rarest.some((number) => allIn(words, this.#names[number] as string[], same)) ||
      turnedAndJoined(plainWords(name)).some((joined) => this.#joined.has(joined))
    )
  }

  #with(word: string, same: (a: string, b: string) => boolean): number[] {
    const near = new Set([word, ...groupsOf(word).flatMap((group) => this.#groups.get(group) ?? [])].filter((other) => same(word, other)))
    return [...new Set([...near].flatMap((other) => this.#byWord.get(other) ?? []))]
  }
}

/** Words written together, also with the first or the last one at the other end ("Li Jianguo" and "LI, Jian Guo", "Abdulrahman" and "Abd al-Rahman"). */
const turnedAndJoined = (words: readonly string[]): string[] =>
  words.length < 2 ? [words.join('')] : [words.join(''), [...words.slice(1), words[0]].join(''), [words.at(-1), ...words.slice(0, -1)].join('')]

function allIn(words: readonly string[], listed: readonly string[], same: (a: string, b: string) => boolean): boolean {
  const left = [...listed]
  return words.every((word) => {
    const at = left.findIndex((other) => same(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const sameWord = (a: string, b: string): boolean => a === b
/** Names of people are one in spellings that keep their consonants ("Sergey" and "Sergei", "Hasan" and "Hassan"). */
const sameName = (a: string, b: string): boolean =>
  a === b || sameArabicName(a, b) || (Math.min(a.length, b.length) >= 4 && skeleton(a) === skeleton(b) && skeleton(a).length >= 2 && edits(a, b) <= 1)

/** Words that can be near one another share one of these. */
const groupsOf = (word: string): string[] => [`sound ${skeleton(word)}`, `head ${word.slice(0, 3)}`, `tail ${word.slice(-3)}`]
