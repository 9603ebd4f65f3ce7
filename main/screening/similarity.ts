/**
 * How alike two words are, from 0 to 1: equal, nearly equal in letters, or alike in sound as transliterations are. Numbers are
 * alike only when equal, since they tell ships, factories and institutes apart.
 */

/** Below this two words count as different. */
export const LEAST_ALIKE = 0.7

const EDIT_COST = 1.05
const SOUND_ALIKE = 0.93
/** Letters that transliterations exchange, by class; vowels and `h`, `w`, `y` are left out. */
const SOUND: Record<string, string> = {
  b: 'b',
  p: 'p',
  f: 'f',
  v: 'f',
  d: 'd',
  t: 'd',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'k',
  x: 'ks',
  j: 'j',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
  s: 's',
  z: 's',
}

const skeletons = new Map<string, string>()
const MOST_REMEMBERED = 200_000

/** The consonants of a word by class of sound, doubled ones once: "Muhammad" and "Mohamed" give the same. */
export function soundOf(word: string): string {
  const known = skeletons.get(word)
  if (known !== undefined) return known
  let sound = ''
  const spelled = word
    .replace(/tch|tsch|tj|ch|cz|sh|sch|zh|dj|dzh|gi(?=[aou])/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/kh|gh|ck|qu/g, 'k')
    .replace(/th|ts|tz/g, 't')
    .replace(/ks/g, 'x')
  for (const letter of spelled) {
    const kind = SOUND[letter]
    if (kind !== undefined && !sound.endsWith(kind)) sound += kind
  }
  if (skeletons.size > MOST_REMEMBERED) skeletons.clear()
  skeletons.set(word, sound)
  return sound
}

/** How alike two words are; 0 when below `LEAST_ALIKE`. */
export function wordsAlike(a: string, b: string): number {
  if (a === b) return 1
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  if (shorter < 3 || longer < 4 || hasDigit(a) || hasDigit(b)) return 0
  const most = longer < 7 ? 2 : longer < 11 ? 3 : 4
  if (longer - shorter > most) return 0
  const edits = editDistance(a, b, most)
  if (edits > most) return 0
  const letters = 1 - (edits * EDIT_COST) / longer
  const alike = Math.max(letters, shorter < 4 ? 0 : soundAlike(a, b))
  return alike < LEAST_ALIKE ? 0 : alike
}

/** How alike two words sound: their consonants must be the same, their vowels may differ a little. */
function soundAlike(a: string, b: string): number {
  const sound = soundOf(a)
  if (sound.length < 2 || sound !== soundOf(b)) return 0
  const edits = editDistance(foldVowels(a), foldVowels(b), 3)
  const short = Math.min(a.length, b.length) < 5 ? 0.05 : 0
  return edits > 2 ? 0 : SOUND_ALIKE - short - edits * (sound.length === 2 ? 0.13 : sound.length === 3 ? 0.1 : 0.05)
}

const folded = new Map<string, string>()

/** Spellings of one vowel as one, doubled letters once: "Yousef" and "Yusef", "Hussein" and "Husayn". */
function foldVowels(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const vowels = word
    .replace(/(.)\1+/g, '$1')
    .replace(/ou|oo|uw/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ey|ei|ay|ai|iy|yi|ij|ee|ie|y|j/g, 'i')
    .replace(/[aeiou]h$/, (end) => end.slice(0, 1))
  if (folded.size > MOST_REMEMBERED) folded.clear()
  folded.set(word, vowels)
  return vowels
}

const hasDigit = (word: string): boolean => /[0-9]/.test(word)

const rows: Int32Array[] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)]

/** Insertions, deletions, exchanges and swaps of neighbours between two words; `most + 1` as soon as it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (b.length >= 63 || a.length >= 63) return a === b ? 0 : most + 1
  let [before, last, now] = rows as [Int32Array, Int32Array, Int32Array]
  for (let column = 0; column <= b.length; column += 1) last[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    now[0] = row
    let least = row
    const letter = a.charCodeAt(row - 1)
    for (let column = 1; column <= b.length; column += 1) {
      const other = b.charCodeAt(column - 1)
      let cost = Math.min((last[column] as number) + 1, (now[column - 1] as number) + 1, (last[column - 1] as number) + (letter === other ? 0 : 1))
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other)
        cost = Math.min(cost, (before[column - 2] as number) + 1)
      now[column] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const free = before
    before = last
    last = now
    now = free
  }
  return last[b.length] as number
}
