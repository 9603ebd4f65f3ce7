/** Official fields that ListEntry has no place for, kept as text by their official names. */
import { textOf, type XmlElement } from './xml-records.ts'

/** Texts with single blanks, each once, without empty ones. */
export const distinct = (texts: Iterable<string>): string[] =>
  [...new Set([...texts].map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '')

/** Fields by their official names; a name that is given twice keeps all of its values, and no name has powers. */
export class KeptFields {
  readonly #values = new Map<string, string[]>()

  add(name: string, ...values: string[]): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), ...values])
  }

  /** The fields that have a value; several values stand on lines of their own. */
  record(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, values]) => [name, distinct(values).join('\n')]).filter(([, value]) => value !== ''))
  }
}

/**
 * All that an element says in one line: its attributes, then its text or its elements, each as `name value`, but for the
 * names in `without`.
 */
export function saidBy(element: XmlElement, without: ReadonlySet<string> = new Set()): string {
  const parts = Object.entries(element.attributes)
    .filter(([name]) => !without.has(name))
    .map(([name, value]) => said(name, value))
  const own = element.content.filter((part) => typeof part === 'string').join('')
  parts.push(own.trim())
  for (const part of element.content)
    if (typeof part !== 'string' && !without.has(part.name)) {
      const nested = part.content.some((inner) => typeof inner !== 'string') || Object.keys(part.attributes).length > 0
      parts.push(nested ? said(part.name, `(${saidBy(part, without)})`) : said(part.name, textOf(part)))
    }
  return parts.filter((part) => part !== '').join('; ')
}

const said = (name: string, value: string): string => (value.trim() === '' || value === '()' ? '' : `${name} ${value.trim()}`)
