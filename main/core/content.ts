/**
 * The content of foreign-made items between case and rules: reads the lines, puts those with the same code together, has
 * them weighed, and gives the rules what follows: `item.usContent`, `item.controlledShare`, and the lines themselves.
 */
import { type Amount, amountOf } from '#main/engine/amount.ts'
import { type ContentGroup, type ContentSum, controlledShare, type GroupFinding, isOfOrigin, sumContent, weighContent } from '#main/engine/content.ts'
import type { CaseFacts, Given, GivenFacts, Listed } from '#main/engine/facts.ts'
import { lookupOf } from '#main/engine/lookup.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import type { CaseFile, CaseItem, ContentLine, FactMap } from '#shared/domain/case.ts'
import { kindOfEntry } from '#shared/domain/eccn.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { readEccn } from './eccn.ts'
import { given } from './given-facts.ts'

/** Lines with the same code, origin and facts. */
export type LineGroup = ContentGroup & {
  /** Numbers of the lines as they stand in the case, from 1; the first one names the group. */
  lines: number[]
  value: Amount
  /** Numbers of the lines without a value. */
  withoutValue: number[]
  /** Facts that rules read of the line as a part of its item. */
  contentFacts: GivenFacts
}
export type WeighedContent = {
  groups: (LineGroup & { finding: GroupFinding })[]
  sum: ContentSum
  itemValue: Amount | undefined
}

const SHARE = 'controlledShare'
const US_CONTENT = 'usContent'
const CONTROLLED = 'controlled'

/**
 * Adds what follows from the lines of content. Throws InputError where a line is wrong, or where the case states what its
 * lines already say otherwise.
 */
export function withContent(facts: CaseFacts, file: CaseFile, prepared: PreparedPack): { facts: CaseFacts; content: (WeighedContent | undefined)[] } {
  const { pack } = prepared
  if (pack.regime.content === undefined) return { facts, content: file.items.map(() => undefined) }
  const content = file.items.map((item, i): WeighedContent | undefined => {
    if (item.content.length === 0) return undefined
    const groups = readGroups(item.content, `items[${i}].content`, pack)
    const findings = weighContent(prepared, facts, i, groups)
    const weighed = groups.map((group, at) => ({ ...group, finding: findings[at] as GroupFinding }))
    const sum = sumContent(
      weighed.flatMap(({ value, withoutValue, finding: { state } }) => [{ state, value }, ...withoutValue.map(() => ({ state, value: undefined }))]),
    )
    return { groups: weighed, sum, itemValue: item.value === undefined ? undefined : amountOf(item.value.amount) }
  })
  const items = facts.items.map((item, i) => {
    const weighed = content[i]
    return weighed === undefined ? withoutLines(item) : withLines(item, weighed, file.items[i] as CaseItem, `items[${i}]`, pack)
  })
  return { facts: { ...facts, items }, content }
}

type ItemFacts = CaseFacts['items'][number]

/** Without lines the content is unknown, unless the case says that there is none. */
function withoutLines(item: ItemFacts): ItemFacts {
  const stated = item.facts[US_CONTENT]
  if (stated === undefined || stated.value !== false) return item
  return {
    ...item,
    facts: { [SHARE]: { ...stated, value: 0 }, ...item.facts },
    ...(stated.state === 'known' ? { content: { lines: [], complete: true } } : {}),
  }
}

function withLines(item: ItemFacts, weighed: WeighedContent, { facts: stated }: CaseItem, place: string, pack: CompiledPack): ItemFacts {
  const { groups, sum, itemValue } = weighed
  if (SHARE in stated)
    throw new InputError(
      'bad-input',
      `${place}.facts.${SHARE}: expected either the share or the lines of content, and found both; the share is worked out from the lines`,
    )
  const share = controlledShare(sum, itemValue)
  const us = usContent(groups, pack)
  const said = item.facts[US_CONTENT]
  if (said?.state === 'known' && us !== undefined && said.value !== us)
    throw new InputError(
      'bad-input',
      `${place}.facts.${US_CONTENT}: says ${String(said.value)}, and the lines of content say ${us}; leave it out or correct the lines`,
    )
  return {
    ...item,
    facts: { ...item.facts, ...(us === undefined ? {} : { [US_CONTENT]: known(us) }), ...(share === undefined ? {} : { [SHARE]: known(share) }) },
    content: listed(groups),
  }
}

