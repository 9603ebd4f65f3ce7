/**
 * Makes a compiled pack ready for one day: the rules in force that day by what they conclude, those of single control
 * entries in an index, and the dated parameters resolved to sets.
 */
import type { FactPath, IsoDate, Range, RuleId } from '#shared/trace/trace.ts'
import type { CompiledPack, ConclusionDeclaration, FactDeclaration, Rule } from './types.ts'

export type RuleIndex = { general: Rule[]; byEccn: Map<string, Rule[]>; indexed: number }
export type PreparedPack = {
  pack: CompiledPack
  asOf: IsoDate
  rules: Map<FactPath, RuleIndex>
  ruleById: Map<RuleId, Rule>
  /** For each rule, the rules in force that override it. */
  overriders: Map<RuleId, RuleId[]>
  parameters: Map<string, ReadonlySet<string>>
  facts: Map<FactPath, FactDeclaration>
  conclusions: Map<FactPath, ConclusionDeclaration>
}

/** ISO dates compare as text; `until` is the last day in force. */
export const inForce = (ranges: readonly Range[], day: IsoDate): boolean =>
  ranges.some((range) => range.from <= day && (range.until === undefined || day <= range.until))

/** Selects what is in force on `asOf`. Pure; callers keep the result for further cases of that day. */
export function prepare(pack: CompiledPack, asOf: IsoDate): PreparedPack {
  const rules = new Map<FactPath, RuleIndex>()
  const overriders = new Map<RuleId, RuleId[]>()
  const ruleById = new Map<RuleId, Rule>()
  for (const rule of pack.rules) {
    if (!inForce(rule.inForce, asOf)) continue
    ruleById.set(rule.id, rule)
    let index = rules.get(rule.concludes)
    if (index === undefined) {
      index = { general: [], byEccn: new Map(), indexed: 0 }
      rules.set(rule.concludes, index)
    }
    if (rule.eccns === undefined) index.general.push(rule)
    else {
      index.indexed++
      for (const eccn of rule.eccns) {
        const same = index.byEccn.get(eccn)
        if (same === undefined) index.byEccn.set(eccn, [rule])
        else same.push(rule)
      }
    }
    for (const overridden of rule.overrides) {
      const others = overriders.get(overridden)
      if (others === undefined) overriders.set(overridden, [rule.id])
      else others.push(rule.id)
    }
  }
  const parameters = new Map<string, ReadonlySet<string>>()
  for (const parameter of pack.parameters) {
    const version = parameter.versions.find((candidate) => inForce([candidate.inForce], asOf))
    if (version !== undefined) parameters.set(parameter.name, new Set(version.values))
  }
  return {
    pack,
    asOf,
    rules,
    ruleById,
    overriders,
    parameters,
    facts: new Map(pack.facts.map((fact) => [fact.path, fact])),
    conclusions: new Map(pack.conclusions.map((conclusion) => [conclusion.path, conclusion])),
  }
}
