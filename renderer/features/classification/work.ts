/** What the officer enters while classifying: description, typed parameters, added entries, marks by hand. Kept with the item. */
import type { CaseItem } from '#shared/domain/case.ts'
import { type Candidate, type ClassifyInput, classifyItem, type ParameterInput } from '#shared/domain/classification.ts'
import type { Lang } from '#shared/trace/trace.ts'

export type Mark = NonNullable<ClassifyInput['marks']>[number]
export type Work = {
  description: string
  kind: CaseItem['kind']
  category: string
  parameters: Record<string, ParameterInput>
  marks: Mark[]
  /** Entries that the officer put on the list. */
  added: string[]
}

export const emptyWork: Work = { description: '', kind: undefined, category: '', parameters: {}, marks: [], added: [] }

/** Takes up what was kept with the item; anything that does not fit is left out. */
export function workOf(item: CaseItem): Work {
  const kept = (item.classification ?? {}) as { parameters?: unknown; marks?: unknown; category?: unknown; added?: unknown }
  const parsed = classifyItem.pick({ parameters: true, marks: true }).safeParse({ parameters: kept.parameters ?? {}, marks: kept.marks ?? [] })
  return {
    description: item.description,
    kind: item.kind,
    category: typeof kept.category === 'string' ? kept.category : '',
    parameters: parsed.success ? parsed.data.parameters : {},
    marks: parsed.success ? parsed.data.marks : [],
    added: Array.isArray(kept.added) ? kept.added.filter((one): one is string => typeof one === 'string') : [],
  }
}

/** The request for the core. */
export function requestOf(id: string, work: Work, lang: Lang): ClassifyInput & { lang: Lang } {
  return {
    id,
    lang,
    description: work.description,
    ...(work.kind ? { kind: work.kind } : {}),
    ...(work.category ? { category: work.category } : {}),
    parameters: work.parameters,
    marks: work.marks,
  }
}

export type EntryGroup = { eccn: string; candidates: Candidate[]; best: Candidate['state']; added: boolean }

const RANK = { met: 0, unknown: 1, 'not-modelled': 2, 'not-met': 3 } as const

/** Candidates put together by entry, the most telling first; paragraphs in the order of the entry. */
export function groupCandidates(candidates: Candidate[], added: string[]): EntryGroup[] {
  const groups = new Map<string, Candidate[]>()
  for (const eccn of added) groups.set(eccn, [])
  for (const candidate of candidates) groups.set(candidate.eccn, [...(groups.get(candidate.eccn) ?? []), candidate])
  const best = (some: Candidate[]): Candidate['state'] => some.map((one) => one.state).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'not-modelled'
  return [...groups]
    .map(([eccn, some]) => ({
      eccn,
      candidates: [...some].sort((a, b) => a.paragraph.localeCompare(b.paragraph, 'en', { numeric: true })),
      best: best(some),
      added: added.includes(eccn),
    }))
    .sort((a, b) => RANK[a.best] - RANK[b.best] || Math.max(0, ...b.candidates.map((one) => one.score)) - Math.max(0, ...a.candidates.map((one) => one.score)))
}

/** Position of a value and its limit on one axis from zero, as parts of its length; null when one of them is no number. */
export function axisOf(value: string, limit: string): { value: number; limit: number } | null {
  const [a, b] = [value, limit].map((text) => Number.parseFloat(text.replaceAll(',', '')))
  if (a === undefined || b === undefined || !Number.isFinite(a) || !Number.isFinite(b) || a < 0 || b <= 0) return null
  const end = Math.max(a, b) * 1.25
  return { value: a / end, limit: b / end }
}
