/**
 * Where a fact lives in a case file. The engine asks for `scope.name`; this finds the place for it, reads it and gives a
 * changed copy of the case. Built-in names have fields of their own; every other name goes into `facts` of its scope.
 */
import type { CaseFile, CaseItem, CaseParty, ContentLine, FactMap } from '#shared/domain/case.ts'
import { joinCode, splitCode } from '#shared/domain/eccn.ts'
import type { FactRef, Subject } from '#shared/trace/trace.ts'

export type AnswerValue = boolean | number | string | (string | number)[]
export type Answer = { value: AnswerValue; assumed: boolean }

/** Fields of the case file that have a fact path of their own. */
const TRANSACTION_FIELDS = new Set(['kind', 'from', 'destination', 'transit'])
const ITEM_FIELDS = new Set(['eccn', 'paragraph', 'kind', 'origin', 'locatedIn', 'valueUsd'])
const PARTY_FIELDS = new Set(['role', 'country', 'headquarters'])

const split = (path: string): [string, string] => {
  const dot = path.indexOf('.')
  return [path.slice(0, dot), path.slice(dot + 1)]
}

/** Facts that no single field answers: they follow from the parties named, screening, and the officer's decisions on hits. */
export const isDecidedByScreening = (path: string): boolean => path === 'party.listedOn' || path === 'party.footnotes' || path === 'case.parties'

/** Facts of an item that are worked out from its lines of content, once it has some. */
export const followsFromContent = (file: CaseFile, { path, of }: FactRef): boolean =>
  (path === 'item.controlledShare' || path === 'item.usContent') && (file.items.find(({ id }) => id === of.item)?.content.length ?? 0) > 0

function fromMap(facts: FactMap, name: string): Answer | undefined {
  const held = facts[name]
  if (held === undefined) return undefined
  if (typeof held === 'object' && !Array.isArray(held)) {
    if ('assume' in held) return { value: held.assume, assumed: true }
    if ('unit' in held) return { value: held.value, assumed: false }
  }
  if (Array.isArray(held) && held.some((one) => typeof one === 'object')) return undefined
  return { value: held as AnswerValue, assumed: false }
}

function intoMap(facts: FactMap, name: string, answer: Answer | undefined): FactMap {
  const rest = { ...facts }
  delete rest[name]
  if (answer !== undefined) rest[name] = answer.assumed ? { assume: answer.value } : answer.value
  return rest
}

const certain = (value: AnswerValue | undefined): Answer | undefined => (value === undefined || value === '' ? undefined : { value, assumed: false })

function readItem(item: CaseItem, name: string): Answer | undefined {
  switch (name) {
    case 'eccn':
      return certain(splitCode(item.eccn ?? '').eccn)
    case 'paragraph':
      return certain(splitCode(item.eccn ?? '').paragraph)
    case 'kind':
      return certain(item.kind)
    case 'origin':
      return certain(item.origin)
    case 'locatedIn':
      return certain(item.locatedIn)
    case 'valueUsd':
      return item.value?.currency === 'USD' ? certain(Number(item.value.amount)) : undefined
    default:
      return fromMap(item.facts, name)
  }
}

/** What the case says of a fact; undefined when it says nothing. */
export function readFact(file: CaseFile, ref: FactRef): Answer | undefined {
  const [scope, name] = split(ref.path)
  const { transaction } = file
  switch (scope) {
    case 'transaction':
      if (name === 'transit') return transaction.transit.length > 0 ? { value: transaction.transit, assumed: false } : undefined
      return TRANSACTION_FIELDS.has(name) ? certain(transaction[name as 'kind']) : fromMap(transaction.facts, name)
    case 'endUse':
      return fromMap(transaction.endUse.facts, name)
    case 'item':
    case 'content': {
      const item = file.items.find((one) => one.id === ref.of.item)
      const line = ref.of.line === undefined ? undefined : item?.content[Number(ref.of.line) - 1]
      if (ref.of.line !== undefined) return line ? readLine(line, name) : undefined
      return item ? readItem(item, name) : undefined
    }
    case 'party': {
      const party = file.parties.find((one) => one.name === ref.of.party)
      if (!party) return undefined
      return PARTY_FIELDS.has(name) ? certain(party[name as 'country']) : fromMap(party.facts, name)
    }
    default:
      return fromMap(file.facts, name)
  }
}

function writeItem(item: CaseItem, name: string, answer: Answer | undefined): CaseItem {
  const value = answer?.value
  const { eccn, paragraph } = splitCode(item.eccn ?? '')
  switch (name) {
    case 'eccn': {
      const code = value === undefined ? '' : String(value)
      return withField(item, 'eccn', code === '' ? undefined : code.includes('.') ? code : joinCode(code, code === eccn ? paragraph : ''))
    }
    case 'paragraph':
      return eccn === '' ? item : { ...item, eccn: joinCode(eccn, value === undefined ? '' : String(value)) }
    case 'valueUsd':
      return withField(item, 'value', value === undefined ? undefined : { amount: String(value), currency: 'USD' })
    case 'kind':
    case 'origin':
    case 'locatedIn':
      return withField(item, name, value as never)
    default:
      return { ...item, facts: intoMap(item.facts, name, answer) }
  }
}

