/** What is looked up in a pack by its name, arranged once for the pack. */
import type { FactPath } from '#shared/trace/trace.ts'
import { type GivenFacts, splitPath } from './facts.ts'
import type { CompiledPack, ControlEntry, FactDeclaration, Parameter } from './types.ts'

export type Lookup = {
  facts: ReadonlyMap<FactPath, FactDeclaration>
  /** Place of a fact in the dictionary, from 0: the order in which its authors would ask. */
  place: ReadonlyMap<FactPath, number>
  /** The facts that only relieve, in the order of the dictionary. */
  relieving: readonly FactPath[]
  /** By scope, the value that these have while nobody claims them. */
  unclaimed: ReadonlyMap<string, GivenFacts>
  entries: ReadonlyMap<string, ControlEntry>
  parameters: ReadonlyMap<string, Parameter>
}

const MADE = new WeakMap<CompiledPack, Lookup>()

export function lookupOf(pack: CompiledPack): Lookup {
  let made = MADE.get(pack)
  if (made === undefined) {
    made = {
      facts: new Map(pack.facts.map((fact) => [fact.path, fact])),
      place: new Map(pack.facts.map(({ path }, place) => [path, place])),
      relieving: pack.facts.filter(({ unclaimed }) => unclaimed !== undefined).map(({ path }) => path),
      unclaimed: unclaimedOf(pack.facts),
      entries: new Map(pack.entries.map((entry) => [entry.eccn, entry])),
      parameters: new Map(pack.parameters.map((parameter) => [parameter.name, parameter])),
    }
    MADE.set(pack, made)
  }
  return made
}

function unclaimedOf(facts: readonly FactDeclaration[]): Map<string, GivenFacts> {
  const found = new Map<string, GivenFacts>()
  for (const { path, unclaimed } of facts) {
    if (unclaimed === undefined) continue
    const { scope, name } = splitPath(path)
    found.set(scope, { ...found.get(scope), [name]: { state: 'known', value: unclaimed } })
  }
  return found
}
