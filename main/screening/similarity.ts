/**
 * How alike two words are, from 0 to 1: equal, nearly equal in letters, or alike in sound as transliterations are. Numbers are
 * alike only when equal, since they tell ships, factories and institutes apart.
 */

/** Below this two words count as different. */
export const LEAST_ALIKE = 0.7

const EDIT_COST = 1.1
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
  if (shorter < 4 || hasDigit(a) || hasDigit(b)) return 0
  const most = longer < 7 ? 2 : longer < 11 ? 3 : 4
  if (longer - shorter > most) return 0
  const edits = editDistance(a, b, most)
  if (edits > most) return 0
  const letters = 1 - (edits * EDIT_COST) / longer
  const sound = edits <= Math.ceil(longer / 3) && soundOf(a) === soundOf(b) ? SOUND_ALIKE - edits * soundCost(soundOf(a).length) : 0
  const alike = Math.max(letters, sound)
  return alike < LEAST_ALIKE ? 0 : alike
}

/** The fewer consonants two words share, the less their vowels may differ. */
const soundCost = (consonants: number): number => (consonants < 2 ? 1 : consonants === 2 ? 0.085 : consonants === 3 ? 0.06 : 0.04)

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
