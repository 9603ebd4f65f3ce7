/** Listings and names made up for tests. */
import fc from 'fast-check'
import { type ListEntry, type ListUsed, listedParty } from '#shared/domain/screening.ts'

/** A listed party with these fields and nothing else. */
export const listed = (list: string, entry: string, name: string, more: Partial<ListEntry> = {}): ListEntry & { entryHash: string } => ({
  ...listedParty(list, entry, 'entity', name),
  entryHash: `hash-${entry}`,
  ...more,
})
/** A complete list of that id. */
export const list = (id: string): ListUsed => ({ id, title: id, contentDate: '2026-07-31', records: 1, sha256: `sha-${id}`, complete: true })

export const GIVEN = [
  'muhammad',
  'mohamed',
  'yusuf',
  'youssef',
  'anna',
  'ana',
  'wei',
  'xiaoming',
  'sergei',
  'sergey',
  'j',
  'm',
  'abd',
  'al',
  'de',
  'olga',
  'kim',
  'lee',
  'محمد',
  'أحمد',
  'Иван',
  'محمدديب',
  'وحید',
  'vahid',
  'Γεώργιος',
]
export const FAMILY = [
  'rahman',
  'hussein',
  'husayn',
  'zhang',
  'chang',
  'ivanov',
  'ivanova',
  'kuznetsov',
  'petrov',
  'okafor',
  'qadhafi',
  'gaddafi',
  'الرحمن',
  'Петров',
  'smith',
  'دودين',
  'dudin',
  'مجید',
  'majid',
  'smyth',
  'o',
  'x',
]
export const TELLING = [
  'huawei',
  'hua',
  'wei',
  'rosoboronexport',
  'aero',
  'caribbean',
  'aerocaribbean',
  'almaz',
  'antey',
  'hikvision',
  'hik',
  'vision',
  'phytium',
  '11420',
  '14',
  '13',
  'smic',
  '华为',
  '海康威视',
  '长江存储',
  '林巴贺',
  'limbach',
  '纽琦诗',
  'new chess',
  '海昇',
  'haisen',
  '蓝帽',
  'blue hat',
  'sz',
  'xyzzyq',
  'МЗКТ',
  'mzkt',
  '(НСПК)',
  '«Ротор»',
]
export const TRADE = [
  'technology',
  'technologies',
  'tech',
  'trading',
  'general',
  'group',
  'institute',
  'china',
  'shenzhen',
  'beijing',
  'bank',
  'of',
  'and',
  'international',
  'semiconductor',
  'manufacturing',
  '科技',
  '北京',
  '研究所',
  'Минский завод колёсных тягачей',
  'завод',
]
const FORM = ['co ltd', 'llc', 'corp', 'gmbh', 'ooo', '有限公司', '']

/** Some of these words. */
export const some = (words: readonly string[], least: number, most: number) => fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most })
/** Names of people, of firms, and of letters thrown together. */
export const person = fc.tuple(some(GIVEN, 0, 3), some(FAMILY, 0, 2)).map(([given, family]) => [...given, ...family].join(' '))
export const firm = fc
  .tuple(some(TELLING, 0, 2), some(TRADE, 0, 3), fc.constantFrom(...FORM))
  .map(([telling, trade, form]) => [...telling, ...trade, form].join(' '))
export const anyName = fc.oneof(person, firm, fc.string({ unit: fc.constantFrom('a', 'e', 'k', 'h', 's', 'm', ' '), minLength: 3, maxLength: 16 }))

/** A slip at a place: a letter out, doubled, exchanged or swapped, a space put in or taken out. */
export const slip = fc.tuple(fc.nat(), fc.constantFrom('out', 'double', 'other', 'swap', 'split', 'join', 'none'))
/** The name with the slip in it. */
export function disguised(name: string, [place, kind]: [number, string]): string {
  const letters = [...name]
  const at = letters.length === 0 ? 0 : place % letters.length
  const here = letters[at] ?? ''
  if (kind === 'out') letters.splice(at, 1)
  if (kind === 'double') letters.splice(at, 0, here)
  if (kind === 'other') letters.splice(at, 1, 'u')
  if (kind === 'swap') letters.splice(at, 2, letters[at + 1] ?? '', here)
  if (kind === 'split') letters.splice(at, 0, ' ')
  return kind === 'join' ? name.replace(' ', '') : letters.join('')
}
