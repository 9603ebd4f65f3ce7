/**
 * Which law a verdict rests on, whatever its days in force: all rules whose conclusions can be read on the way to it.
 * Law that was in force earlier in another form counts too, so that a gap in the past is never taken for the absence
 * of a rule.
 */
import type { FactPath, IsoDate } from '#shared/trace/trace.ts'
import type { CompiledPack, Family, Rule } from './types.ts'
import { pathsIn } from './walk.ts'

type Index = { general: Rule[]; byEccn: Map<string, Rule[]>; indexed: Rule[] }
type Made = { byConclusion: Map<FactPath, Index>; reads: Map<Rule, Set<FactPath>>; reached: Map<string, Rule[]> }

const MADE = new WeakMap<CompiledPack, Made>()

/**
 * The rules that bear on an item of this control entry; all entries while it is not known. Terms of exceptions bear only
 * on an item that requires a licence.
 */
export function rulesReached(pack: CompiledPack, eccn: string | undefined, licenceRequired: boolean): readonly Rule[] {
  const made = index(pack)
  const key = `${eccn ?? '?'}|${licenceRequired}`
  let reached = made.reached.get(key)
  if (reached === undefined) {
    reached = reach(pack, made, eccn, licenceRequired)
    made.reached.set(key, reached)
  }
  return reached
}

/** The families of rules that bear on the item and are held in full only from a later day, in the pack's order. */
export function incompleteFamilies(pack: CompiledPack, asOf: IsoDate, eccn: string | undefined, licenceRequired: boolean): Family[] {
  const later = pack.families.filter(({ completeFrom }) => asOf < completeFrom)
  if (later.length === 0) return []
  const considered = new Set(rulesReached(pack, eccn, licenceRequired).map(({ family }) => family))
  return later.filter(({ id }) => considered.has(id))
}

function index(pack: CompiledPack): Made {
  let made = MADE.get(pack)
  if (made === undefined) {
    const concluded = new Set(pack.conclusions.map(({ path }) => path))
    const byConclusion = new Map<FactPath, Index>()
    const reads = new Map<Rule, Set<FactPath>>()
    for (const rule of pack.rules) {
      let own = byConclusion.get(rule.concludes)
      if (own === undefined) {
        own = { general: [], byEccn: new Map(), indexed: [] }
        byConclusion.set(rule.concludes, own)
      }
      if (rule.eccns === undefined) own.general.push(rule)
      else {
        own.indexed.push(rule)
        for (const eccn of rule.eccns) own.byEccn.set(eccn, [...(own.byEccn.get(eccn) ?? []), rule])
      }
      reads.set(rule, new Set([...pathsIn(rule.when)].flatMap((path) => (isReadBack(path, pack) ? [pack.regime.licence] : concluded.has(path) ? [path] : []))))
    }
    made = { byConclusion, reads, reached: new Map() }
    MADE.set(pack, made)
  }
  return made
}

const isReadBack = (path: FactPath, { regime }: CompiledPack): boolean => path === regime.reasons || path === regime.requiredBy

function reach(pack: CompiledPack, { byConclusion, reads }: Made, eccn: string | undefined, licenceRequired: boolean): Rule[] {
  const { subject, prohibited, licence, exceptionsBarred, policy, duties, exceptions } = pack.regime
  const limbs = licenceRequired ? exceptions.flatMap((exception) => exception.limbs.map(({ conclusion }) => conclusion)) : []
  const waiting = [subject, prohibited, licence, exceptionsBarred, policy, duties, ...limbs]
  const seen = new Set<FactPath>()
  const found: Rule[] = []
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const own = byConclusion.get(path)
    if (own === undefined) continue
    const rules = [...own.general, ...(eccn === undefined ? own.indexed : (own.byEccn.get(eccn) ?? []))]
    found.push(...rules)
    for (const rule of rules) waiting.push(...(reads.get(rule) ?? []))
  }
  return found
}
