/**
 * Turns a case and what screening found about its parties into the facts that the rules read. Checks every fact against
 * the dictionary of the pack: a fact that no rule knows, or of the wrong type, is a mistake of the input and never ignored.
 */

import { nearest } from '#main/classification/suggest.ts'
import type { CaseFacts, Given, GivenFacts, Listed } from '#main/engine/facts.ts'
import { lookupOf } from '#main/engine/lookup.ts'
import { type Counted, factsFromOwners, factsFromStatedShare, sharesAreWhole } from '#main/engine/owners.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { CompiledPack, FactDeclaration } from '#main/engine/types.ts'
import type { CaseFile, CaseItem, CaseParty, FactMap, Listing } from '#shared/domain/case.ts'
import { listing } from '#shared/domain/case.ts'
import { ECCN, ENTRY_FORM } from '#shared/domain/eccn.ts'
import { InputError } from '#shared/text/errors.ts'
import type { SetValue, Subject, Value } from '#shared/trace/trace.ts'
import { readEccn } from './eccn.ts'
import type { PartyFinding } from './screen-parties.ts'

const LISTED = 'listed'
const OWNERS_COMPLETE = 'ownersComplete'
/** A licence determination names at least the consignee or the user; without one, "no party is listed" stays open. */
const ROLES_THAT_COMPLETE = new Set(['ultimate-consignee', 'end-user'])

