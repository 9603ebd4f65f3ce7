/**
 * Turns a case and what screening found about its parties into the facts that the rules read. Checks every fact against
 * the dictionary of the pack: a fact that no rule knows, or of the wrong type, is a mistake of the input and never ignored.
 */

import type { CaseFacts, GivenFacts, Listed } from '#main/engine/facts.ts'
import { type Counted, countedOwners, factsFromOwners, factsFromStatedShare } from '#main/engine/owners.ts'
import { factsThroughOwners, standings } from '#main/engine/ownership.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import type { CaseFile, CaseItem, CaseParty, FactMap } from '#shared/domain/case.ts'
import { sharesAreWhole } from '#shared/domain/shares.ts'
import { InputError } from '#shared/text/errors.ts'
import { readEccn } from './eccn.ts'
import { fromListing, given, known, listings, plain, readListings, stated } from './given-facts.ts'
import { type CaseHolder, LISTED, OWNERS_COMPLETE, ownershipGraph } from './ownership-graph.ts'
import type { PartyFinding, Screened } from './screen-parties.ts'

/** A licence determination names at least the consignee or the user; without one, "no party is listed" stays open. */
const ROLES_THAT_COMPLETE = new Set(['ultimate-consignee', 'end-user'])

/** Builds the facts. Throws InputError naming the place in the case and what was expected there. */
export function buildCaseFacts(file: CaseFile, screened: Screened, prepared: PreparedPack): CaseFacts {
  const { pack } = prepared
  refuseDuplicates(file)
  const counted = countedOwners(pack.regime.owners, prepared.parameters)
  const ownersOf = ownerReader(file, screened, prepared, counted)
  const { transaction } = file
  const scoped = splitTopLevel(file.facts, pack)
  return {
    transaction: {
      ...given('transaction', 'transaction.facts', transaction.facts, pack),
      ...scoped.transaction,
      ...plain({ kind: transaction.kind, from: transaction.from, destination: transaction.destination }),
      transit: known({ is: transaction.transit, maybe: [] }),
    },
    endUse: { ...given('endUse', 'transaction.endUse.facts', transaction.endUse.facts, pack), ...scoped.endUse },
    case: scoped.case,
    items: file.items.map((item, i) => ({ id: item.id, facts: itemFacts(item, `items[${i}]`, pack) })),
    parties: file.parties.map((party, i) => {
      const place = `parties[${i}]`
      const owners = ownersOf(party, i)
      return {
        name: party.name,
        facts: partyFacts(party, place, screened.parties[i], owners, pack, counted),
        ...(owners.lines.length === 0 ? {} : { owners }),
      }
    }),
    partiesComplete: file.parties.some(({ role }) => ROLES_THAT_COMPLETE.has(role)),
  }
}

function itemFacts(item: CaseItem, place: string, pack: CompiledPack): GivenFacts {
  const code = item.eccn === undefined ? undefined : readEccn(item.eccn, pack, `${place}.eccn`)
  const usd = item.value?.currency === 'USD' ? Number(item.value.amount) : undefined
  return {
    ...given('item', `${place}.facts`, item.facts, pack, { item: item.id }),
    ...plain({ eccn: code?.eccn, kind: item.kind, origin: item.origin, locatedIn: item.locatedIn, valueUsd: usd }),
    ...(code === undefined ? {} : { paragraph: known(code.paragraph) }),
  }
}

function partyFacts(party: CaseParty, place: string, finding: PartyFinding | undefined, owners: Listed, pack: CompiledPack, counted: Counted): GivenFacts {
  const { [LISTED]: listed, [OWNERS_COMPLETE]: _, ...rest } = party.facts
  const of = { party: party.name }
  const computed = factsFromOwners(owners, pack.facts, counted, `${place}.owners`)
  const twice = Object.keys(computed).find((name) => name in rest)
  if (twice !== undefined) throw new InputError('bad-input', `${place}.facts.${twice}: it follows from the owners that are named; state one or the other`)
  const said = given('party', `${place}.facts`, rest, pack, of)
  return {
    ...fromListing(finding),
    ...factsFromStatedShare(said, pack.facts),
    ...said,
    ...plain({ role: party.role, country: party.country, headquarters: party.headquarters }),
    ...listings(listed === undefined ? undefined : readListings(listed, `${place}.facts.${LISTED}`), finding, counted.scoped),
    ...computed,
  }
}

