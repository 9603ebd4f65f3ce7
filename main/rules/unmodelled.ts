/** Which rules of a pack rest on law that it does not hold, so that a case which meets them needs a person. */
import type { CompiledPack, Rule } from '#main/engine/types.ts'
import { walk } from '#main/engine/walk.ts'
import type { Words } from '#shared/trace/trace.ts'
import { NO_ROW } from './chart.ts'

export type Unmodelled = { rule: string; cites: string[]; what: Words }

/**
 * One line for each rule and each thing that it does not hold. Every chart row also leaves open the places that have no row in
 * the chart; that is one gap of the chart and not one of each rule, and stands in the list once.
 */
export function unmodelled(pack: CompiledPack): Unmodelled[] {
  const found = pack.rules.flatMap(inRule)
  const noRow = found.find(({ what }) => what.en === NO_ROW.en)
  return [...(noRow === undefined ? [] : [{ ...noRow, rule: 'chart' }]), ...found.filter(({ what }) => what.en !== NO_ROW.en)]
}

function inRule(rule: Rule): Unmodelled[] {
  const conditions = [...walk(rule.when)].flatMap((expr) => (expr.kind === 'not-modelled' ? [expr.what] : []))
  const words = 'notModelled' in rule.then ? [rule.then.notModelled, ...conditions] : conditions
  return words.map((what) => ({ rule: rule.id, cites: rule.cites, what }))
}
