/**
 * Builds the graph of owners from what the case says of parties and holders and from what screening found about them. A name
 * stands for one holder wherever it stands; statements about it have to agree.
 */
import type { GivenFacts } from '#main/engine/facts.ts'
import { countedOwners, refuseMoreThanWhole } from '#main/engine/owners.ts'
import type { HolderNode } from '#main/engine/ownership.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { CaseFile, CaseParty, FactMap, Holder, Listing } from '#shared/domain/case.ts'
import { ownersAsParties } from '#shared/domain/ownership.ts'
import { nameKey } from '#shared/domain/party.ts'
import { sharesAreWhole } from '#shared/domain/shares.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { fromListing, given, listings, readListings } from './given-facts.ts'
import type { PartyFinding, Screened } from './screen-parties.ts'

export const LISTED = 'listed'
export const OWNERS_COMPLETE = 'ownersComplete'
const RESTRICTED_THROUGH = 'restrictedThrough'
/** Facts of a party that it carries on where it is an owner itself. */
const CARRIED = ['sdnPrograms', 'entityListScope'] as const

/** A holder of the graph; `stated`: an officer says on which lists it is, those included that were not searched. */
export type CaseHolder = HolderNode & { stated: boolean; finding: PartyFinding | undefined }

type Statement = { value: FactMap[string]; place: string }
type Named = { name: string; share?: number | undefined }
/** All that the case says of one name. */
type Draft = { name: string; at: number; said: Map<string, Statement>; owners: readonly Named[]; place: string; person: boolean; party?: CaseParty }

/** The graph: the parties in the order of the case, then every other owner. Throws InputError naming the place of a contradiction. */
export function ownershipGraph(file: CaseFile, screened: Screened, prepared: PreparedPack): CaseHolder[] {
  const drafts = draftsOf(file)
  const counted = countedOwners(prepared.pack.regime.owners, prepared.parameters)
  const places = placesOf(drafts)
  const found = new Map((screened.owners ?? []).map((finding, i) => [nameKey(ownersAsParties(file)[i]?.name ?? ''), finding]))
  return drafts.map((draft, at) => {
    const finding = at < file.parties.length ? screened.parties[at] : found.get(nameKey(draft.name))
    const { [LISTED]: listed, [OWNERS_COMPLETE]: complete, ...rest } = Object.fromEntries(draft.said)
    const stated = listed === undefined ? undefined : readListings(listed.value, listed.place)
    if (draft.owners.length > 0 && rest[RESTRICTED_THROUGH] !== undefined)
      throw new InputError('bad-input', `${rest[RESTRICTED_THROUGH].place}: it follows from the owners that are named; state one or the other`)
    refuseMoreThanWhole(
      draft.owners.map(({ share }) => share),
      `${draft.place}.owners`,
    )
    return {
      name: draft.name,
      facts: holderFacts(draft, rest, stated, finding, prepared, counted.scoped),
      unowned: draft.person,
      owners: draft.owners.map(({ name, share }) => ({ at: places.get(nameKey(name)) as number, share })),
      complete: saysComplete(complete) || sharesAreWhole(draft.owners.map(({ share }) => share)),
      stated: stated !== undefined,
      finding,
    }
  })
}

function holderFacts(
  draft: Draft,
  said: Record<string, Statement>,
  stated: Listing[] | undefined,
  finding: PartyFinding | undefined,
  { pack }: PreparedPack,
  scoped: string,
): GivenFacts {
  const ofParty = (name: string) => draft.party !== undefined && CARRIED.some((one) => one === name)
  const scopes = { owner: {} as FactMap, party: {} as FactMap }
  for (const [name, { value }] of Object.entries(said)) scopes[ofParty(name) ? 'party' : 'owner'][name] = value
  return {
    ...fromListing(finding),
    ...given('owner', `${draft.place}.facts`, scopes.owner, pack, { owner: draft.name }),
    ...given('party', `${draft.place}.facts`, scopes.party, pack, { party: draft.name }),
    ...listings(stated, finding, scoped),
  }
}

function saysComplete(said: Statement | undefined): boolean {
  if (said === undefined || typeof said.value === 'boolean') return said?.value === true
  throw new InputError('bad-input', `${said.place}: expected true or false, and found ${JSON.stringify(said.value)}`)
}

function draftsOf({ parties, holders = [] }: CaseFile): Draft[] {
  const drafts = parties.map((party, i): Draft => {
    const place = `parties[${i}]`
    const kept = Object.fromEntries([LISTED, OWNERS_COMPLETE, ...CARRIED].flatMap((name) => (name in party.facts ? [[name, party.facts[name]]] : [])))
    const draft: Draft = { name: party.name, at: i, said: new Map(), owners: party.owners, place, person: party.kind === 'person', party }
    say(draft, kept as FactMap, place)
    return draft
  })
  const others = new Map<string, Draft>()
  const named = (name: string, place: string): Draft[] => {
    const key = nameKey(name)
    const same = drafts.filter((one) => one.party !== undefined && nameKey(one.name) === key)
    if (same.length > 0) return same
    let draft = others.get(key)
    if (draft === undefined) {
      draft = { name, at: parties.length + others.size, said: new Map(), owners: [], place, person: false }
      others.set(key, draft)
    }
    return [draft]
  }
  for (const [i, party] of parties.entries())
    for (const [j, { name, facts = {} }] of party.owners.entries()) {
      const place = `parties[${i}].owners[${j}]`
      for (const draft of named(name, place)) say(draft, facts, place)
    }
  const seen = new Set<string>()
  for (const [i, holder] of holders.entries()) {
    const place = `holders[${i}]`
    if (seen.has(nameKey(holder.name))) throw new InputError('bad-input', `${place}: “${holder.name}” is named twice among the holders`)
    seen.add(nameKey(holder.name))
    for (const draft of named(holder.name, place)) takeHolder(draft, holder, place)
    for (const { name } of holder.owners ?? []) named(name, place)
  }
  return [...drafts, ...others.values()]
}

function takeHolder(draft: Draft, holder: Holder, place: string): void {
  if (draft.owners.length > 0 && (holder.owners ?? []).length > 0)
    throw new InputError('bad-input', `${place}.owners: the owners of “${holder.name}” stand at ${draft.place} already; name them in one place`)
  if ((holder.owners ?? []).length > 0) {
    draft.owners = holder.owners ?? []
    draft.place = place
  }
  draft.person ||= holder.kind === 'person'
  say(draft, holder.facts ?? {}, place)
}

/** Adds statements about a name. Throws InputError when an earlier one says something else. */
function say({ name, said }: Draft, facts: FactMap, place: string): void {
  for (const [fact, value] of Object.entries(facts)) {
    const before = said.get(fact)
    if (before !== undefined && canonicalJson(before.value) !== canonicalJson(value))
      throw new InputError('bad-input', `${place}.facts.${fact}: ${before.place} says something else of “${name}”; one name stands for one owner`)
    said.set(fact, { value, place: `${place}.facts.${fact}` })
  }
}

/** Where a name stands in the graph; of several parties of one name, the one whose owners are named. */
function placesOf(drafts: readonly Draft[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { name, at, owners } of drafts) {
    const key = nameKey(name)
    const before = places.get(key)
    if (before === undefined || (drafts[before]?.owners.length === 0 && owners.length > 0)) places.set(key, at)
  }
  return places
}
