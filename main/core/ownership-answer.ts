/** The owners of every party in the answer: the graph, and what each regime's way of counting makes of it, with the chains that prove it. */
import type { CaseFacts } from '#main/engine/facts.ts'
import { forceNote } from '#main/engine/force-notes.ts'
import { type Counted, countedOwners } from '#main/engine/owners.ts'
import { circlesOf, pathsTo, type Standing, standings } from '#main/engine/ownership.ts'
import { inForce, type PreparedPack } from '#main/engine/prepare.ts'
import { type Known, knownValue, setOf } from '#main/engine/three-valued.ts'
import type { OwnershipMethod } from '#main/engine/types.ts'
import type { CaseFile, CaseParty } from '#shared/domain/case.ts'
import type { Determination, OwnershipCount, OwnershipState, PartyOwnership } from '#shared/domain/determination.ts'
import { ownersAsParties } from '#shared/domain/ownership.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { type CaseHolder, LISTED, ownershipGraph } from './ownership-graph.ts'
import { partyAnswer } from './party-answer.ts'
import type { Screened } from './screen-parties.ts'
import { coreWords } from './words.ts'

export type OwnershipAnswer = Required<Pick<Determination, 'owners' | 'ownership'>>
type Method = { method: OwnershipMethod; counted: Counted; stands: Standing[] }

/** The screened owners, and the ownership of every party. */
export function ownershipAnswer(
  file: CaseFile,
  screened: Screened,
  facts: CaseFacts,
  lists: readonly ListUsed[],
  prepared: PreparedPack,
  lang: Lang,
): OwnershipAnswer {
  if (screened.owners === undefined) return { owners: [], ownership: [] }
  const graph = ownershipGraph(file, screened, prepared)
  const complete = new Set(lists.filter((list) => list.complete).map(({ id }) => id))
  const regime = countedOwners(prepared.pack.regime.owners, prepared.parameters)
  const methods = (prepared.pack.ownership ?? []).map((method): Method => {
    const counted = { ...regime, lists: method.lists, tagged: method.tagged ? regime.tagged : '', atLeast: method.atLeast }
    return { method, counted, stands: standings(withUnasked(graph, method.lists, complete, prepared), counted) }
  })
  const circles = circlesOf(graph)
  return {
    owners: ownersAsParties(file).map((owner, i) => partyAnswer({ ...owner, facts: statedOf(file, owner) }, screened.owners?.[i])),
    ownership: file.parties.map((party, at): PartyOwnership => {
      const above = reachable(graph, at)
      const place = new Map(above.map((holder, i) => [holder, i]))
      return {
        party: party.name,
        role: party.role,
        holders: above.map((holder) => holderOf(graph[holder] as CaseHolder)),
        links: above.flatMap((owned) =>
          (graph[owned]?.owners ?? []).map(({ at: owner, share }) => ({
            owner: place.get(owner) as number,
            owned: place.get(owned) as number,
            share: share ?? null,
          })),
        ),
        circles: circles.filter((circle) => circle.some((holder) => place.has(holder))).map((circle) => circle.map((holder) => graph[holder]?.name ?? '')),
        counts: methods.map((one) => countOf(one, graph, at, place, statedShare(one.method, facts, at, prepared), prepared, lang)),
      }
    }),
  }
}

/** What the case states of an owner's listings, in the form of a party's facts. */
function statedOf({ parties, holders = [] }: CaseFile, { name }: CaseParty): CaseParty['facts'] {
  const all = [...parties.flatMap(({ owners }) => owners), ...holders].filter((one) => one.name === name)
  const listed = all.find((one) => one.facts?.[LISTED] !== undefined)?.facts?.[LISTED]
  return listed === undefined ? {} : { [LISTED]: listed }
}

/**
 * Lists that only a way of counting reads were neither asked of screening nor, for what an owner is restricted through, of the
 * officer: those stay open.
 */
function withUnasked(graph: readonly CaseHolder[], lists: readonly string[], complete: ReadonlySet<string>, { facts }: PreparedPack): CaseHolder[] {
  const asked = facts.get(THROUGH_FACT)?.choices?.map(({ value }) => value)
  const unsearched = lists.filter((list) => !complete.has(list))
  const unasked = asked === undefined ? [] : lists.filter((list) => !asked.includes(list))
  return graph.map((holder) => ({
    ...holder,
    facts: {
      ...holder.facts,
      ...(holder.stated ? {} : withOpen(holder, 'listedOn', unsearched)),
      ...(RESTRICTED_THROUGH in holder.facts ? withOpen(holder, RESTRICTED_THROUGH, unasked) : {}),
    },
  }))
}

const RESTRICTED_THROUGH = 'restrictedThrough'
const THROUGH_FACT = `owner.${RESTRICTED_THROUGH}`