/** A line of content has fields of the same names as an item; all else is among its facts. */
function readLine(line: ContentLine, name: string): Answer | undefined {
  const { eccn, paragraph } = splitCode(line.eccn ?? '')
  switch (name) {
    case 'eccn':
      return certain(eccn)
    case 'paragraph':
      return certain(paragraph)
    case 'kind':
    case 'origin':
    case 'bundled':
      return certain(line[name])
    default:
      return fromMap(line.facts ?? {}, name)
  }
}

function writeLine(line: ContentLine, name: string, answer: Answer | undefined): ContentLine {
  const { eccn, paragraph } = splitCode(line.eccn ?? '')
  const text = answer === undefined ? '' : String(answer.value)
  switch (name) {
    case 'eccn':
      return withField(line, 'eccn', text === '' ? undefined : text.includes('.') ? text : joinCode(text, text === eccn ? paragraph : ''))
    case 'paragraph':
      return eccn === '' ? line : { ...line, eccn: joinCode(eccn, text) }
    case 'kind':
    case 'origin':
    case 'bundled':
      return withField(line, name, answer?.value as never)
    default: {
      const facts = intoMap(line.facts ?? {}, name, answer)
      return withField(line, 'facts', Object.keys(facts).length === 0 ? undefined : facts)
    }
  }
}

/** Lines that say the same of themselves are asked about once; the answer goes to all of them. */
function writeLines(item: CaseItem, at: number, name: string, answer: Answer | undefined): CaseItem {
  const says = ({ eccn, kind, origin, bundled, facts }: ContentLine) => JSON.stringify([eccn, kind, origin, bundled, facts])
  const asked = item.content[at]
  if (asked === undefined) return item
  const same = says(asked)
  return { ...item, content: item.content.map((line) => (says(line) === same ? writeLine(line, name, answer) : line)) }
}

/** A copy with one optional field set, or left out when there is no value. */
export function withField<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const next = { ...record }
  if (value === undefined) delete next[key]
  else next[key] = value
  return next
}

/** A copy of the case with the fact set, or taken away when `answer` is undefined. Unknown items and parties change nothing. */
export function writeFact(file: CaseFile, ref: FactRef, answer: Answer | undefined): CaseFile {
  const [scope, name] = split(ref.path)
  const { transaction } = file
  switch (scope) {
    case 'transaction': {
      if (name === 'transit') return { ...file, transaction: { ...transaction, transit: (answer?.value as string[] | undefined) ?? [] } }
      if (TRANSACTION_FIELDS.has(name)) return { ...file, transaction: withField(transaction, name as 'destination', answer?.value as string | undefined) }
      return { ...file, transaction: { ...transaction, facts: intoMap(transaction.facts, name, answer) } }
    }
    case 'endUse':
      return { ...file, transaction: { ...transaction, endUse: { ...transaction.endUse, facts: intoMap(transaction.endUse.facts, name, answer) } } }
    case 'item':
    case 'content': {
      const { line } = ref.of
      const edit = (item: CaseItem) => (line === undefined ? writeItem(item, name, answer) : writeLines(item, Number(line) - 1, name, answer))
      return { ...file, items: file.items.map((item) => (item.id === ref.of.item ? edit(item) : item)) }
    }
    case 'party':
      return { ...file, parties: file.parties.map((party) => (party.name === ref.of.party ? writeParty(party, name, answer) : party)) }
    default:
      return { ...file, facts: intoMap(file.facts, name, answer) }
  }
}

function writeParty(party: CaseParty, name: string, answer: Answer | undefined): CaseParty {
  if (name === 'role') return answer ? { ...party, role: answer.value as CaseParty['role'] } : party
  if (PARTY_FIELDS.has(name)) return withField(party, name as 'country', answer?.value as string | undefined)
  return { ...party, facts: intoMap(party.facts, name, answer) }
}

const refsOf = (scope: string, facts: FactMap, of: Subject): FactRef[] => Object.keys(facts).map((name) => ({ path: `${scope}.${name}`, of }))
const given = (file: CaseFile, scope: string, names: Set<string>, of: Subject): FactRef[] =>
  [...names].map((name) => ({ path: `${scope}.${name}`, of })).filter((ref) => readFact(file, ref) !== undefined)

/** Every fact that the case gives, in the order of the case file. */
export function givenFacts(file: CaseFile): FactRef[] {
  return [
    ...given(file, 'transaction', TRANSACTION_FIELDS, {}),
    ...refsOf('transaction', file.transaction.facts, {}),
    ...refsOf('endUse', file.transaction.endUse.facts, {}),
    ...refsOf('case', file.facts, {}),
    ...file.items.flatMap((item) => [...given(file, 'item', ITEM_FIELDS, { item: item.id }), ...refsOf('item', item.facts, { item: item.id })]),
    ...file.parties.flatMap((party) => [
      ...given(file, 'party', PARTY_FIELDS, { party: party.name }),
      ...refsOf('party', party.facts, { party: party.name }).filter((ref) => readFact(file, ref) !== undefined),
    ]),
  ]
}

/** One text for a fact of one subject, for keys and comparison. */
export const refKey = (ref: { path: string; of: Subject }): string =>
  `${ref.path}|${ref.of.item ?? ''}|${ref.of.party ?? ''}${ref.of.line === undefined ? '' : `|${ref.of.line}`}`
