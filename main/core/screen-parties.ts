/**
 * Screens the parties of a case and reads what officers have decided about the hits. A hit counts as decided only for
 * this party and this version of the listing; everything else above the threshold stays possible.
 */
import type { ScreeningIndex } from '#main/screening/screen.ts'
import { MATCHER, screen, THRESHOLD } from '#main/screening/screen.ts'
import type { CaseParty, Disposition } from '#shared/domain/case.ts'
import { queryOfParty } from '#shared/domain/party.ts'
import type { Hit, ListUsed, ScreenSettings } from '#shared/domain/screening.ts'

export type PartyFinding = {
  listedOn: string[]
  /** Lists of hits above the threshold that nobody has decided. */
  possibleOn: string[]
  /** Lists that the rules read and that were not held complete. */
  notSearched: string[]
  footnotes: number[]
  /** Set when every Entity List entry that is this party names all items in so many words. */
  entityListScope?: 'all'
  /** Programme tags of the SDN entries that are this party. */
  sdnPrograms?: string[]
  hits: Hit[]
  nearest: Hit[]
  /** The decisions that were heeded, of the casebook and of the case itself. */
  decided?: Disposition[]
}

/** What screening found about the parties of a case, in their order, and about the owners that it names (`ownersAsParties`). */
export type Screened = {
  parties: PartyFinding[]
  /** Absent in determinations from before owners were screened. */
  owners?: PartyFinding[]
}

/** Whether a hit on anybody waits for a decision. */
export const hasOpenHits = ({ parties, owners = [] }: Screened): boolean => [...parties, ...owners].some(({ possibleOn }) => possibleOn.length > 0)

export type ScreeningContext = {
  index: ScreeningIndex
  lists: readonly ListUsed[]
  /** Lists that the rules read. */
  needed: readonly string[]
  /** The list whose entries have a scope of their own, and how one that names all items is recognised. */
  scoped: string
  namesAllItems: RegExp
  /** The list whose entries count by their programme tags. */
  tagged: string
  /** The decisions of the casebook that speak for these hits of a party. */
  decided: (party: CaseParty, hits: readonly Hit[]) => readonly Disposition[]
}

/** No hit may fall off the end of an answer: what is not seen is not cleared. */
export const EVERY_HIT = 100_000

/** How the parties of a case are screened; kept with each determination, since a later program may screen otherwise. */
export const PARTY_SETTINGS: ScreenSettings = { matcher: MATCHER, threshold: THRESHOLD, top: EVERY_HIT }

/** Screens each party; the result has the same order. */
export function screenParties(parties: readonly CaseParty[], context: ScreeningContext): PartyFinding[] {
  const complete = new Set(context.lists.filter((list) => list.complete).map(({ id }) => id))
  const notSearched = context.needed.filter((id) => !complete.has(id))
  return parties.map((party) => {
    const { hits, nearest } = screen(context.index, queryOfParty(party), { top: EVERY_HIT })
    const decisions = [...context.decided(party, hits), ...party.dispositions]
    const heeded: Disposition[] = []
    const same: Hit[] = []
    const open: Hit[] = []
    for (const hit of hits) {
      const made = decisionFor(hit, decisions)
      if (made !== undefined) heeded.push(made)
      if (made?.decision === 'same-party') same.push(hit)
      else if (made === undefined) open.push(hit)
    }
    const lists = (some: Hit[]) => [...new Set(some.map(({ list }) => list))].sort()
    return {
      listedOn: lists(same),
      possibleOn: lists(open),
      notSearched,
      footnotes: same.flatMap(({ listing }) => listing.footnotes),
      ...fromListings(same, context),
      hits,
      nearest,
      ...(heeded.length === 0 ? {} : { decided: heeded }),
    }
  })
}

/** What the listings themselves say that the rules ask of a listed party. */
function fromListings(
  same: readonly Hit[],
  { scoped, tagged, namesAllItems }: Pick<ScreeningContext, 'scoped' | 'tagged' | 'namesAllItems'>,
): Pick<PartyFinding, 'entityListScope' | 'sdnPrograms'> {
  const entity = same.filter(({ list }) => list === scoped)
  const blocked = same.filter(({ list }) => list === tagged)
  const all = entity.length > 0 && entity.every(({ listing }) => namesAllItems.test(listing.licenceRequirement.trim()))
  const programmes = [...new Set(blocked.flatMap(({ listing }) => listing.programmes))].sort()
  return { ...(all ? { entityListScope: 'all' } : {}), ...(programmes.length > 0 ? { sdnPrograms: programmes } : {}) }
}

/** The newest decision on this very listing; one that was made on another version of it does not count. */
export function decisionFor(hit: Hit, decisions: readonly Disposition[]): Disposition | undefined {
  for (let i = decisions.length - 1; i >= 0; i--) {
    const one = decisions[i]
    if (one === undefined || one.list !== hit.list || one.entry !== hit.entry) continue
    if (one.entryHash === undefined || one.entryHash === hit.entryHash) return one
  }
  return undefined
}
