/** Which defined terms a question uses, by the words in which it writes them. */
import type { TermRow } from '#shared/contract/replies.ts'
import type { Lang } from '#shared/trace/trace.ts'

const signsOf = ({ name, match }: TermRow, lang: Lang): string[] => [name, ...match].map((words) => words[lang].toLowerCase())
const latin = /[a-z0-9]/

/** Latin words must stand alone; Chinese has no gaps between words. */
function writes(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + sign.length] ?? ' '
    if (!latin.test(sign[0] ?? '') || (!latin.test(before) && !latin.test(after))) return true
  }
  return false
}

/** Terms in the order in which the texts first write them. */
export function termsIn(texts: readonly string[], terms: readonly TermRow[], lang: Lang): TermRow[] {
  const text = texts.join('\n').toLowerCase()
  const first = (term: TermRow) =>
    Math.min(
      ...signsOf(term, lang)
        .filter((sign) => writes(text, sign))
        .map((sign) => text.indexOf(sign)),
    )
  return terms
    .map((term) => ({ term, at: first(term) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at)
    .map(({ term }) => term)
}
