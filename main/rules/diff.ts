/** What differs between two packs, clause by clause: which part of it changed, from what and to what, with its citation. */
import type { CompiledPack, Duty, KnownRange, Policy, Rule } from '#main/engine/types.ts'
import type { PackChange, PackDetail } from '#shared/contract/replies.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import type { Lang, Words } from '#shared/trace/trace.ts'
import { expressionText, testLines } from './describe-expression.ts'

/** Changes from one pack to another, sorted by kind and name. The day of review alone is no change of law. */
export function diffPacks(before: CompiledPack, after: CompiledPack, lang: Lang = 'en'): PackChange[] {
  const say = (words: Words | undefined) => words?.[lang] ?? ''
  return [
    ...compare(
      'rule',
      before.rules,
      after.rules,
      ({ id }) => id,
      ({ cites }) => cites,
      ruleText(lang),
    ),
    ...compare(
      'list',
      before.parameters,
      after.parameters,
      ({ name }) => name,
      ({ cites }) => cites,
      ({ says, cites, versions }) => [
        ['says', says[lang]],
        ['cites', cites.join('; ')],
        ['values', versions.map(({ inForce, values }) => `${rangeText(inForce)}: ${values.join(' ')}`)],
      ],
    ),
    ...compare(
      'entry',
      before.entries,
      after.entries,
      ({ eccn }) => eccn,
      ({ eccn }) => [`Supp. No. 1 to part 774, ECCN ${eccn}`],
      ({ title, reasons, paragraphs, redirect }) => [
        ['title', title[lang]],
        ['reasons', reasons.join(', ')],
        ['paragraphs', paragraphs],
        ['redirect', say(redirect)],
      ],
    ),
    ...compare(
      'fact',
      before.facts,
      after.facts,
      ({ path }) => path,
      ({ cite }) => [cite],
      ({ type, unit, label, ask, why, help, choices, unclaimed, cite }) => [
        ['type', [type, unit ?? ''].filter((one) => one !== '').join(', ')],
        ['title', label[lang]],
        ['ask', ask[lang]],
        ['why', why[lang]],
        ['help', say(help)],
        ['choices', (choices ?? []).map(({ value, label: of }) => `${value}: ${of[lang]}`)],
        ['unclaimed', unclaimed === undefined ? '' : String(unclaimed)],
        ['cites', cite],
      ],
    ),
    ...compare(
      'exception',
      before.regime.exceptions,
      after.regime.exceptions,
      ({ symbol }) => symbol,
      ({ cite }) => [cite],
      ({ title, cite, limbs, duties, cautions }) => [
        ['title', title[lang]],
        ['cites', cite],
        ['limbs', limbs.map(({ paragraph, says }) => `${paragraph} ${says[lang]}`.trim())],
        ['duties', duties.map(dutyText(lang))],
        ['cautions', cautions.map(cautionText(lang))],
      ],
    ),
    ...compare(
      'family',
      before.families,
      after.families,
      ({ id }) => id,
      () => [],
      ({ title, completeFrom }) => [
        ['title', title[lang]],
        ['complete-from', completeFrom],
      ],
    ),
  ]
}

type Part = [what: PackDetail['what'], is: string | string[]]

const rangeText = ({ from, until, knownSince, knownUntil }: KnownRange): string => {
  const known = [knownSince === undefined ? '' : `since ${knownSince}`, knownUntil === undefined ? '' : `until ${knownUntil}`].filter((one) => one !== '')
  return `${from} to ${until ?? '…'}${known.length === 0 ? '' : ` (known ${known.join(' ')})`}`
}
const policyText =
  (lang: Lang) =>
  ({ code, says, cite }: Policy) =>
    `${code}: ${says[lang]} (${cite})`
const dutyText =
  (lang: Lang) =>
  ({ time, says, cite }: Duty) =>
    `${time}: ${says[lang]} (${cite})`
const cautionText =
  (lang: Lang) =>
  ({ says, cite, from, until }: Rule['cautions'][number]) =>
    `${says[lang]} (${cite})${from === undefined && until === undefined ? '' : ` ${from ?? '…'} to ${until ?? '…'}`}`

