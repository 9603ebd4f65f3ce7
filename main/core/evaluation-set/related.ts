/**
 * How much two names share, judged by means of their own: the set must not be made with the matcher that it measures. It only
 * sorts pairs whose label is known from the lists into disguises; it never gives a label.
 */
import anyAscii from 'any-ascii'

/** Legal forms, titles and little words, which tell nothing about who is meant. */
const EMPTY = new Set(
  `a ab ad ag al an ao as bin bv bvba co cjsc company corp corporation cv da de del der di doo dos du e el eood ev fze fzc fzco gmbh group gruppe
  ibn inc incorporated jsc kft kg la las le les limited liability llc llp los ltd ltda mr mrs nv oao oao of ojsc ood ooo oy pao partnership pjsc plc private pte
  pty public pvt s sa sal sarl sas sdn bhd spa spol sro srl the tov und van von y zao zrt and for in joint stock society with i o`.split(/\s+/),
)

/** Words of trades and places in company names: shared by many, so that sharing them alone is no kinship. */
export const DESCRIBING = new Set(
  `academy aero aeronautics aerospace agency air aircraft airlines airways anonim applied asia associates association auto automation automotive aviation bank base beijing black building business cargo
  center central centre chemical chemicals china city cloud commerce commercial communication communications components computer computing construction consulting consultants control crew
  data defence defense design development device devices digital distribution dubai economic electric electrical electro electron electronic electronics energy engineering
  enterprise enterprises equipment establishment exchange exhibition export factory federal field finance financial first food foreign foundation free freight fuel gas general global gold government
  guangdong guangzhou hangzhou heavy high holding holdings home hong house imaging import industrial industries industry information infrastructure innovation institute
  instrument instruments insurance integrated intelligence intelligent international internet investment investments iran islamic kong laboratory laser leasing life line lines
  logistics machine machinery management manufacturing marine maritime market marketing materials measuring mechanical medical metal metals microelectronics military mining ministry moscow
  motor motors national naval navigation network networks new nuclear ocean oil one optical optics optoelectronics organization overseas pacific parts petrochemical petroleum pharmaceutical photonics
  plant plastic power precision private procurement produce production products project property radio real red regional research resources russia russian science scientific sea security semiconductor
  service services shanghai shenzhen ship shipbuilding shipping shipyard software solution solutions space special specialized star state steel storage studies supply supplies support systems system
  technic technical technological technologies technology tech tehran telecom telecommunication telecommunications testing textile textiles tianjin tool tools tourism trade traders trading training
  transport transportation travel trust union unit united university venture water wireless works world yard`.split(/\s+/),
)

export const PLACES =
  `Beijing,Shanghai,Shenzhen,Guangzhou,Chengdu,Wuhan,Xi'an,Nanjing,Hangzhou,Tianjin,Dalian,Qingdao,Hong Kong,Dubai,Sharjah,Istanbul,Ankara,Moscow,Minsk,Tehran,Isfahan,Shiraz,Damascus,Aleppo,Beirut,Karachi,Lahore,Singapore,Bangkok,Delhi,Mumbai`.split(
    ',',
  )

