/**
 * Reads the scope cell of a licence-requirement row ("NS applies to …") into the part of the entry that it covers. Only
 * forms that can be read exactly are read; everything else comes back as unread, never as "nothing".
 */
import { ECCN } from '#shared/domain/eccn.ts'
import { compareParagraphs } from './paragraphs.ts'
import type { Expression, Scope } from './rows.ts'

/** What the parser needs to know of the control list: every entry with its paragraphs. */
export type Trees = ReadonlyMap<string, readonly string[]>

const QUOTES = /[“”"‘’`]/g
const SEPARATOR = /\s*(?:[,;]|\band\b|\bor\b)\s*/
const TOKEN = /^(\d[A-E]\d{3})?\.?([a-z]{1,2}(?:\.(?:[a-z]{1,2}|\d+))*)?$/
const RANGE = /^(.+?)\s+(?:to|through)\s+(.+)$/
const REASON = /^([A-Z]{2}|Russian industry sector sanctions?) (?:applies|apply)\b:?(?:\s+to)?:?\s*(?:only to\s+)?(?:the\s+)?/

/** The cell as one line: no quotation marks, single blanks, designators closed up (an entry's ` .g`, `z. 1.b`, `.a .and`). */
export function plain(cell: string): string {
  return cell
    .replace(QUOTES, '')
    .replace(/\s+/g, ' ')
    .replace(/\.and\b/g, 'and')
    .replace(/\b(\d[A-E]\d{3})\s?\.\s?([a-z])\b/g, '$1.$2')
    .replace(/\b([a-z])\. (\d)/g, '$1.$2')
    .replace(/\bECCNs? (?=\d)/g, '')
    .trim()
    .replace(/[.,]$/, '')
}

const last = (path: string) => path.split('.').at(-1) ?? ''
const parent = (path: string) => path.split('.').slice(0, -1).join('.')
const join = (above: string, part: string) => (above ? `${above}.${part}` : part)

/** Parts from one to another of the same kind: `f.2` to `f.4`, `k` to `n`. Empty when the two do not stand beside each other. */
function between(from: string, to: string): string[] {
  if (parent(from) !== parent(to)) return []
  const [first, final] = [last(from), last(to)]
  if (/^\d+$/.test(first) && /^\d+$/.test(final)) {
    return Array.from({ length: Number(final) - Number(first) + 1 }, (_, step) => join(parent(from), String(Number(first) + step)))
  }
  if (!/^[a-z]$/.test(first) || !/^[a-z]$/.test(final)) return []
  return Array.from({ length: final.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, step) => join(parent(from), String.fromCharCode(first.charCodeAt(0) + step)))
}

/** Control entries of the list from one to another, both included. */
function entriesBetween(from: string, to: string, trees: Trees): string[] {
  if (from.slice(0, 2) !== to.slice(0, 2)) return []
  return [...trees.keys()].filter((eccn) => eccn.slice(0, 2) === from.slice(0, 2) && eccn >= from && eccn <= to).sort()
}

type Place = { eccn: string; paragraph: string }

function place(token: string, current: string): Place | undefined {
  const [whole, eccn, paragraph] = TOKEN.exec(token) ?? []
  if (whole === undefined || (!eccn && !paragraph)) return undefined
  return { eccn: eccn ?? current, paragraph: paragraph ?? '' }
}

/**
 * A list such as an entry's `a.4, c, d, f.1, k to n` as places, with a missing entry code taken from the place before and
 * ranges spread out: entries by those that exist, paragraphs in full, since the trees have gaps. Undefined when any part is something else than a place.
 */
export function readPlaces(list: string, eccn: string, trees: Trees): Place[] | undefined {
  const found: Place[] = []
  let current = eccn
  for (const token of list.replace(/\bparagraphs?\b/g, '').split(SEPARATOR)) {
    const piece = token.trim()
    if (piece === '') continue
    const [, from, to] = RANGE.exec(piece) ?? []
    if (from && to) {
      const start = place(from, current)
      const end = place(to, start?.eccn ?? current)
      if (!start || !end) return undefined
      const spread = spreadOut(start, end, trees)
      if (spread.length === 0) return undefined
      found.push(...spread)
      current = start.eccn
      continue
    }
    const one = place(piece, current)
    if (!one) return undefined
    found.push(one)
    current = one.eccn
  }
  return found.length > 0 ? found : undefined
}

function spreadOut(start: Place, end: Place, trees: Trees): Place[] {
  if (start.paragraph === '' && end.paragraph === '') return entriesBetween(start.eccn, end.eccn, trees).map((eccn) => ({ eccn, paragraph: '' }))
  if (start.eccn !== end.eccn) return []
  const spread = between(start.paragraph, end.paragraph)
  return spread.map((paragraph) => ({ eccn: start.eccn, paragraph }))
}

const sorted = (paragraphs: string[]) => [...new Set(paragraphs)].sort(compareParagraphs)

/** Paragraphs of the entry itself, or undefined when the list names anything else. */
function ownParagraphs(list: string, eccn: string, trees: Trees): string[] | undefined {
  const places = readPlaces(list, eccn, trees)
  if (!places?.every((one) => one.eccn === eccn && one.paragraph !== '')) return undefined
  return sorted(places.map((one) => one.paragraph))
}

/** The item that software or technology serves is one of these places (`item.forEccn`), and is controlled for the reason if one is named. */
export function servesItem(places: readonly string[], reason?: string): Expression {
  const served: Expression = { fact: 'item.forEccn', matches: [...places] }
  return reason ? { all: [served, { fact: 'item.forReasons', has: reason }] } : served
}

const OF_ENTRY = /^(?:(?:those )?items? (?:controlled |specified )?(?:by|in|under) |software controlled by |paragraphs? )?(.+?)(?: of this entry)?(?: only)?$/
const SERVES =
  /^(?:software|technology) (?:for )?(?:the )?(?:items|equipment|commodities|materials|commodities and software|commodities or software|equipment or systems)?(?: )?(?:controlled |specified )?(?:by|in|under) (.+?)(?: for ([A-Z]{2}) reasons)?$/i

export type ReadCell = { reason: string; scope?: Scope }

/** Reads one scope cell. `scope` is missing when the words say something that the parser does not read exactly. */
export function readScope(cell: string, eccn: string, trees: Trees): ReadCell | undefined {
  const line = plain(cell)
  const [opening, named] = REASON.exec(line) ?? []
  if (opening === undefined || !named) return undefined
  const reason = named.length === 2 ? named : 'RIS'
  const scope = readBody(line.slice(opening.length).trim(), eccn, trees)
  return scope === undefined ? { reason } : { reason, scope }
}

function readBody(body: string, eccn: string, trees: Trees): Scope | undefined {
  if (/^entire entry$/i.test(body)) return 'all'
  const [, excepted] = /^entire entry,? except(?: for)?:? (.+)$/i.exec(body) ?? []
  if (excepted) {
    const paragraphs = ownParagraphs(excepted, eccn, trees)
    return paragraphs && { except: paragraphs }
  }
  const [, list] = OF_ENTRY.exec(body) ?? []
  const paragraphs = list ? ownParagraphs(list, eccn, trees) : undefined
  if (paragraphs) return { in: paragraphs }
  const [, served, reason] = SERVES.exec(body) ?? []
  const places = served ? readPlaces(served, '', trees) : undefined
  if (!places?.every((one) => ECCN.test(one.eccn))) return undefined
  return { when: servesItem(sortPlaces(places), reason) }
}

/** Places as text, in order, each once. */
export function sortPlaces(places: readonly Place[]): string[] {
  return [...new Set(places.map((one) => (one.paragraph ? `${one.eccn}.${one.paragraph}` : one.eccn)))].sort((left, right) => {
    const [a, b] = [left.slice(0, 5), right.slice(0, 5)]
    return a === b ? compareParagraphs(left.slice(6), right.slice(6)) : a < b ? -1 : 1
  })
}
