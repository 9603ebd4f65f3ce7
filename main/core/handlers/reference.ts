/** Looking things up: control entries, countries, rules, facts, the pack itself, and the palette over all of them. */

import { classify } from '#main/classification/classify.ts'
import { describeTables } from '#main/classification/describe.ts'
import type { Core } from '#main/core/core.ts'
import { readEccn } from '#main/core/eccn.ts'
import { Evaluation } from '#main/engine/evaluate.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import { isUndecided } from '#main/engine/outcome.ts'
import type { ControlEntry, Rule } from '#main/engine/types.ts'
import { heldPacks } from '#main/rules/store.ts'
import { unmodelled } from '#main/rules/unmodelled.ts'
import type { CountryRow, CountryView, EntryView, PackStatus, PaletteRow, RuleView } from '#shared/contract/replies.ts'
import type { ClassifyAnswer, ClassifyItem } from '#shared/domain/classification.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { HandlersFor } from './handlers.ts'

/** The full-text index works on three letters or more; shorter words are looked for one by one. */
const SHORTEST_INDEXED = 3

export function referenceHandlers(core: Core): HandlersFor<'entry' | 'item' | 'country' | 'pack' | 'rule' | 'palette'> {
  const entries = new Map(core.pack.entries.map((entry) => [entry.eccn, entry]))
  const row = ({ eccn, category, title, reasons }: ControlEntry) => ({ eccn, category, title, reasons })
  const searchEntries = (search: string, category: string, limit: number) => {
    const found = matchingEntries(core, search).filter((entry) => category === '' || entry.category === category)
    return { rows: found.slice(0, limit).map(row), total: found.length }
  }
  const country = (code: string) => core.countries.find((one) => one.code === code)
  return {
    'entry:search': ({ search, category, limit }) => searchEntries(search.trim(), category, limit),
    'entry:get': ({ eccn, lang }) => {
      const entry = entries.get(readEccn(eccn, core.pack, 'eccn').eccn)
      if (entry === undefined) throw new InputError('not-found', `${eccn} has no entry of its own: what no entry describes is EAR99.`)
      return entryView(entry, core, lang)
    },
    'entry:destinations': ({ eccn }) => destinations(core, eccn),
    'item:classify': ({ lang, ...item }) => classifyItem(core, item, lang),
    'item:parameters': () => describeTables(core.classification),
    'country:list': () => core.countries,
    'country:get': ({ code }) => {
      const found = country(code)
      if (found === undefined) throw new InputError('not-found', `There is no country ${code}.`)
      return countryView(core, found)
    },
    'pack:status': () => ({ packs: [packStatus(core)], held: heldPacks(core.reference) }),
    'pack:terms': () => core.pack.terms,
    'pack:facts': () =>
      core.pack.facts.map(({ path, type, unit, label, ask, why, help, cite, choices }) => ({
        path,
        type,
        unit: unit ?? '',
        label,
        ask,
        why,
        help: help ?? null,
        cite,
        choices: choices ?? [],
        pack: core.pack.id,
      })),
    'rule:search': ({ search, limit }) => {
      const found = matchingRules(core, search.trim())
      return { rows: found.slice(0, limit).map((rule) => ruleView(core, rule)), total: found.length }
    },
    'rule:get': ({ id }) => {
      const rule = core.pack.rules.find((one) => one.id === id)
      if (rule === undefined) throw new InputError('not-found', `The pack ${core.pack.id} has no rule ${id}.`)
      return ruleView(core, rule)
    },
    'palette:search': ({ search }) => palette(core, search.trim(), searchEntries),
  }
}

/** Classifies with the tables of the pack; entries outside the tables are found by the words of their titles. */
export function classifyItem(core: Core, item: ClassifyItem, lang: Lang): ClassifyAnswer {
  const { id, version } = core.pack
  return classify(item, core.classification, core.pack.entries, lang, [{ id, version, sha256: core.loaded.sha256 }])
}