/** Plain lower-case words of a name in any script. */
export function plainWords(name: string): string[] {
  return anyAscii(name.normalize('NFKC').replace(/['’ʼ`´ʹьъЬЪ-]/g, (sign) => (sign === '-' ? ' ' : '')))
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => `${initials.replaceAll('.', '')} `)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The words that can tell who is meant; all words when there is no such word. */
export function tellingWords(name: string): string[] {
  const words = plainWords(name).filter((word) => !EMPTY.has(word) && (word.length > 1 || /[0-9]/.test(word)))
  return words.length === 0 ? plainWords(name) : words
}

const skeletons = new Map<string, string>()

/** The consonants of a word in coarse classes, so that spellings of one sound meet. */
export function skeleton(word: string): string {
  const known = skeletons.get(word)
  if (known !== undefined) return known
  const made = word
    .replace(/tsch|tch|sch|shch|stj|tj|sj|ch|sh|zh|dj|dzh|cz|sz|gh/g, 'c')
    .replace(/kh|ck|qu|q|g|x/g, 'k')
    .replace(/ph|v|w|b|p/g, 'f')
    .replace(/th|dh|d/g, 't')
    .replace(/ts|tz|z|j/g, 's')
    .replace(/c/g, 's')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1')
  skeletons.set(word, made)
  return made
}

/** The share of the shorter name's consonants, by class, that stand in the other one at any place. */
export function soundsShared(name1: string, name2: string): number {
  const sounds = (name: string): string[] => [...plainWords(name).map(skeleton).join('')]
  const [short = [], long = []] = [sounds(name1), sounds(name2)].sort((a, b) => a.length - b.length)
  const left = [...long]
  let shared = 0
  for (const sound of short) {
    const at = left.indexOf(sound)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  return short.length === 0 ? 0 : shared / short.length
}

/** Insertions, deletions and exchanges between two words. */
export function edits(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      now[column] = Math.min(
        (last[column] as number) + 1,
        (now[column - 1] as number) + 1,
        (last[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1),
      )
    }
    last = now
  }
  return last[b.length] as number
}

/** Whether two words can be one word spelled in two ways. */
export function wordsNear(a: string, b: string): boolean {
  if (a === b) return true
  if (/[0-9]/.test(a + b) || Math.min(a.length, b.length) < 3) return false
  const sound = skeleton(a)
  if (sound.length >= 2 && sound === skeleton(b) && Math.abs(a.length - b.length) <= 3) return true
  const most = Math.floor(Math.max(a.length, b.length) / 4)
  return Math.abs(a.length - b.length) <= most && edits(a, b) <= most
}

/** How far two names share words: pairs of words that met, what each has left, and the met share of the shorter one's letters. */
export type Kinship = { met: number; left1: string[]; left2: string[]; share: number }

/** Each word meets at most one; neighbouring words written together meet the one word too. */
export function kinship(words1: readonly string[], words2: readonly string[]): Kinship {
  const left1 = [...words1]
  const left2 = [...words2]
  let met = 0
  let letters = 0
  const meet = (test: (a: string, b: string) => boolean): void => {
    for (let first = 0; first < left1.length; first += 1) {
      const second = left2.findIndex((word) => test(left1[first] as string, word))
      if (second < 0) continue
      letters += Math.min((left1[first] as string).length, (left2[second] as string).length)
      left1.splice(first, 1)
      left2.splice(second, 1)
      met += 1
      first -= 1
    }
  }
  meet((a, b) => a === b)
  meet(wordsNear)
  const joined = (from: string[], to: string[]): void => {
    for (let at = 0; at + 1 < from.length; at += 1) {
      const both = `${from[at]}${from[at + 1]}`
      const other = to.findIndex((word) => wordsNear(word, both))
      if (other < 0 || both.length < 5) continue
      letters += both.length
      met += 2
      from.splice(at, 2)
      to.splice(other, 1)
    }
  }
  joined(left1, left2)
  joined(left2, left1)
  const shorter = Math.min(words1.join('').length, words2.join('').length)
  return { met, left1, left2, share: shorter === 0 ? 0 : Math.min(1, letters / shorter) }
}

/** What kind of alias one name is of the other. */
export function aliasKind(name: string, alias: string, person: boolean): string {
  const words1 = tellingWords(name)
  const words2 = tellingWords(alias)
  const { met, left1, left2, share } = kinship(words1, words2)
  if (met > 0 && left1.length === 0 && left2.length === 0) return 'alias-spelling'
  if (isAcronym(alias, name) || isAcronym(name, alias)) return 'acronym'
  const telling = person || words1.some((word) => !DESCRIBING.has(word) && words2.some((other) => wordsNear(word, other)))
  if (!telling) return share > 0 ? 'alias-distant' : 'alias-unrelated'
  const enough = met >= 2 || (!person && met === 1 && share >= 0.99)
  if (enough && (left1.length === 0 || left2.length === 0)) return 'alias-more-words'
  if (met >= 2 && share >= 0.6) return 'alias-partly'
  return share > 0 ? 'alias-distant' : 'alias-unrelated'
}

function isAcronym(short: string, long: string): boolean {
  const words = plainWords(short)
  if (words.length !== 1 || (words[0] as string).length < 3) return false
  const all = plainWords(long)
  const initials = (some: string[]): string => some.map((word) => word[0]).join('')
  return all.length > 2 && (initials(all) === words[0] || initials(all.filter((word) => !EMPTY.has(word))) === words[0])
}
