/**
 * Compiles a pack as read into the form that the engine evaluates: conditions, chart columns, and one rule for each
 * licence-requirement row of each control entry, under the id `ear.ccl.<ECCN>.<row>`.
 */
import type { CompiledPack, ConclusionDeclaration, ControlEntry, ExceptionDeclaration, Expr, Family, Parameter, Rule } from '#main/engine/types.ts'
import { pathsIn } from '#main/engine/walk.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Range, Words } from '#shared/trace/trace.ts'
import { COLUMN_TEMPLATE, COLUMNS, chartParameters, columnCondition } from './chart.ts'
import { all, compileExpression, is } from './expression.ts'
import type { RawPack } from './read-pack.ts'
import type { RawEntry, RawException, RawFile, RawRule, RawScope, RawTemplate } from './schema.ts'

const CCL = 'Supp. No. 1 to part 774'

/** Compiles; throws InputError when a row names a requirement that the pack does not define. */
export function compilePack(raw: RawPack): CompiledPack {
  const { manifest } = raw
  const contents = raw.files.map(({ content }) => content)
  const parameters: Parameter[] = [...contents.flatMap((file) => file.parameters), ...chartParameters(raw.chart, manifest.completeFrom)]
  const lists = new Set(parameters.map(({ name }) => name))
  const chartColumns = new Set(parameters.find(({ name }) => name === COLUMNS)?.versions[0]?.values)
  const templates = new Map(contents.flatMap((file) => file.templates).map((template) => [template.name, template]))
  const entries = contents.flatMap((file) => file.entries).sort((a, b) => (a.eccn < b.eccn ? -1 : 1))
  const families = familiesOf(raw)
  const reviewed = { on: manifest.lawAsOf, against: manifest.sources[0]?.title ?? '' }
  const open: Range[] = [{ from: manifest.completeFrom }]
  const context: Context = { manifest, templates, lists, chartColumns, reviewed, open }
  const controlled = controlledFor(contents, entries, context)
  return {
    id: manifest.id,
    version: manifest.version,
    title: manifest.title,
    sequence: manifest.sequence,
    lawAsOf: manifest.lawAsOf,
    completeFrom: manifest.completeFrom,
    sources: manifest.sources,
    families,
    terms: contents.flatMap((file) => file.terms),
    prohibitions: contents.flatMap((file) => file.prohibitions).sort((a, b) => a.number - b.number),
    regime: { ...manifest.regime, exceptions: contents.flatMap((file) => file.exceptions).map(compileException) },
    facts: contents.flatMap((file) => file.facts),
    conclusions: [
      ...contents.flatMap((file) => file.conclusions),
      ...contents.flatMap((file) => file.exceptions).flatMap(limbConclusions),
      ...controlled.conclusions,
    ],
    parameters,
    ownership: contents.flatMap((file) => file.ownership),
    entries: entries.map((entry) => controlEntry(entry, raw)),
    rules: withOverrides([
      ...contents.flatMap((file) => file.rules.map((rule) => compileRule(rule, file.family?.id ?? REST))),
      ...entries.flatMap((entry) => entryRules(entry, context)),
      ...controlled.rules,
    ]),
  }
}

const CONTROLLED = /^item\.controlled\.([A-Z]+)(\d?)$/

/**
 * `item.controlled.MT` asks whether the item's own paragraph is controlled for a reason, whatever the destination;
 * `item.controlled.NP1` the same for one column of the chart. Made for those that the pack's rules read.
 */