/** Reads the owners of a party, with what follows from their own owners. */
function ownerReader(file: CaseFile, screened: Screened, prepared: PreparedPack, counted: Counted): (party: CaseParty, at: number) => Listed {
  // Determinations from before owners were screened are evaluated on what the case itself says of the direct owners.
  if (screened.owners === undefined) return (party, at) => statedOwners(party, `parties[${at}]`, prepared.pack, counted)
  const graph = ownershipGraph(file, screened, prepared)
  const stands = standings(graph, counted)
  return (_, at) => {
    const { owners, complete } = graph[at] as CaseHolder
    const lines = owners.map((owner) => {
      const { name, facts } = graph[owner.at] as CaseHolder
      return { id: name, facts: { ...facts, ...plain({ share: owner.share }), ...factsThroughOwners(graph, stands, owner.at, counted) } }
    })
    return { lines, complete }
  }
}

/**
 * The owners that the case names. They are all of them when their shares are the whole, or when the officer says that
 * nobody else matters; else the rest is unknown.
 */
function statedOwners(party: CaseParty, place: string, pack: CompiledPack, { scoped }: Counted): Listed {
  const said = party.facts[OWNERS_COMPLETE]
  if (said !== undefined && typeof said !== 'boolean')
    throw new InputError('bad-input', `${place}.facts.${OWNERS_COMPLETE}: expected true or false, and found ${JSON.stringify(said)}`)
  const lines = party.owners.map(({ name, share, facts = {} }, i) => {
    const { [LISTED]: listed, ...rest } = facts
    const at = `${place}.owners[${i}].facts`
    return {
      id: name,
      facts: {
        ...given('owner', at, rest, pack, { party: party.name, owner: name }),
        ...plain({ share }),
        ...(listed === undefined ? {} : listings(readListings(listed, `${at}.${LISTED}`), undefined, scoped)),
      },
    }
  })
  return { lines, complete: said === true || sharesAreWhole(party.owners.map(({ share }) => share)) }
}

/** Top-level facts carry their full path (`endUse.nuclear`); those of items and parties belong beside them. */
function splitTopLevel(facts: FactMap, pack: CompiledPack): Record<'transaction' | 'endUse' | 'case', GivenFacts> {
  const scopes: Record<'transaction' | 'endUse' | 'case', FactMap> = { transaction: {}, endUse: {}, case: {} }
  for (const [path, value] of Object.entries(facts)) {
    const dot = path.indexOf('.')
    const scope = dot < 0 ? 'case' : path.slice(0, dot)
    if (scope !== 'transaction' && scope !== 'endUse' && scope !== 'case')
      throw new InputError('bad-input', `facts: “${path}” belongs to an item or a party and must stand in its own “facts”`)
    scopes[scope][dot < 0 ? path : path.slice(dot + 1)] = value
  }
  return {
    transaction: stated('transaction', 'facts', scopes.transaction, pack),
    endUse: stated('endUse', 'facts', scopes.endUse, pack),
    case: given('case', 'facts', scopes.case, pack),
  }
}

function refuseDuplicates(file: CaseFile): void {
  const seen = new Set<string>()
  for (const [i, { id }] of file.items.entries()) {
    if (seen.has(id)) throw new InputError('bad-input', `items[${i}].id: “${id}” is used twice; every item needs an id of its own`)
    seen.add(id)
  }
  const names = new Set<string>()
  for (const [i, { name, role }] of file.parties.entries()) {
    const key = `${role}\0${name}`
    if (names.has(key)) throw new InputError('bad-input', `parties[${i}]: “${name}” is named twice as ${role}`)
    names.add(key)
  }
}
