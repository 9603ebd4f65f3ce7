/** How values of the case and the answer are written: dates, amounts, scores, facts and names, the same way in every section. */
import type { FactMap } from '#shared/domain/case.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import type { Subject } from '#shared/trace/trace.ts'
import type { MemoNames } from './memo-input.ts'
import type { MemoWords } from './words.ts'

export type Shown = { words: MemoWords; names: MemoNames }

type FactEntry = FactMap[string]

/** A calendar day in words; text that is not an ISO date stays as it is. */
export function dayInWords(iso: string, words: MemoWords): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return found === null ? iso : words.dateWords(found[1] ?? '', Number(found[2]), Number(found[3]))
}

/** A moment in words to the minute, in the zone in which it is written; other text stays as it is. */
export function momentInWords(iso: string, words: MemoWords): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(iso)
  if (found === null) return dayInWords(iso, words)
  const zone = found[3] === 'Z' ? words.utc : `${words.utc}${found[3] ?? ''}`
  return words.timeWords(dayInWords(found[1] ?? '', words), found[2] ?? '', zone)
}

/** Digits before the point in groups of three; text that is no number stays as it is. */
export const grouped = (decimal: string): string => {
  if (!/^\d+(\.\d+)?$/.test(decimal)) return decimal
  const [whole = '', part] = decimal.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? groups : `${groups}.${part}`
}

/** A score or weight with at most four decimals. */
export const score = (value: number): string => String(Math.round(value * 10_000) / 10_000)

export const country = (code: string | undefined, { words, names }: Shown): string => {
  if (code === undefined || code === '') return words.notStated
  const name = names.countries?.[code]
  return name === undefined ? code : words.withCode(name, code)
}

export const listName = (id: string, { words, names }: Shown): string => {
  const name = names.lists?.[id]
  return name === undefined ? id : words.withCode(name, id)
}

/** A fact by its name with its path, so that it can be found in the rule pack. */
export const factName = (path: string, { words, names }: Shown): string => {
  const name = names.facts?.[path] ?? words.factNames[path]
  return name === undefined ? path : words.withCode(name, path)
}

/** Whose fact it is: an item's, a party's or, for a fact of the whole case, nobody's: then empty. */
export const subjectName = (of: Subject, { words }: Shown): string =>
  [of.item === undefined ? '' : words.itemNamed(of.item), of.line ?? '', of.party ?? '', of.owner ?? ''].filter((part) => part !== '').join(words.listSeparator)

export const joined = (parts: readonly string[], { words }: Shown): string => (parts.length === 0 ? words.nothing : parts.join(words.listSeparator))

/** Facts of one place in the case, a line each. `scope` is the place's name in fact paths. */
export function factLines(facts: FactMap, scope: string, shown: Shown): { fact: string; value: string }[] {
  return Object.entries(facts).map(([name, value]) => {
    const path = `${scope}.${name}`
    return { fact: factName(path, shown), value: factValue(value, shown.names.choices?.[path] ?? {}, shown) }
  })
}

/** `choices` are the words for values that are chosen from a list; the code stands behind them. */
function factValue(value: FactEntry, choices: Readonly<Record<string, string>>, shown: Shown): string {
  const { words } = shown
  const chosen = (code: string): string => (Object.hasOwn(choices, code) ? words.withCode(choices[code] as string, code) : code)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value !== 'object') return chosen(String(value))
  if (Array.isArray(value)) {
    return joined(
      value.map((one) =>
        typeof one === 'object'
          ? [
              listName(one.list, shown),
              ...(one.footnotes === undefined || one.footnotes.length === 0 ? [] : [words.footnote(one.footnotes.join(', '))]),
              ...(one.entry === undefined ? [] : [one.entry]),
            ].join(' ')
          : chosen(String(one)),
      ),
      shown,
    )
  }
  if ('assume' in value) return words.assumed(factValue(value.assume, choices, shown))
  if ('unit' in value) return `${value.value} ${value.unit}`
  return canonicalJson(value)
}
