/** The arithmetic of an item's content in the answer: each group with its reason, the sums, the share, and what would tip it. */
import { type Amount, amountText, shareOf } from '#main/engine/amount.ts'
import { controlledShare, type GroupFinding } from '#main/engine/content.ts'
import { Evaluation } from '#main/engine/evaluate.ts'
import { CONTENT_STATES, type ContentAnswer, type ContentGroup, type ContentState, type ContentTip } from '#shared/domain/determination.ts'
import { joinCode } from '#shared/domain/eccn.ts'
import type { FactRef, NumberRange } from '#shared/trace/trace.ts'
import { type AnswerContext, ruleOf } from './answer-context.ts'
import type { WeighedContent } from './content.ts'
import { coreWords } from './words.ts'

/** The content of the item at this place among the items of the case. */
export function contentAnswer(weighed: WeighedContent, item: number, context: AnswerContext): ContentAnswer {
  const { groups, sum, itemValue } = weighed
  const limit = limitOf(item, context)
  const share = bounds(controlledShare(sum, itemValue))
  const count = (state: ContentState) => groups.reduce((total, group) => total + (group.finding.state === state ? group.lines.length : 0), 0)
  return {
    lines: groups.reduce((total, { lines }) => total + lines.length, 0),
    states: Object.fromEntries(CONTENT_STATES.map((state) => [state, count(state)])) as ContentAnswer['states'],
    currency: context.file.items[item]?.value?.currency ?? '',
    itemValue: itemValue === undefined ? null : amountText(itemValue),
    sum: { min: amountText(sum.certain), max: sum.possible === undefined ? null : amountText(sum.possible) },
    share,
    limit: limit.percent,
    limitCite: limit.cite,
    above: isAbove(share, limit.percent),
    groups: groups.map((group) => groupAnswer(group, context)),
    tips: tips(weighed, limit.percent),
  }
}

/** The level that the rules state for this item; no number while what it turns on is not known. */
function limitOf(item: number, { prepared, facts }: AnswerContext): { percent: number | null; cite: string } {
  const path = prepared.pack.regime.content?.limit
  if (path === undefined) return { percent: null, cite: '' }
  const { outcome, parts, decisive } = new Evaluation(prepared, facts).conclude(path, { item })
  if (outcome.state !== 'known' || typeof outcome.value !== 'number') return { percent: null, cite: '' }
  const rule = prepared.ruleById.get(parts[decisive[0] ?? -1]?.id ?? '')
  return { percent: outcome.value, cite: rule?.cites[0] ?? '' }
}

function bounds(share: number | NumberRange | undefined): ContentAnswer['share'] {
  if (share === undefined) return null
  return typeof share === 'number' ? { min: share, max: share } : { min: share.min ?? 0, max: share.max ?? null }
}

function isAbove(share: ContentAnswer['share'], limit: number | null): boolean | null {
  if (share === null || limit === null) return null
  if (share.min > limit) return true
  return share.max !== null && share.max <= limit ? false : null
}

function groupAnswer(group: WeighedContent['groups'][number], context: AnswerContext): ContentGroup {
  const { lines, facts, kind = '', origin = '', value, withoutValue, finding } = group
  const text = (name: string) => (facts[name]?.state === 'known' ? String(facts[name].value) : '')
  const { says, cites } = reason(finding, context)
  return {
    lines,
    eccn: joinCode(text('eccn'), text('paragraph')),
    kind,
    origin,
    value: amountText(value),
    withoutValue,
    state: finding.state,
    says,
    cites,
    requirements: finding.requirements.map(({ id }) => {
      const rule = ruleOf(id, context)
      return { rule: id, reason: rule.effect?.column ?? rule.effect?.reason ?? '' }
    }),
    missing: finding.missing.map((ref) => ({ fact: ref.path, of: ref.of, label: missingLabel(ref, context) })),
  }
}

/** Why a group stands where it stands, in one sentence. */
function reason({ state, requirements, freedBy, missing, what }: GroupFinding, context: AnswerContext): { says: string; cites: string[] } {
  const { lang, prepared } = context
  const words = coreWords(lang)
  const rules = requirements.map(({ id }) => ruleOf(id, context))
  const cites = [...new Set(rules.flatMap((rule) => rule.cites.slice(0, 2)))]
  switch (state) {
    case 'foreign':
      return { says: words.contentForeign, cites: [] }
    case 'separate':
      return { says: words.contentSeparate, cites: [] }
    case 'controlled':
      return { says: words.contentControlled([...new Set(rules.map(({ effect }) => effect?.column ?? effect?.reason ?? ''))]), cites }
    case 'open': {
      const facts = [...new Set(missing.map((ref) => missingLabel(ref, context)))]
      return { says: [...(facts.length > 0 ? [words.contentOpen(facts)] : []), ...what.map((one) => words.contentNotModelled(one[lang]))].join(' '), cites }
    }
    case 'free': {
      if (freedBy === undefined) return { says: words.contentFree, cites: [] }
      if ('exception' in freedBy) {
        const declared = prepared.pack.regime.exceptions.find(({ symbol }) => symbol === freedBy.exception)
        return { says: words.contentExcepted(freedBy.exception), cites: [declared?.cite ?? ''] }
      }
      const rule = ruleOf(freedBy.rule, context)
      return { says: rule.says[lang], cites: rule.cites }
    }
  }
}

/** A line's fact by the name that the dictionary, or the table of lines, gives it. */
function missingLabel({ path }: FactRef, { prepared, lang }: AnswerContext): string {
  const own: Readonly<Record<string, string>> = coreWords(lang).contentFacts
  return own[path] ?? prepared.facts.get(path)?.label[lang] ?? prepared.conclusions.get(path)?.says[lang] ?? path
}

/** How far the sum is from the limit, and which open lines or values decide. */
function tips({ groups, sum, itemValue }: WeighedContent, limit: number | null): ContentTip[] {
  const missing = groups.filter(({ finding }) => finding.state === 'controlled' || finding.state === 'open').flatMap(({ withoutValue }) => withoutValue)
  const noValues: ContentTip[] = missing.length === 0 ? [] : [{ kind: 'line-values', lines: missing.sort((a, b) => a - b) }]
  if (sum.possible !== 0n && (itemValue === undefined || itemValue <= 0n)) return [...noValues, { kind: 'item-value' }]
  if (limit === null) return [...noValues, { kind: 'no-limit' }]
  const allowed = shareOf(limit, itemValue ?? 0n)
  const room = allowed - sum.certain
  if (room < 0n) return [{ kind: 'over', excess: amountText(-room) }, ...noValues]
  if (sum.possible !== undefined && sum.possible <= allowed) return [{ kind: 'within', room: amountText(allowed - sum.possible) }]
  return [{ kind: 'open', room: amountText(room), groups: deciding(groups, room) }, ...noValues]
}

function deciding(groups: WeighedContent['groups'], room: Amount): Extract<ContentTip, { kind: 'open' }>['groups'] {
  return groups
    .filter(({ finding, value, withoutValue }) => finding.state === 'open' && (value > 0n || withoutValue.length > 0))
    .sort((a, b) => (a.value > b.value ? -1 : a.value < b.value ? 1 : 0))
    .map(({ lines, facts, value }) => ({
      lines,
      eccn: joinCode(facts.eccn?.state === 'known' ? String(facts.eccn.value) : '', facts.paragraph?.state === 'known' ? String(facts.paragraph.value) : ''),
      value: amountText(value),
      alone: value > room,
    }))
}