/** Builds the facts. Throws InputError naming the place in the case and what was expected there. */
export function buildCaseFacts(file: CaseFile, findings: readonly PartyFinding[], prepared: PreparedPack): CaseFacts {
  const { pack } = prepared
  refuseDuplicates(file)
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
      const owners = ownersOf(party, place, pack)
      return {
        name: party.name,
        facts: partyFacts(party, place, findings[i], owners, prepared),
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

function partyFacts(party: CaseParty, place: string, finding: PartyFinding | undefined, owners: Listed, prepared: PreparedPack): GivenFacts {
  const { [LISTED]: stated, [OWNERS_COMPLETE]: _, ...rest } = party.facts
  const of = { party: party.name }
  const computed = factsFromOwners(owners, prepared.pack.facts, countedOwners(prepared), `${place}.owners`)
  const twice = Object.keys(computed).find((name) => name in rest)
  if (twice !== undefined) throw new InputError('bad-input', `${place}.facts.${twice}: it follows from the owners that are named; state one or the other`)
  const said = given('party', `${place}.facts`, rest, prepared.pack, of)
  return {
    ...fromListing(finding),
    ...factsFromStatedShare(said, prepared.pack.facts),
    ...said,
    ...plain({ role: party.role, country: party.country, headquarters: party.headquarters }),
    ...listings(stated === undefined ? undefined : readListings(stated, `${place}.facts.${LISTED}`), finding),
    ...computed,
  }
}

/**
 * The owners that the case names. They are all of them when their shares are the whole, or when the officer says that
 * nobody else matters; else the rest is unknown.
 */
function ownersOf(party: CaseParty, place: string, pack: CompiledPack): Listed {
  const said = party.facts[OWNERS_COMPLETE]
  if (said !== undefined && typeof said !== 'boolean')
    throw new InputError('bad-input', `${place}.facts.${OWNERS_COMPLETE}: expected true or false, and found ${JSON.stringify(said)}`)
  const lines = party.owners.map(({ name, share, facts = {} }, i) => {
    const { [LISTED]: stated, ...rest } = facts
    const at = `${place}.owners[${i}].facts`
    return {
      id: name,
      facts: {
        ...given('owner', at, rest, pack, { party: party.name, owner: name }),
        ...plain({ share }),
        ...(stated === undefined ? {} : listings(readListings(stated, `${at}.${LISTED}`), undefined)),
      },
    }
  })
  return { lines, complete: said === true || sharesAreWhole(party.owners.map(({ share }) => share)) }
}

const countedOwners = ({ pack, parameters }: PreparedPack): Counted => ({
  lists: pack.regime.owners?.lists ?? [],
  programs: parameters.get(pack.regime.owners?.programs ?? '') ?? new Set(),
})

/** What a listing says for itself; an officer's own statement takes its place. */
function fromListing(finding: PartyFinding | undefined): GivenFacts {
  const programmes = finding?.sdnPrograms
  return { ...plain({ entityListScope: finding?.entityListScope }), ...(programmes === undefined ? {} : { sdnPrograms: known({ is: programmes, maybe: [] }) }) }
}

/**
 * The lists on which a party is. What an officer states is the whole answer for lists that could not be searched; an
 * undecided hit stays possible whatever was stated.
 */
function listings(stated: Listing[] | undefined, finding: PartyFinding | undefined): GivenFacts {
  const is = new Set([...(stated ?? []).map(({ list }) => list), ...(finding?.listedOn ?? [])])
  const open = [...(finding?.possibleOn ?? []), ...(stated === undefined ? (finding?.notSearched ?? []) : [])]
  const maybe = [...new Set(open)].filter((list) => !is.has(list)).sort()
  const footnotes = (stated ?? []).flatMap((one) => one.footnotes ?? []).concat(finding?.footnotes ?? [])
  const entityListOpen = maybe.includes('EL') || (stated ?? []).some((one) => one.list === 'EL' && one.footnotes === undefined)
  return {
    listedOn: known({ is: [...is].sort(), maybe }),
    footnotes: known({ is: [...new Set(footnotes.map(String))].sort(), maybe: entityListOpen ? 'anything' : [] }),
  }
}

/** Reads a stated listing. Throws InputError when it is not a list of `{list, footnotes?}`. */
export function readListings(value: FactMap[string], place: string): Listing[] {
  const parsed = listing.array().safeParse(Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? { list: one } : one)) : value)
  if (parsed.success) return parsed.data
  throw new InputError('bad-input', `${place}: expected a list such as [{"list": "EL", "footnotes": [4]}], and found ${JSON.stringify(value)}`)
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

/** Facts of one scope as the case gives them; relief that nobody claims is not there, and the answer says so. Throws InputError naming a fact that no pack knows, or a value of the wrong type. */
export function given(scope: string, place: string, facts: FactMap, pack: CompiledPack, of: Subject = {}): GivenFacts {
  return { ...lookupOf(pack).unclaimed.get(scope), ...stated(scope, place, facts, pack, of) }
}

function stated(scope: string, place: string, facts: FactMap, pack: CompiledPack, of: Subject = {}): GivenFacts {
  const dictionary = lookupOf(pack).facts
  const result: GivenFacts = {}
  for (const [name, raw] of Object.entries(facts)) {
    const path = `${scope}.${name}`
    const declaration = dictionary.get(path)
    if (declaration === undefined) {
      const near = nearest(
        path,
        [...dictionary.keys()].filter((other) => other.startsWith(`${scope}.`)),
        3,
      )
      throw new InputError(
        'bad-input',
        `${place}: no rule pack knows the fact “${name}”${near.length > 0 ? `; did you mean ${near.map((one) => one.slice(scope.length + 1)).join(', ')}?` : ''}`,
      )
    }
    const assumed = typeof raw === 'object' && !Array.isArray(raw) && 'assume' in raw
    const value = toValue(assumed ? raw.assume : raw, declaration, `${place}.${name}`)
    result[name] = assumed ? { state: 'assumed', value, from: [{ path, of }] } : known(value)
  }
  return result
}

const isCountryCode = (raw: unknown): raw is string => typeof raw === 'string' && /^[A-Z]{2}$/.test(raw)

function toValue(raw: unknown, { type, unit, choices, entries, countries }: FactDeclaration, place: string): Value {
  const wrong = (expected: string) => new InputError('bad-input', `${place}: expected ${expected}, and found ${JSON.stringify(raw)}`)
  if (typeof raw === 'object' && raw !== null && 'value' in raw && 'unit' in raw) {
    if (type !== 'number') throw wrong(`a ${type}`)
    if (raw.unit !== unit) throw wrong(`a number in ${unit ?? 'no unit'}`)
    return raw.value as number
  }
  switch (type) {
    case 'boolean':
      if (typeof raw === 'boolean') return raw
      throw wrong('true or false')
    case 'number':
      if (typeof raw === 'number' && Number.isFinite(raw)) return raw
      throw wrong(unit === undefined ? 'a number' : `a number in ${unit}`)
    case 'set':
      if (!Array.isArray(raw)) throw wrong('a list')
      if (choices !== undefined && !raw.every((one) => choices.some(({ value }) => value === one)))
        throw wrong(`a list of ${choices.map(({ value }) => value).join(', ')}`)
      if (entries && !raw.every((one) => typeof one === 'string' && ECCN.test(one)))
        throw wrong(`a list of control entries without paragraph, each ${ENTRY_FORM}`)
      if (countries && !raw.every(isCountryCode)) throw wrong('a list of countries, each two capital letters (ISO 3166-1 alpha-2)')
      return { is: raw.map(String), maybe: [] } satisfies SetValue
    case 'country':
      if (isCountryCode(raw)) return raw
      throw wrong('two capital letters (ISO 3166-1 alpha-2)')
    case 'choice': {
      const allowed = (choices ?? []).map(({ value }) => value)
      if (typeof raw === 'string' && allowed.includes(raw)) return raw
      throw wrong(`one of ${allowed.join(', ')}`)
    }
    case 'date':
      if (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw)) return raw
      throw wrong('a date like 2026-09-01')
    case 'text':
      if (typeof raw === 'string') return raw
      throw wrong('a text')
  }
}

const known = (value: Value): Given => ({ state: 'known', value })

function plain(values: Record<string, string | number | undefined>): GivenFacts {
  const result: GivenFacts = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) result[name] = known(value)
  return result
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
