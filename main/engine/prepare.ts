/**
 * Makes a compiled pack ready for one day: the rules in force that day by what they conclude, those of single control
 * entries in an index, and the dated parameters resolved to sets.
 */
import type { FactPath, IsoDate, RuleId } from '#shared/trace/trace.ts'
import { lookupOf } from './lookup.ts'
import type { CompiledPack, ConclusionDeclaration, FactDeclaration, KnownRange, Rule } from './types.ts'

export type RuleIndex = { general: Rule[]; byEccn: Map<string, Rule[]>; indexed: number }
export type PreparedPack = {
  pack: CompiledPack
  asOf: IsoDate
  knownOn: IsoDate
  rules: Map<FactPath, RuleIndex>
  ruleById: Map<RuleId, Rule>
  /** For each rule, the rules in force that override it. */
  overriders: Map<RuleId, RuleId[]>
  parameters: Map<string, ReadonlySet<string>>
  facts: ReadonlyMap<FactPath, FactDeclaration>
  conclusions: Map<FactPath, ConclusionDeclaration>
}

/** Later than any day: what is known now and for good. */
export const EVER: IsoDate = '9999-12-31'

/** ISO dates compare as text; `until` is the last day in force. `knownOn` is the day of whose knowledge the question is asked. */
export const inForce = (ranges: readonly KnownRange[], day: IsoDate, knownOn: IsoDate = EVER): boolean =>
  ranges.some(
    ({ from, until, knownSince, knownUntil }) =>
      from <= day &&
      (until === undefined || day <= until) &&
      (knownSince === undefined || knownSince <= knownOn) &&
      (knownUntil === undefined || knownOn <= knownUntil),
  )

/** Selects what is in force on `asOf` by what was public on `knownOn`. Pure; callers keep the result for further cases of that day. */
export function prepare(pack: CompiledPack, asOf: IsoDate, knownOn: IsoDate = EVER): PreparedPack {
  const rules = new Map<FactPath, RuleIndex>()
  const overriders = new Map<RuleId, RuleId[]>()
  const ruleById = new Map<RuleId, Rule>()
  for (const rule of pack.rules) {
    if (!inForce(rule.inForce, asOf, knownOn)) continue
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
    const version = parameter.versions.find((candidate) => inForce([candidate.inForce], asOf, knownOn))
    if (version !== undefined) parameters.set(parameter.name, new Set(version.values))
  }
  return {
    pack,
    asOf,
    knownOn,
    rules,
    ruleById,
    overriders,
    parameters,
    facts: lookupOf(pack).facts,
    conclusions: new Map(pack.conclusions.map((conclusion) => [conclusion.path, conclusion])),
  }
}
