/** What differs between two packs: rules, lists, control entries and facts, by name and citation. */
import type { CompiledPack } from '#main/engine/types.ts'
import { canonicalJson } from '#shared/text/canonical.ts'

export type PackChange = { kind: 'rule' | 'list' | 'entry' | 'fact'; change: 'added' | 'removed' | 'changed'; name: string; cites: string[] }

/** Changes from one pack to another, sorted by kind and name. The day of review alone is no change of law. */
export function diffPacks(before: CompiledPack, after: CompiledPack): PackChange[] {
  const bare = ({ reviewed: _, ...rule }: CompiledPack['rules'][number]) => rule
  return [
    ...compare(
      'rule',
      before.rules,
      after.rules,
      ({ id }) => id,
      ({ cites }) => cites,
      bare,
    ),
    ...compare(
      'list',
      before.parameters,
      after.parameters,
      ({ name }) => name,
      ({ cites }) => cites,
    ),
    ...compare(
      'entry',
      before.entries,
      after.entries,
      ({ eccn }) => eccn,
      () => [],
    ),
    ...compare(
      'fact',
      before.facts,
      after.facts,
      ({ path }) => path,
      ({ cite }) => [cite],
    ),
  ]
}

function compare<T>(
  kind: PackChange['kind'],
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
  citesOf: (one: T) => string[],
  content: (one: T) => unknown = (one) => one,
): PackChange[] {
  const old = new Map(before.map((one) => [nameOf(one), one]))
  const now = new Map(after.map((one) => [nameOf(one), one]))
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names.flatMap((name): PackChange[] => {
    const was = old.get(name)
    const is = now.get(name)
    if (was === undefined && is !== undefined) return [{ kind, change: 'added', name, cites: citesOf(is) }]
    if (was !== undefined && is === undefined) return [{ kind, change: 'removed', name, cites: citesOf(was) }]
    if (was === undefined || is === undefined || canonicalJson(content(was)) === canonicalJson(content(is))) return []
    return [{ kind, change: 'changed', name, cites: citesOf(is) }]
  })
}
