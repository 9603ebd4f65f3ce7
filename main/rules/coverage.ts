/**
 * The coverage table of a pack: for each row of an inventory of the law, what of the pack holds it, or why nothing does.
 * Files are `tables/coverage/<part>.csv` with the columns row, cite, rules, why.
 */
import type { CompiledPack } from '#main/engine/types.ts'
import type { CoveragePart, CoverageRow } from '#shared/contract/replies.ts'
import type { RawPack } from './read-pack.ts'

/** Holds a row whose content a program writes from the readings. */
const GENERATOR = 'generator'

/** Names of what does not exist, rows named twice, and rows with neither a rule nor a reason. */
export function coverageProblems(raw: RawPack, pack: CompiledPack): string[] {
  const known: Record<string, ReadonlySet<string>> = {
    rule: new Set(pack.rules.map(({ id }) => id)),
    fact: new Set([...pack.facts, ...pack.conclusions].map(({ path }) => path)),
    list: new Set(pack.parameters.map(({ name }) => name)),
    template: new Set(raw.files.flatMap(({ content }) => content.templates.map(({ name }) => name))),
    exception: new Set(pack.regime.exceptions.flatMap(({ symbol, limbs }) => [symbol, ...limbs.map(({ paragraph }) => `${symbol} ${paragraph}`.trim())])),
  }
  const exists = (named: string): boolean => {
    if (named === GENERATOR) return true
    const [, kind = 'rule', name = ''] = named.match(/^(?:(fact|list|template|exception):)?(.*)$/) ?? []
    const names = known[kind]
    return name.endsWith('*') ? [...(names ?? [])].some((one) => one.startsWith(name.slice(0, -1))) : (names?.has(name) ?? false)
  }
  const seen = new Set<string>()
  return raw.coverage.flatMap(({ part, row, rules, why }) => {
    const where = `tables/coverage/${part}.csv, row ${row}`
    const twice = seen.has(`${part} ${row}`)
    seen.add(`${part} ${row}`)
    return [
      ...(row === '' ? [`tables/coverage/${part}.csv: a row without a name`] : []),
      ...(twice ? [`${where} stands there twice`] : []),
      ...rules.filter((named) => !exists(named)).map((named) => `${where} names ${named}, which the pack does not hold`),
      ...(rules.length === 0 && why === '' ? [`${where} has neither a rule nor a reason`] : []),
    ]
  })
}

/** The table by part: how many rows are held, in part only (a rule and a reason), or not at all. */
export function coverageParts(rows: readonly CoverageRow[]): CoveragePart[] {
  const parts = [...new Set(rows.map(({ part }) => part))].sort()
  return parts.map((part) => {
    const own = rows.filter((row) => row.part === part)
    const without = own.filter(({ rules }) => rules.length === 0)
    const withReason = own.filter(({ rules, why }) => rules.length > 0 && why !== '')
    return { part, rows: own.length, held: own.length - without.length - withReason.length, heldWithRemark: withReason.length, without: without.length }
  })
}