export function packStatus(core: Core): PackStatus {
  const { id, version, lawAsOf, title, completeFrom, rules, entries, facts, sources } = core.pack
  const open = unmodelled(core.pack)
  return {
    id,
    version,
    lawAsOf,
    sha256: core.loaded.sha256,
    title,
    completeFrom,
    rules: rules.length,
    entries: entries.length,
    facts: facts.length,
    notModelled: open.length,
    contentOrigin: core.pack.regime.content?.origin ?? '',
    sources,
  }
}

function matchingEntries(core: Core, search: string): ControlEntry[] {
  if (search === '') return core.pack.entries
  const code = search.toUpperCase().replace(/\s/g, '').split('.')[0] ?? ''
  const byCode = core.pack.entries.filter(({ eccn }) => eccn.startsWith(code))
  const words = search.toLowerCase().split(/\s+/)
  const found = words.every((word) => word.length >= SHORTEST_INDEXED) ? indexed(core, 'entry_search', 'eccn', words) : undefined
  const byWords = core.pack.entries.filter(({ eccn, title }) =>
    found === undefined ? words.every((word) => `${eccn} ${title.en} ${title.zh}`.toLowerCase().includes(word)) : found.has(eccn),
  )
  return [...new Set([...byCode, ...byWords])]
}

function matchingRules(core: Core, search: string): Rule[] {
  if (search === '') return core.pack.rules
  const words = search.toLowerCase().split(/\s+/)
  const found = words.every((word) => word.length >= SHORTEST_INDEXED) ? indexed(core, 'rule_search', 'id', words) : undefined
  return core.pack.rules.filter(({ id, says, cites }) =>
    found === undefined ? words.every((word) => `${id} ${says.en} ${says.zh} ${cites.join(' ')}`.toLowerCase().includes(word)) : found.has(id),
  )
}

function indexed(core: Core, table: 'entry_search' | 'rule_search', column: 'eccn' | 'id', words: string[]): Set<string> {
  const query = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
  return new Set(core.reference.prepare(`SELECT ${column} FROM ${table} WHERE pack = ? AND ${table} MATCH ?`).pluck().all(core.pack.id, query) as string[])
}

function entryView(entry: ControlEntry, core: Core, lang: Lang): EntryView {
  const own = core.pack.rules.filter((rule) => rule.eccns?.includes(entry.eccn))
  const { licence, exceptions } = core.pack.regime
  const open = new Set(unmodelled({ ...core.pack, rules: own }).map(({ rule }) => rule))
  return {
    eccn: entry.eccn,
    category: entry.category,
    group: entry.group,
    title: entry.title,
    reasons: entry.reasons,
    redirect: entry.redirect?.[lang] ?? '',
    paragraphs: entry.paragraphs,
    requirements: own
      .filter(({ concludes }) => concludes === licence)
      .map((rule) => ({
        rule: rule.id,
        reason: rule.effect?.reason ?? '',
        column: rule.effect?.column ?? '',
        scope: scopeOf(rule),
        says: rule.says[lang],
        cite: rule.cites.join('; '),
        notModelled: open.has(rule.id),
      })),
    exceptions: own
      .filter(({ concludes }) => concludes !== licence)
      .map((rule) => ({ symbol: exceptions.find(({ cite }) => rule.cites.includes(cite))?.symbol ?? '', says: rule.says[lang], cite: rule.cites.join('; ') })),
    source: { pack: core.pack.id, lawAsOf: core.pack.lawAsOf },
  }
}

/** The paragraphs that a requirement row speaks of, as designators; empty for the whole entry or a scope in words. */
function scopeOf(rule: Rule): string {
  const parts = rule.when.kind === 'all' ? rule.when.parts : [rule.when]
  const shown: string[] = []
  for (const part of parts) {
    const test = part.kind === 'not' ? part.part : part
    if (test.kind === 'test' && test.operator === 'matches' && test.against.kind === 'literal')
      shown.push(`${part.kind === 'not' ? '−' : ''}${(test.against.value as string[]).map((one) => `.${one}`).join(' ')}`)
  }
  return shown.join(' ')
}

