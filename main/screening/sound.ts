/** The sound of a word in consonants, and its vowels in one spelling: what transliterations of one name have in common. */

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
const MOST_REMEMBERED = 200_000

/** A function of a word that remembers what it has worked out, of at most so many words. */
export function remembering<T extends NonNullable<unknown>>(work: (word: string) => T, most = MOST_REMEMBERED): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = work(word)
    known.set(word, made)
    return made
  }
}

/** The consonants of a word by class of sound, doubled ones once: "Muhammad" and "Mohamed" give the same. */
export function soundOf(word: string): string {
  let sound = ''
  const spelled = word
    .replace(/tch|tsch|tj|ch|cz|sh|sch|zh|dj|dzh|gi(?=[aou])/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/kh|gh|ck|qu/g, 'k')
    .replace(/th|ts|tz/g, 't')
    .replace(/ks/g, 'x')
  for (let place = 0; place < spelled.length; place += 1) {
    const kind = SOUND[spelled.charAt(place)]
    if (kind !== undefined && !sound.endsWith(kind)) sound += kind
  }
  return sound
}

/** Spellings of one vowel as one, doubled letters once: "Yousef" and "Yusef", "Hussein" and "Husayn". */
export const foldVowels = (word: string): string =>
  word
    .replace(/(.)\1+/g, '$1')
    .replace(/ou|oo|uw/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ey|ei|ay|ai|iy|yi|ij|ee|ie|y|j/g, 'i')
    .replace(/[aeiou]h$/, (end) => end.slice(0, 1))