function controlledFor(files: readonly RawFile[], entries: readonly RawEntry[], context: Context): { conclusions: ConclusionDeclaration[]; rules: Rule[] } {
  const read = new Set(files.flatMap(({ rules }) => rules).flatMap(({ when }) => [...pathsIn(compileExpression(when))]))
  const wanted = [...read].filter((path) => CONTROLLED.test(path)).sort()
  return {
    conclusions: wanted.map((path) => ({ path, type: 'boolean', combine: 'any', otherwise: false, says: controlledWords(path) })),
    rules: wanted.flatMap((path) => {
      const [, reason = '', column = ''] = path.match(CONTROLLED) ?? []
      return entries.flatMap((entry) =>
        entry.rows
          .filter((row) => row.reason === reason && (column === '' || row.requires === `${reason} ${column}`))
          .map((row) => ({
            ...frame(entry, `${row.id}-controlled${column}`, context),
            concludes: path,
            says: {
              en: `${reason} controls apply to ${scopeWords(entry.eccn, row.scope).en}`,
              zh: `${reason}管制适用于${scopeWords(entry.eccn, row.scope).zh}`,
            },
            cites: [`${CCL}, ECCN ${entry.eccn}`],
            inForce: row.inForce ?? context.open,
            when: withScope(entry.eccn, row.scope),
            then: { value: true },
            notModelled: [],
          })),
      )
    }),
  }
}

function controlledWords(path: string): Words {
  const [, reason = '', column = ''] = path.match(CONTROLLED) ?? []
  return {
    en: `Is the item controlled for ${reason} reasons${column === '' ? '' : ` (Column ${column})`}?`,
    zh: `该物项是否因${reason}原因受管制${column === '' ? '' : `（第${column}栏）`}？`,
  }
}

/** The family of rules whose file names none. */
const REST = 'rest'
/** The family of the rules that come from the control entries. */
const CONTROL_LIST = 'control-list'

function familiesOf({ manifest, files }: RawPack): Family[] {
  const named = files.flatMap(({ content }) => (content.family === undefined ? [] : [content.family]))
  const whole = (id: string, title: Words): Family => ({ id, title, completeFrom: manifest.completeFrom })
  return [
    whole(REST, { en: 'the remaining provisions', zh: '其余规定' }),
    whole(CONTROL_LIST, { en: 'the Commerce Control List and the Country Chart', zh: '《商业管制清单》和《商业国家表》' }),
    ...new Map(named.map((family) => [family.id, family])).values(),
  ]
}

/** `TMP (a)(1)` is concluded as `item.exception.TMP.a.1`. */
function compileException({ limbs, ...raw }: RawException): ExceptionDeclaration {
  const path = `item.exception.${raw.symbol}`
  const whole = { paragraph: '', says: raw.title, conclusion: path }
  return {
    ...raw,
    limbs:
      limbs.length === 0
        ? [whole]
        : limbs.map(({ paragraph, says }) => ({ paragraph, says, conclusion: path + paragraph.replace(/\(/g, '.').replace(/\)/g, '') })),
  }
}

function limbConclusions(raw: RawException): ConclusionDeclaration[] {
  return compileException(raw).limbs.map(({ paragraph, conclusion }) => {
    const name = `${raw.symbol}${paragraph === '' ? '' : ` ${paragraph}`}`
    const says = { en: `Are the terms of License Exception ${name} met?`, zh: `是否满足许可例外${name}的条件？` }
    return { path: conclusion, type: 'boolean', combine: 'any', otherwise: false, says }
  })
}

type Context = {
  manifest: RawPack['manifest']
  templates: ReadonlyMap<string, RawTemplate>
  /** Names of all lists of the pack. */
  lists: ReadonlySet<string>
  chartColumns: ReadonlySet<string>
  reviewed: Rule['reviewed']
  open: Range[]
}

function compileRule(raw: RawRule, family: string): Rule {
  const then: Rule['then'] = typeof raw.then === 'object' ? { notModelled: raw.then.notModelled } : { value: raw.then }
  return { ...raw, family, when: compileExpression(raw.when), then }
}

/** Replaces `ear.ccl.*` among what a rule overrides by the rules of that beginning with the same conclusion. */
function withOverrides(rules: Rule[]): Rule[] {
  return rules.map((rule) => {
    if (!rule.overrides.some((name) => name.endsWith('*'))) return rule
    const overrides = rule.overrides.flatMap((name) =>
      name.endsWith('*')
        ? rules.filter(({ id, concludes }) => concludes === rule.concludes && id !== rule.id && id.startsWith(name.slice(0, -1))).map(({ id }) => id)
        : [name],
    )
    return { ...rule, overrides }
  })
}