/** What the entry's own rows say for every destination, nothing else being known of the case. */
function destinations(core: Core, text: string) {
  const { eccn, paragraph } = readEccn(text, core.pack, 'eccn')
  const prepared = core.days.on(core.pack.lawAsOf)
  const pointer = prepared.parameters.get('chart.pointer')
  return core.countries.map(({ code }) => {
    if (pointer?.has(code)) return { code, reasons: [], state: 'elsewhere' as const }
    const facts: CaseFacts = {
      transaction: { kind: { state: 'known', value: 'export' }, destination: { state: 'known', value: code } },
      endUse: {},
      case: {},
      items: [{ id: '1', facts: { eccn: { state: 'known', value: eccn }, ...(paragraph === '' ? {} : { paragraph: { state: 'known', value: paragraph } }) } }],
      parties: [],
      partiesComplete: true,
    }
    const own = new Evaluation(prepared, facts)
      .conclude(core.pack.regime.licence, { item: 0 })
      .parts.filter(({ id }) => prepared.ruleById.get(id)?.eccns !== undefined)
    const certain = own.filter(({ applied }) => applied === 'yes')
    const reasons = [...new Set(certain.map(({ id }) => prepared.ruleById.get(id)?.effect?.reason ?? ''))]
    const state = certain.length > 0 ? ('marked' as const) : own.some(({ outcome }) => isUndecided(outcome)) ? ('unclear' as const) : ('unmarked' as const)
    return { code, reasons, state }
  })
}

function countryView(core: Core, found: CountryRow): CountryView {
  const { parameters } = core.days.on(core.pack.lawAsOf)
  const holding = (prefix: string) =>
    [...parameters].filter(([name, codes]) => name.startsWith(prefix) && codes.has(found.code)).map(([name]) => name.slice(prefix.length))
  const inChart = holding('chart.')
  const chart = inChart.includes('pointer') ? 'pointer' : inChart.includes('graded') ? 'row' : 'none'
  const columns = [...(parameters.get('chart.columns') ?? [])]
  return {
    ...found,
    marks: inChart.filter((name) => columns.includes(name)),
    columns,
    groups: holding('group.').sort(),
    footnotes: inChart.filter((name) => name.startsWith('footnote.')).map((name) => name.slice('footnote.'.length)),
    chart,
    cite: core.pack.parameters.find(({ name }) => name === 'chart.graded')?.cites[0] ?? '',
  }
}

export function ruleView(core: Core, rule: Rule): RuleView {
  const { id, concludes, says, cites, inForce, reviewed, effect, notModelled } = rule
  const left = 'notModelled' in rule.then ? [rule.then.notModelled, ...notModelled] : notModelled
  return { id, pack: core.pack.id, concludes, says, cites, inForce, reviewed, reason: effect?.reason ?? '', column: effect?.column ?? '', notModelled: left }
}

function palette(
  core: Core,
  search: string,
  searchEntries: (search: string, category: string, limit: number) => { rows: { eccn: string; title: PaletteRow['title'] }[] },
): PaletteRow[] {
  if (search === '') return []
  const cases = core.casework.cases.list({ search, outcome: '', archived: false, sort: 'updated', limit: 8, offset: 0 }).rows
  const lower = search.toLowerCase()
  const countries = core.countries.filter(
    ({ code, name }) => code === search.toUpperCase() || name.en.toLowerCase().includes(lower) || name.zh.includes(search),
  )
  return [
    ...cases.map((row): PaletteRow => ({ kind: 'case', id: row.id, title: { en: row.title || row.id, zh: row.title || row.id }, detail: row.parties })),
    ...searchEntries(search, '', 8).rows.map((row): PaletteRow => ({ kind: 'entry', id: row.eccn, title: row.title, detail: row.eccn })),
    ...countries.slice(0, 5).map((row): PaletteRow => ({ kind: 'country', id: row.code, title: row.name, detail: row.code })),
    ...matchingRules(core, search)
      .slice(0, 8)
      .map((rule): PaletteRow => ({ kind: 'rule', id: rule.id, title: rule.says, detail: rule.cites[0] ?? '' })),
  ]
}
