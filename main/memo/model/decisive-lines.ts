/** Reads the decisive rules of an item's proof: those that apply, are still open or were overridden; the others are counted. */
import type { Lang, RuleTrace, Trace, Words } from '#shared/trace/trace.ts'
import type { ItemReasons, ReasonLine } from './memo-input.ts'

/** The rules that bear on `item`, in the order of its proofs. Throws Error when the proof names a rule without words. */
export function decisiveLines(
  item: string,
  proofs: readonly Trace[],
  rules: Readonly<Record<string, { says: Words; cites: readonly string[] }>>,
  lang: Lang,
): ItemReasons {
  const lines = new Map<string, ReasonLine>()
  const examined = new Set<string>()
  for (const part of proofs.flatMap(rulesOf)) {
    if (part.applied === 'no') {
      examined.add(part.id)
      continue
    }
    const words = rules[part.id]
    if (words === undefined) throw new Error(`the proof names the rule ${part.id}, for which there are no words`)
    lines.set(part.id, { rule: part.id, says: words.says[lang], cite: words.cites.join('; '), applied: part.applied })
  }
  for (const id of lines.keys()) examined.delete(id)
  return { item, lines: [...lines.values()], notApplied: examined.size }
}

function rulesOf(trace: Trace): RuleTrace[] {
  if (trace.kind === 'rule') return [trace]
  return trace.kind === 'conclusion' ? trace.parts : []
}