function withOpen({ facts }: CaseHolder, name: string, open: readonly string[]): CaseHolder['facts'] {
  const { is, maybe } = setOf(facts, name)
  if (maybe === 'anything') return {}
  return { [name]: { state: 'known', value: { is, maybe: [...new Set([...maybe, ...open.filter((list) => !is.includes(list))])] } } }
}

/** The party and everybody above it, each once, the nearest first. */
function reachable(graph: readonly CaseHolder[], start: number): number[] {
  const found = [start]
  const seen = new Set(found)
  for (const at of found)
    for (const owner of graph[at]?.owners ?? []) {
      if (seen.has(owner.at)) continue
      seen.add(owner.at)
      found.push(owner.at)
    }
  return found
}

function holderOf({ name, facts, owners, unowned, complete }: CaseHolder): PartyOwnership['holders'][number] {
  const { is, maybe } = setOf(facts, 'listedOn')
  return { name, listedOn: is, open: maybe === 'anything' || maybe.length > 0, complete: unowned || (owners.length > 0 && complete) }
}

/** A share that an officer states where no owner is named speaks for the counting of the rules that ask for it. */
function statedShare({ tagged }: OwnershipMethod, facts: CaseFacts, at: number, { pack }: PreparedPack): number | undefined {
  const path = pack.facts.find(({ fromOwners }) => fromOwners === 'share')?.path
  const value = !tagged || path === undefined ? undefined : knownValue(facts.parties[at]?.facts ?? {}, path.slice(path.indexOf('.') + 1))
  return typeof value === 'number' ? value : undefined
}

function countOf(
  { method, stands }: Method,
  graph: readonly CaseHolder[],
  at: number,
  place: ReadonlyMap<number, number>,
  stated: number | undefined,
  { asOf, knownOn }: PreparedPack,
  lang: Lang,
): OwnershipCount {
  const { id, title, says, cites, cascade, atLeast, tagged } = method
  const note = forceNote(method.inForce, asOf, knownOn)
  const named = (graph[at]?.owners ?? []).length > 0
  const share = named ? (stands[at]?.share ?? null) : stated === undefined ? null : { min: stated, max: stated }
  const through = named || stated === undefined ? stands[at]?.through : stated >= atLeast
  const which = (fits: (counts: Known) => boolean) => [...place].flatMap(([holder, i]) => (i > 0 && fits(stands[holder]?.counts) ? [i] : []))
  return {
    id,
    title: title[lang],
    says: says[lang],
    cite: cites.join('; '),
    weighed: tagged,
    force: inForce(method.inForce, asOf, knownOn) ? 'in-force' : note?.kind === 'suspended' ? 'suspended' : 'not-in-force',
    ...(note?.kind === 'suspended' ? { date: note.date } : {}),
    state: stateOf(cascade ? through : heldAlone(graph, stands, at, method, through), share !== null || graph[at]?.unowned === true || through !== undefined),
    share,
    atLeast,
    counting: which((counts) => counts === true),
    mayCount: which((counts) => counts === undefined),
    paths: pathsTo(graph, stands, at).map(({ holders, shares }) => ({
      holders: holders.map((holder) => place.get(holder) as number),
      shares: shares.map((one) => one ?? null),
    })),
    cautions: method.cautions
      .filter(({ from, until }) => (from === undefined || from <= asOf) && (until === undefined || asOf <= until))
      .map(({ says: doubt, cite }) => ({ says: doubt[lang], cite })),
    notModelled: method.notModelled.map((what) => what[lang]),
  }
}

const stateOf = (held: Known, looked: boolean): OwnershipState => (held === true ? 'held' : held === false ? 'not-held' : looked ? 'open' : 'unknown')

/**
 * Where the source says neither that shares are added nor that owners count through their own: one listed direct owner with the
 * share is certainly enough, and too little by the widest counting certainly is not; what lies between is open.
 */
function heldAlone(graph: readonly CaseHolder[], stands: readonly Standing[], at: number, { atLeast }: OwnershipMethod, widest: Known): Known {
  if ((graph[at]?.owners ?? []).some((owner) => stands[owner.at]?.own === true && (owner.share ?? 0) >= atLeast)) return true
  return widest === false ? false : undefined
}

/** Holdings by a rule in force that the rules of the pack do not weigh themselves, and owners in a circle. */
export function ownershipWarnings(ownership: readonly PartyOwnership[], lang: Lang): string[] {
  const words = coreWords(lang)
  const found = ownership.flatMap(({ party, counts, circles }) => [
    ...counts
      .filter(({ weighed, force, state }) => !weighed && force === 'in-force' && state === 'held')
      .map(({ title, cite }) => words.heldByListed(party, title, cite)),
    ...circles.map((circle) => words.ownersInCircle(circle)),
  ])
  return [...new Set(found)]
}