const ruleText =
  (lang: Lang) =>
  (rule: Rule): Part[] => [
    ['says', rule.says[lang]],
    ['conclusion', rule.concludes],
    ['condition', [...testLines(rule.when, lang)]],
    ['condition-form', expressionText(rule.when, lang)],
    ['result', 'notModelled' in rule.then ? `not modelled: ${rule.then.notModelled[lang]}` : JSON.stringify(rule.then.value)],
    ['dates', rule.inForce.map(rangeText).join('; ')],
    ['exceptions', (rule.effect?.exceptions ?? []).join(', ')],
    ['policy', (rule.effect?.policy ?? []).map(policyText(lang))],
    ['duties', (rule.effect?.duties ?? []).map(dutyText(lang))],
    ['reason', [rule.effect?.reason ?? '', rule.effect?.column ?? ''].filter((one) => one !== '').join(', ')],
    ['prohibition', rule.effect?.prohibition === undefined ? '' : String(rule.effect.prohibition)],
    ['overrides', rule.overrides],
    ['cautions', rule.cautions.map(cautionText(lang))],
    ['not-modelled', rule.notModelled.map((words) => words[lang])],
    ['family', rule.family],
    ['cites', rule.cites.join('; ')],
  ]

function compare<T>(
  kind: PackChange['kind'],
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
  citesOf: (one: T) => string[],
  partsOf: (one: T) => Part[],
): PackChange[] {
  const old = new Map(before.map((one) => [nameOf(one), one]))
  const now = new Map(after.map((one) => [nameOf(one), one]))
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names.flatMap((name): PackChange[] => {
    const was = old.get(name)
    const is = now.get(name)
    if (was === undefined && is !== undefined) return [{ kind, change: 'added', name, cites: citesOf(is), details: alone(partsOf(is), 'after') }]
    if (was !== undefined && is === undefined) return [{ kind, change: 'removed', name, cites: citesOf(was), details: alone(partsOf(was), 'before') }]
    if (was === undefined || is === undefined) return []
    const details = differences(partsOf(was), partsOf(is))
    if (details.length > 0) return [{ kind, change: 'changed', name, cites: citesOf(is), details }]
    return canonicalJson(bare(was)) === canonicalJson(bare(is))
      ? []
      : [{ kind, change: 'changed', name, cites: citesOf(is), details: [{ what: 'other', before: '', after: '' }] }]
  })
}

/** Without the day of its review. */
const bare = (one: unknown): unknown => {
  const { reviewed: _, ...rest } = one as { reviewed?: unknown }
  return rest
}

/** What stands alone is told by its sentence, its condition and its days. */
const TOLD: readonly PackDetail['what'][] = ['says', 'title', 'condition-form', 'dates', 'complete-from', 'values']

function alone(parts: readonly Part[], side: 'before' | 'after'): PackDetail[] {
  return parts
    .filter(([what, is]) => TOLD.includes(what) && is.length > 0)
    .map(([what, is]) => ({ what: what === 'condition-form' ? 'condition' : what, before: '', after: '', [side]: [is].flat().join('; ') }))
}

/** Members of a list that only one side has; a text whole. The form of a condition is told only where its tests are the same. */
function differences(before: readonly Part[], after: readonly Part[]): PackDetail[] {
  const found: PackDetail[] = []
  before.forEach(([what, was], i) => {
    const is = after[i]?.[1] ?? ''
    if (canonicalJson(was) === canonicalJson(is)) return
    if (what === 'condition-form' && found.some((detail) => detail.what === 'condition')) return
    const only = (own: string | string[], other: string | string[]) => (Array.isArray(own) ? onlyIn(own, [other].flat()) : own)
    const [gone, come] = what === 'values' ? valuesChanged([was].flat(), [is].flat()) : [only(was, is), only(is, was)]
    found.push({ what: what === 'condition-form' ? 'condition' : what, before: gone, after: come })
  })
  return found.filter((detail) => detail.before !== '' || detail.after !== '' || detail.what !== 'condition')
}

const onlyIn = (own: readonly string[], other: readonly string[]): string => own.filter((one) => !other.includes(one)).join('; ')

/** Values of dated lists, version by version: `2026-02-03 to …: CN RU`. */
function valuesChanged(before: readonly string[], after: readonly string[]): [string, string] {
  const versions = (lines: readonly string[]) =>
    new Map(lines.map((line): [string, string[]] => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2).split(' ')]))
  const [was, is] = [versions(before), versions(after)]
  const only = (own: Map<string, string[]>, other: Map<string, string[]>) =>
    [...own]
      .flatMap(([range, values]) => {
        const missing = values.filter((value) => !(other.get(range) ?? []).includes(value))
        return missing.length === 0 && other.has(range) ? [] : [`${range}: ${missing.join(' ')}`]
      })
      .join('; ')
  return [only(was, is), only(is, was)]
}