function controlEntry(entry: RawEntry, raw: RawPack): ControlEntry {
  return {
    eccn: entry.eccn,
    category: entry.eccn.charAt(0),
    group: entry.eccn.charAt(1),
    title: raw.titles.get(entry.eccn) ?? { en: entry.eccn, zh: entry.eccn },
    reasons: entry.reasons,
    paragraphs: entry.paragraphs,
    ...(entry.redirect === undefined ? {} : { redirect: entry.redirect }),
  }
}

/** Product groups A, B and C hold commodities, for which an entry has lines for LVS and GBS; the others have one for TSR. */
const COMMODITY_GROUPS = 'ABC'

function entryRules(entry: RawEntry, context: Context): Rule[] {
  const rows = entry.rows.map((row) => requirementRule(entry, row, context))
  const isCommodity = COMMODITY_GROUPS.includes(entry.eccn.charAt(1))
  if (entry.redirect !== undefined && entry.rows.length === 0) return [redirectRule(entry, context)]
  return isCommodity
    ? [...rows, ...valueRules(entry, context), ...openRules(entry, 'gbs', '15 CFR 740.4', context)]
    : [...rows, ...openRules(entry, 'tsr', '15 CFR 740.6', context)]
}

function requirementRule(entry: RawEntry, row: RawEntry['rows'][number], context: Context): Rule {
  const isColumn = context.chartColumns.has(row.requires)
  const template = context.templates.get(isColumn ? COLUMN_TEMPLATE : row.requires)
  if (template === undefined) throw new InputError('bad-input', `ECCN ${entry.eccn}, row ${row.id}: no requirement is called “${row.requires}”`)
  const base = compileExpression(template.when)
  const condition = isColumn ? all(base, columnCondition(row.requires, context.lists)) : base
  const column = isColumn ? row.requires : template.column
  const scope = scopeWords(entry.eccn, row.scope)
  return {
    ...frame(entry, `${row.id}`, context),
    concludes: context.manifest.regime.licence,
    says: {
      en: `${row.reason} controls apply to ${scope.en}${isColumn ? ` (${row.requires})` : ''}: ${template.says.en}`,
      zh: `${row.reason}管制适用于${scope.zh}${isColumn ? `（${row.requires}）` : ''}：${template.says.zh}`,
    },
    cites: [`${CCL}, ECCN ${entry.eccn}`, ...template.cites],
    inForce: row.inForce ?? template.inForce ?? context.open,
    when: withScope(entry.eccn, row.scope, condition),
    then: { value: true },
    effect: {
      reason: row.reason,
      ...(column === undefined ? {} : { column }),
      exceptions: template.exceptions,
      policy: template.policy,
      duties: [],
      prohibition: template.prohibition,
    },
    cautions: [...template.cautions, ...doubts(entry, row.reason)],
    notModelled: template.notModelled,
  }
}

/** Notes of the entry stand with the rows of the reason that they speak of, or with all of its rows. */
const doubts = (entry: RawEntry, reason: string): Rule['cautions'] =>
  entry.notes
    .filter((note) => note.reason === undefined || note.reason === reason)
    .map(({ en, zh, cite, from }) => ({ says: { en, zh }, cite: cite ?? `${CCL}, ECCN ${entry.eccn}`, ...(from === undefined ? {} : { from }) }))

/** An entry that only points elsewhere concludes nothing: whoever classified the item there has to look further. */
function redirectRule(entry: RawEntry, context: Context): Rule {
  const redirect = entry.redirect as Words
  return {
    ...frame(entry, 'redirect', context),
    concludes: context.manifest.regime.licence,
    says: redirect,
    cites: [`${CCL}, ECCN ${entry.eccn}`],
    inForce: context.open,
    when: is('item.eccn', entry.eccn),
    then: { notModelled: redirect },
    effect: { reason: 'other', exceptions: [], policy: [], duties: [], prohibition: 1 },
    notModelled: [],
  }
}

