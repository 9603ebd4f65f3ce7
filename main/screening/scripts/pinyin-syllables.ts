/** Whether a word is made of Chinese syllables in pinyin without tones. */
import { remembering } from '#main/screening/remembering.ts'

const INITIALS = ['', 'b', 'p', 'm', 'f', 'd', 't', 'n', 'l', 'g', 'k', 'h', 'j', 'q', 'x', 'zh', 'ch', 'sh', 'r', 'z', 'c', 's', 'y', 'w']
/** The finals that stand behind each initial. */
const FINALS: Record<string, string> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
}
const syllables = new Set<string>(INITIALS.flatMap((initial) => (FINALS[initial] as string).split(' ').map((final) => initial + final)))
/** All syllables. */
export const pinyinSyllableList: readonly string[] = [...syllables]

const LONGEST = 6
const MOST = 4

/** A consonant before another or at the end, as no Chinese word has it: most words need no further look. */
const OTHER = /[^aeiouvngr](?:[^aeiouvh]|$)/

const least = remembering((word) => {
  const counts: number[] = [0]
  for (let end = 1; end <= word.length; end += 1) {
    let best = Number.POSITIVE_INFINITY
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const before = counts[start] as number
      if (before + 1 < best && syllables.has(word.slice(start, end))) best = before + 1
    }
    counts.push(best)
  }
  return String(counts[word.length])
})

/** The least number of syllables that the word is made of, or 0 when it is not made of at most four. */
export function pinyinSyllables(word: string): number {
  if (word.length < 2 || word.length > LONGEST * MOST || OTHER.test(word)) return 0
  const count = Number(least(word))
  return count <= MOST ? count : 0
}
