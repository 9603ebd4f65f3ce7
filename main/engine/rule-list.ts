/** The rules of one conclusion that are read for an item, with all that is the same for every case. */
import type { FactPath, RuleId } from '#shared/trace/trace.ts'
import type { PreparedPack, RuleIndex } from './prepare.ts'
import { type Prover, Provers } from './proof-steps.ts'
import type { CompiledPack, Rule } from './types.ts'

export type ReadRule = {
  rule: Rule
  prove: Prover
  /** Places in the list of the rules that override this one. */
  overriders: readonly number[]
}
export type RuleList = {
  rules: readonly ReadRule[]
  /** How many rules of other entries are not read. */
  skipped: number
  /** For a mark (reason, citation) read back, the places of the rules that bear it. */
  places: (fact: FactPath) => ReadonlyMap<string, readonly number[]>
}

const PROVERS = new WeakMap<CompiledPack, Provers>()
const LISTS = new WeakMap<RuleIndex, Map<string | undefined, RuleList>>()
const NO_RULES: RuleList = { rules: [], skipped: 0, places: () => new Map() }

/** The functions that prove the conditions of a pack. */
export function proversOf(pack: CompiledPack): Provers {
  let made = PROVERS.get(pack)
  if (made === undefined) {
    made = new Provers(pack)
    PROVERS.set(pack, made)
  }
  return made
}

/** The rules that conclude `path` for an item of this entry; without those of single entries when it is not known. */
export function ruleList(prepared: PreparedPack, path: FactPath, eccn: string | undefined): RuleList {
  const index = prepared.rules.get(path)
  if (index === undefined) return NO_RULES
  let byEntry = LISTS.get(index)
  if (byEntry === undefined) {
    byEntry = new Map()
    LISTS.set(index, byEntry)
  }
  const own = eccn === undefined ? undefined : index.byEccn.get(eccn)
  const key = own === undefined ? undefined : eccn
  let list = byEntry.get(key)
  if (list === undefined) {
    list = makeList(prepared, [...index.general, ...(own ?? [])], index.indexed - (own?.length ?? 0))
    byEntry.set(key, list)
  }
  return list
}

function makeList({ pack, overriders }: PreparedPack, rules: readonly Rule[], skipped: number): RuleList {
  const provers = proversOf(pack)
  const at = new Map<RuleId, number>(rules.map(({ id }, place) => [id, place]))
  const { reasons } = pack.regime
  const read = new Map<FactPath, ReadonlyMap<string, readonly number[]>>()
  return {
    rules: rules.map((rule) => ({ rule, prove: provers.of(rule), overriders: (overriders.get(rule.id) ?? []).flatMap((id) => at.get(id) ?? []) })),
    skipped,
    places: (fact) => {
      let places = read.get(fact)
      if (places === undefined) {
        places = placesOf(rules, fact === reasons ? ({ effect }) => (effect === undefined ? [] : [effect.reason]) : ({ cites }) => cites)
        read.set(fact, places)
      }
      return places
    },
  }
}

function placesOf(rules: readonly Rule[], marksOf: (rule: Rule) => readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  rules.forEach((rule, place) => {
    for (const mark of marksOf(rule)) {
      const same = places.get(mark)
      if (same === undefined) places.set(mark, [place])
      else same.push(place)
    }
  })
  return places
}
