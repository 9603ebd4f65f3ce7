/** Shows the classification tables as the window needs them: every parameter with its uses, every entry with its paragraphs. */
import type { ParameterRow } from '#shared/contract/replies.ts'
import type { Words } from '#shared/trace/trace.ts'
import { type ClassificationTables, expressionsOf, type Formula, visit } from './tables.ts'

function inputs(formula: Formula): string[] {
  if (formula.kind === 'parameter') return [formula.parameter]
  if (formula.kind === 'number') return []
  if (formula.kind === 'log2') return inputs(formula.of)
  return [...formula.of.flatMap(inputs), ...(formula.kind === 'max' && formula.complete !== undefined ? [formula.complete] : [])]
}

/** Parameters in the order of the tables; `usedBy` names the paragraphs that test them, directly or through a formula. */
export function describeTables(tables: ClassificationTables): {
  parameters: ParameterRow[]
  entries: { eccn: string; paragraphs: { designator: string; says: Words }[] }[]
} {
  const uses = new Map<string, Set<string>>()
  const use = (parameter: string, by: string): void => {
    const found = uses.get(parameter) ?? new Set()
    uses.set(parameter, found)
    if (found.has(by)) return
    found.add(by)
    for (const formula of tables.parameters[parameter]?.derive ?? []) for (const input of inputs(formula)) use(input, by)
  }
  for (const { path, expression } of expressionsOf(tables)) {
    visit(expression, (part) => {
      if (part.kind === 'measure' || part.kind === 'answer') use(part.parameter, path)
    })
  }
  return {
    parameters: Object.values(tables.parameters).map(({ name, label, unit, help, type, choices }) => ({
      name,
      label,
      unit,
      help,
      type,
      choices,
      usedBy: [...(uses.get(name) ?? [])],
    })),
    entries: tables.entries.map((entry) => ({
      eccn: entry.eccn,
      paragraphs: Object.values(entry.paragraphs).map(({ at, says }) => ({ designator: at, says })),
    })),
  }
}
