/** The first letters of the Slavic words that an English word of a trade translates, in Latin letters: what abbreviations take of them. */
import { usualWordOf } from '#main/screening/usual-words.ts'
import WORDS from '#main/screening/words/cyrillic-words.json' with { type: 'json' }
import { latin } from './latin.ts'

/** Second parts of Russian compounds whose letter stands in abbreviations too ("судостроительный": ССК). */
const SECOND_PART = /(?<=.[оеи])(?:строи|ремонт|механ|техн|машин|прибор|эконом|енерг|хим)/u

let initials: Map<string, Set<string>> | undefined

/** The beginnings that abbreviations may have for an English word; nothing for words that are no translation. */
export function slavicInitials(english: string): Iterable<string> {
  initials ??= initialsOfAll()
  return initials.get(english) ?? []
}

function initialsOfAll(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const [slavic, readings] of Object.entries({ ...WORDS.words, ...WORDS.whole })) {
    const first = latin(slavic[0] as string)
    const second = SECOND_PART.exec(slavic)?.[0][0]
    for (const reading of readings.split('/')) {
      const word = reading.split(' ')[0] as string
      for (const one of new Set([word, usualWordOf(word) ?? word])) {
        const known = all.get(one) ?? new Set()
        known.add(first)
        if (second !== undefined) known.add(first + latin(second))
        all.set(one, known)
      }
    }
  }
  return all
}