/** The dollar limits of licence exception LVS. A line that the source does not show is not the same as no limit. */
function valueRules(entry: RawEntry, context: Context): Rule[] {
  const base = { concludes: 'item.lvsLimit', cites: [`${CCL}, ECCN ${entry.eccn}`, '15 CFR 740.3'], inForce: context.open, notModelled: [] }
  const says = (limit: string) => ({ en: `LVS limit of ECCN ${entry.eccn}: ${limit}`, zh: `ECCN ${entry.eccn}的LVS限额：${limit}` })
  if (entry.lvs === undefined) {
    const what = { en: `The source shows no LVS line for ECCN ${entry.eccn}.`, zh: `资料来源未显示ECCN ${entry.eccn}的LVS一栏。` }
    return [{ ...frame(entry, 'lvs', context), ...base, says: what, when: is('item.eccn', entry.eccn), then: { notModelled: what } }]
  }
  return entry.lvs.map((line, i) => ({
    ...frame(entry, `lvs-${i + 1}`, context),
    ...base,
    says: says(`USD ${line.usd}`),
    when: withScope(entry.eccn, line.scope),
    then: { value: line.usd },
  }))
}

/** What the entry opens for an exception that it names with yes or no, as `item.gbsEligible` and `item.tsrEligible`. */
function openRules(entry: RawEntry, line: 'gbs' | 'tsr', cite: string, context: Context): Rule[] {
  const symbol = line.toUpperCase()
  const base = { concludes: `item.${line}Eligible`, cites: [`${CCL}, ECCN ${entry.eccn}`, cite], inForce: context.open, notModelled: [] }
  const says = { en: `ECCN ${entry.eccn} names ${symbol} for this item`, zh: `ECCN ${entry.eccn}对该物项列明${symbol}` }
  const lines = entry[line]
  if (lines === undefined) {
    const what = { en: `The source shows no ${symbol} line for ECCN ${entry.eccn}.`, zh: `资料来源未显示ECCN ${entry.eccn}的${symbol}一栏。` }
    return [{ ...frame(entry, line, context), ...base, says: what, when: is('item.eccn', entry.eccn), then: { notModelled: what } }]
  }
  return lines.map(({ scope }, i) => ({
    ...frame(entry, `${line}-${i + 1}`, context),
    ...base,
    says,
    when: withScope(entry.eccn, scope),
    then: { value: true },
  }))
}

const frame = (entry: RawEntry, part: string, context: Context) => ({
  id: `ear.ccl.${entry.eccn}.${part}`,
  reviewed: context.reviewed,
  overrides: [],
  family: CONTROL_LIST,
  cautions: [],
  eccns: [entry.eccn],
})

/** The entry, the part of it that a row speaks of, and the row's own condition. */
function withScope(eccn: string, scope: RawScope, condition?: Expr): Expr {
  const parts: Expr[] = [is('item.eccn', eccn)]
  if (scope !== 'all') {
    if (scope.in !== undefined) parts.push(matches(scope.in))
    if (scope.except !== undefined) parts.push({ kind: 'not', part: matches(scope.except) })
    if (scope.when !== undefined) parts.push(compileExpression(scope.when))
  }
  if (condition !== undefined) parts.push(condition)
  if (scope !== 'all' && scope.notModelled !== undefined) parts.push({ kind: 'not-modelled', what: scope.notModelled })
  return all(...parts)
}

const matches = (paragraphs: string[]): Expr => ({ kind: 'test', path: 'item.paragraph', operator: 'matches', against: { kind: 'literal', value: paragraphs } })

/** Names the part of the entry that a row speaks of. */
export function scopeWords(eccn: string, scope: RawScope): Words {
  if (scope === 'all') return { en: `all of ${eccn}`, zh: `${eccn}全部物项` }
  const list = (paragraphs: string[]) => paragraphs.map((one) => `${eccn}.${one}`).join(', ')
  if (scope.notModelled !== undefined) return scope.notModelled
  if (scope.in !== undefined) return { en: list(scope.in), zh: list(scope.in) }
  if (scope.except !== undefined) return { en: `${eccn} except ${list(scope.except)}`, zh: `${eccn}（${list(scope.except)}除外）` }
  return { en: `certain items of ${eccn}`, zh: `${eccn}的部分物项` }
}
