/** Finds control entries whose titles share words with a description: a pointer for the officer's eye, never a result. */
import type { ClassifyAnswer, ClassifyItem } from '#shared/domain/classification.ts'
import type { Words } from '#shared/trace/trace.ts'

const MOST = 12
const COMMON = new Set(
  'and the for with not than from this that these those item items other such used use their its are has have having per any all into also made more less which controlled specified equipment'.split(
    ' ',
  ),
)

/** Words of three letters and more by their plain form, and pairs of Chinese characters. */
function terms(text: string): Map<string, string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const found = new Map<string, string>()
  for (const [word] of plain.matchAll(/[a-z0-9]{3,}/g)) {
    if (COMMON.has(word)) continue
    found.set(word.length > 4 ? word.replace(/ies$/, 'y').replace(/s$/, '').replace(/e$/, '') : word, word)
  }
  for (const [run] of plain.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= run.length; at++) found.set(run.slice(at, at + 2), run.slice(at, at + 2))
  return found
}

const GROUPS: Record<string, string> = { commodity: 'ABC', software: 'D', technology: 'E' }

/** Entries that words of the description point to, best first; held to the item's category and kind where it states them. */
export function findByWords(item: ClassifyItem, entries: readonly { eccn: string; title: Words }[]): ClassifyAnswer['reviewed'] {
  const wanted = terms(item.description)
  if (wanted.size === 0) return []
  const groups = item.kind === undefined ? undefined : GROUPS[item.kind]
  const fitting = entries
    .filter(({ eccn }) => (item.category === undefined || eccn.startsWith(item.category)) && (groups === undefined || groups.includes(eccn.charAt(1))))
    .map(({ eccn, title }) => ({ eccn, held: terms(`${title.en} ${title.zh}`) }))
  const rarity = new Map([...wanted.keys()].map((term) => [term, Math.log((fitting.length + 1) / (fitting.filter(({ held }) => held.has(term)).length + 0.5))]))
  return fitting
    .map(({ eccn, held }) => ({ eccn, shared: [...wanted.keys()].filter((term) => held.has(term)) }))
    .map(({ eccn, shared }) => ({ eccn, shared, weight: shared.reduce((sum, term) => sum + (rarity.get(term) ?? 0), 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.eccn < b.eccn ? -1 : 1))
    .slice(0, MOST)
    .map(({ eccn, shared }) => ({ eccn, why: shared.map((term) => wanted.get(term)).join(', ') }))
}
