/** Greek letters as they sound, since lists write foreign names in Greek by sound: "ντ" is d, "μπ" is b, "τζ" is j. */

type Steps = readonly (readonly [RegExp, string])[]
/** The vowels with a consonant in them, by what follows. */
const AF_AND_EV: Steps = [
  [/αυ(?=[θκξπσςτφχψ]|$)/g, 'af'],
  [/ευ(?=[θκξπσςτφχψ]|$)/g, 'ef'],
  [/αυ/g, 'av'],
  [/ευ/g, 'ev'],
]
const BY_SOUND: Steps = [[/μπ/g, 'b'], [/ντ/g, 'd'], [/γκ|γγ/g, 'g'], [/τζ/g, 'j'], [/τσ/g, 'ts'], [/ου/g, 'u'], [/αι/g, 'e'], [/ει|οι|υι/g, 'i'], ...AF_AND_EV]
/** The same pairs letter by letter, as passports write them. */
const BY_LETTER: Steps = [
  [/ου/g, 'ou'],
  [/μπ/g, 'mp'],
  [/ντ/g, 'nt'],
  [/γκ/g, 'gk'],
  [/γγ/g, 'ng'],
  [/τζ/g, 'tz'],
  [/αι/g, 'ai'],
  [/ει/g, 'ei'],
  [/οι/g, 'oi'],
  ...AF_AND_EV,
  [/χ/g, 'ch'],
  [/υ/g, 'y'],
]
/** As most people write their names: pairs by sound at the start and by letter inside, with an h and the endings of old names. */
const BY_USE: Steps = [
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
  [/(?<!\p{L})γκ/gu, 'g'],
  [/μπ/g, 'mb'],
  [/ντ/g, 'nt'],
  [/γ[γκ](?=[ειη])/g, 'ng'],
  [/γκ/g, 'g'],
  [/γγ/g, 'ng'],
  [/γι(?=[αου])/g, 'y'],
  [/ιδης?(?!\p{L})/gu, 'ides'],
  [/ου/g, 'ou'],
  [/τζ/g, 'tz'],
  [/αι/g, 'ai'],
  [/ει/g, 'i'],
  [/οι/g, 'i'],
  ...AF_AND_EV,
  [/χ/g, 'h'],
  [/υ/g, 'y'],
]
const LETTERS: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'i',
  φ: 'f',
  χ: 'kh',
  ψ: 'ps',
  ω: 'o',
}

const BY = { 'by-sound': BY_SOUND, 'by-letter': BY_LETTER, 'by-use': BY_USE }

/** Articles and the word for "and", which are short words of other languages when written in Latin letters. */
const ARTICLES = /(?<![\p{L}\p{M}])(?:ο|η|το|οι|τα|του|της|των|τον|την|τους|τις|και)(?![\p{L}\p{M}])/gu

/** Whether a text holds Greek letters. */
export const hasGreek = (text: string): boolean => /\p{Script=Greek}/u.test(text)

/** Greek letters of a text in Latin ones, lowered, by sound or letter by letter; everything else stays. */
export function greekAsLatin(text: string, how: 'by-sound' | 'by-letter' | 'by-use' = 'by-sound'): string {
  let latin = text
    .toLowerCase()
    // Two vowels with a mark on the first one, or two points on the second, are read apart.
    .replace(/([άέό])([ιυϊϋ])/g, '$1\u0001$2')
    .normalize('NFD')
    .replace(/([ιυ])\u0308/g, '\u0001$1')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(ARTICLES, '')
  for (const [pattern, by] of BY[how]) latin = latin.replace(pattern, by)
  return latin.replaceAll('\u0001', '').replace(/\p{Script=Greek}/gu, (letter) => LETTERS[letter] ?? '')
}
