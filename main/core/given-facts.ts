/**
 * Reads what a case states of one scope against the dictionary of the pack: a fact that no rule knows, or of the wrong type,
 * is a mistake of the input and never ignored. Listings are read together with what screening found.
 */
import { nearest } from '#main/classification/suggest.ts'
import type { Given, GivenFacts } from '#main/engine/facts.ts'
import { lookupOf } from '#main/engine/lookup.ts'
import type { CompiledPack, FactDeclaration } from '#main/engine/types.ts'
import { type FactMap, type Listing, listing } from '#shared/domain/case.ts'
import { ECCN, ENTRY_FORM } from '#shared/domain/eccn.ts'
import { InputError } from '#shared/text/errors.ts'
import type { SetValue, Subject, Value } from '#shared/trace/trace.ts'
import type { PartyFinding } from './screen-parties.ts'

/** What a listing says for itself; an officer's own statement takes its place. */
export function fromListing(finding: PartyFinding | undefined): GivenFacts {
  const programmes = finding?.sdnPrograms
  return { ...plain({ entityListScope: finding?.entityListScope }), ...(programmes === undefined ? {} : { sdnPrograms: known({ is: programmes, maybe: [] }) }) }
}

/**
 * The lists on which a party is. What an officer states is the whole answer for lists that could not be searched; an
 * undecided hit stays possible whatever was stated. `scoped` is the list whose entries carry footnotes.
 */
export function listings(stated: Listing[] | undefined, finding: PartyFinding | undefined, scoped: string): GivenFacts {
  const is = new Set([...(stated ?? []).map(({ list }) => list), ...(finding?.listedOn ?? [])])
  const open = [...(finding?.possibleOn ?? []), ...(stated === undefined ? (finding?.notSearched ?? []) : [])]
  const maybe = [...new Set(open)].filter((list) => !is.has(list)).sort()
  const footnotes = (stated ?? []).flatMap((one) => one.footnotes ?? []).concat(finding?.footnotes ?? [])
  const entityListOpen = maybe.includes(scoped) || (stated ?? []).some((one) => one.list === scoped && one.footnotes === undefined)
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

/** Facts of one scope as the case gives them; relief that nobody claims is not there, and the answer says so. Throws InputError naming a fact that no pack knows, or a value of the wrong type. */
export function given(scope: string, place: string, facts: FactMap, pack: CompiledPack, of: Subject = {}): GivenFacts {
  return { ...lookupOf(pack).unclaimed.get(scope), ...stated(scope, place, facts, pack, of) }
}

export function stated(scope: string, place: string, facts: FactMap, pack: CompiledPack, of: Subject = {}): GivenFacts {
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
      if (choices !== undefined && !raw.every((one) => choices.some(({ value }) => value === String(one))))
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

/** A value that is known. */
export const known = (value: Value): Given => ({ state: 'known', value })

/** Those of the values that there are, as known. */
export function plain(values: Record<string, string | number | undefined>): GivenFacts {
  const result: GivenFacts = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) result[name] = known(value)
  return result
}