/** True when a line is of the origin that counts, false when every line is certainly of another one. */
function usContent(groups: readonly LineGroup[], { regime }: CompiledPack): boolean | undefined {
  const { content } = regime
  if (content === undefined) return undefined
  if (groups.some(({ origin }) => origin !== undefined && isOfOrigin(origin, content))) return true
  return groups.every(({ origin }) => origin !== undefined) ? false : undefined
}

/** The groups as the rules about content read them. */
function listed(groups: WeighedContent['groups']): Listed {
  const lines = groups.map(({ id, facts, contentFacts, kind, origin, bundled, finding }) => {
    const { eccn, paragraph } = facts
    const controlled = finding.state === 'controlled' ? true : finding.state === 'free' ? false : undefined
    const values = { kind, origin, bundled, [CONTROLLED]: controlled }
    return {
      id,
      facts: {
        ...contentFacts,
        ...(eccn === undefined ? {} : { eccn }),
        ...(paragraph === undefined ? {} : { paragraph }),
        ...Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, known(value)]]))),
      },
    }
  })
  return { lines, complete: true }
}

const known = (value: Given['value']): Given => ({ state: 'known', value })

function readGroups(lines: readonly ContentLine[], place: string, pack: CompiledPack): LineGroup[] {
  const groups = new Map<string, LineGroup>()
  const codes = new Map<string, { eccn: string; paragraph: string }>()
  lines.forEach((line, at) => {
    const key = [line.eccn ?? '', line.kind ?? '', line.origin ?? '', line.bundled ?? '', line.facts === undefined ? '' : canonicalJson(line.facts)].join('\0')
    let group = groups.get(key)
    if (group === undefined) {
      group = readGroup(line, at + 1, `${place}[${at}]`, pack, codes)
      groups.set(key, group)
    }
    group.lines.push(at + 1)
    if (line.value === undefined) group.withoutValue.push(at + 1)
    else group.value += amountOf(line.value)
  })
  return [...groups.values()]
}

function readGroup(line: ContentLine, number: number, place: string, pack: CompiledPack, codes: Map<string, { eccn: string; paragraph: string }>): LineGroup {
  const code = line.eccn === undefined ? undefined : (codes.get(line.eccn) ?? readEccn(line.eccn, pack, `${place}.eccn`))
  if (line.eccn !== undefined && code !== undefined) codes.set(line.eccn, code)
  const byEntry = code === undefined ? undefined : kindOfEntry(code.eccn)
  if (line.kind !== undefined && byEntry !== undefined && line.kind !== byEntry)
    throw new InputError('bad-input', `${place}.kind: expected ${byEntry}, which ${code?.eccn} describes, and found ${line.kind}`)
  const kind = line.kind ?? byEntry
  const id = String(number)
  const { own, asItem } = splitFacts(line.facts ?? {}, pack)
  return {
    id,
    ...(line.origin === undefined ? {} : { origin: line.origin }),
    ...(kind === undefined ? {} : { kind }),
    ...(line.bundled === undefined ? {} : { bundled: line.bundled }),
    facts: {
      ...given('item', `${place}.facts`, asItem, pack, { line: id }),
      ...(code === undefined ? {} : { eccn: known(code.eccn), paragraph: known(code.paragraph) }),
    },
    contentFacts: given('content', `${place}.facts`, own, pack, { line: id }),
    lines: [],
    value: 0n,
    withoutValue: [],
  }
}

/** A line's facts are those of content, and those that an item of its code would have. */
function splitFacts(facts: FactMap, pack: CompiledPack): { own: FactMap; asItem: FactMap } {
  const dictionary = lookupOf(pack).facts
  const entries = Object.entries(facts)
  const isOwn = ([name]: [string, unknown]) => dictionary.has(`content.${name}`)
  return { own: Object.fromEntries(entries.filter(isOwn)), asItem: Object.fromEntries(entries.filter((entry) => !isOwn(entry))) }
}
