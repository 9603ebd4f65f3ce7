/**
 * Evaluates the paragraphs of a control entry for one item in three values: met, not met, not known; and a fourth for law
 * that this program does not hold. An `all` ends only on a part that is not met, an `any` only on one that is.
 */
import type { ParagraphState, ParagraphTest } from '#shared/domain/classification.ts'
import type { Words } from '#shared/trace/trace.ts'
import { exact } from './exact.ts'
import { compareInterval } from './interval.ts'
import type { ClassificationTables, Exclusion, Expression, MachineEntry, Paragraph } from './tables.ts'
import { convert } from './units.ts'
import type { ItemValues } from './values.ts'

/** `missing`: parameters that could still decide it. `tests`: those that decided it, or all while it is open. `support`: tests that speak for it. */
export type Finding = { state: ParagraphState; missing: string[]; tests: ParagraphTest[]; what: Words[]; support: number; against: number }
export type Mark = { state: 'met' | 'not-met'; reason: string; by: string }
export type ParagraphFinding = Finding & { machine: ParagraphState; mark?: Mark }

const NOTHING = { missing: [], tests: [], what: [], support: 0, against: 0 }
const MET: Finding = { state: 'met', ...NOTHING }
const decided = (state: ParagraphState): boolean => state === 'met' || state === 'not-met'
const unique = <T>(values: T[]): T[] => [...new Set(values)]

function uniqueTests(tests: ParagraphTest[]): ParagraphTest[] {
  const seen = new Map(tests.map((test) => [`${test.parameter} ${test.operator} ${test.limit}`, test]))
  return seen.size === tests.length ? tests : [...seen.values()]
}

function join(kind: 'all' | 'any', parts: Finding[]): Finding {
  const ends: ParagraphState = kind === 'all' ? 'not-met' : 'met'
  const state: ParagraphState = parts.some((part) => part.state === ends)
    ? ends
    : parts.some((part) => part.state === 'unknown')
      ? 'unknown'
      : parts.some((part) => part.state === 'not-modelled')
        ? 'not-modelled'
        : kind === 'all'
          ? 'met'
          : 'not-met'
  const open = decided(state) ? [] : parts.filter((part) => !decided(part.state))
  const decisive = state === ends ? parts.filter((part) => part.state === ends) : parts
  return {
    state,
    missing: unique(open.flatMap((part) => part.missing)),
    tests: uniqueTests(decisive.flatMap((part) => part.tests)),
    what: unique(open.flatMap((part) => part.what)),
    support: parts.reduce((sum, part) => sum + part.support, 0),
    against: parts.reduce((sum, part) => sum + part.against, 0),
  }
}

function negate(part: Finding): Finding {
  const state = part.state === 'met' ? 'not-met' : part.state === 'not-met' ? 'met' : part.state
  return { ...part, state, support: part.against, against: part.support }
}

/** The paragraphs of one item, each worked out once. `marks` are an officer's decisions by `<ECCN>.<paragraph>`, or by ECCN alone for the whole entry. */
export class ParagraphReader {
  readonly #tables: ClassificationTables
  readonly #values: ItemValues
  readonly #marks: ReadonlyMap<string, Mark>
  readonly #entries: Map<string, MachineEntry>
  readonly #own = new Map<string, Finding>()
  readonly #frames = new Map<string, Finding>()
  readonly #whole = new Map<string, ParagraphFinding>()

  constructor(tables: ClassificationTables, values: ItemValues, marks: ReadonlyMap<string, Mark>) {
    this.#tables = tables
    this.#values = values
    this.#marks = marks
    this.#entries = new Map(tables.entries.map((entry) => [entry.eccn, entry]))
  }

  /** Whether the item is described by the paragraph: its own words, those of every paragraph above, and the notes of the entry. */
  whole(entry: MachineEntry, at: string): ParagraphFinding {
    const key = `${entry.eccn}.${at}`
    const known = this.#whole.get(key)
    if (known !== undefined) return known
    const found = this.#readWhole(entry, this.#paragraph(entry, at))
    this.#whole.set(key, found)
    return found
  }

  /** A condition that stands outside the paragraphs, cited as given. */
  evaluate(expression: Expression, cite: string): Finding {
    switch (expression.kind) {
      case 'all':
      case 'any':
        return join(
          expression.kind,
          expression.parts.map((part) => this.evaluate(part, cite)),
        )
      case 'not':
        return negate(this.evaluate(expression.part, cite))
      case 'measure':
        return this.#measure(expression, cite)
      case 'answer':
        return this.#answer(expression, cite)
      case 'paragraph':
        return this.whole(this.#entry(expression.eccn), expression.designator)
      case 'limits': {
        const entry = this.#entry(expression.eccn)
        return this.#limits(entry, this.#paragraph(entry, expression.designator))
      }
      case 'condition': {
        const condition = this.#tables.conditions[expression.name]
        return condition === undefined ? MET : this.evaluate(condition.when, condition.cite)
      }
      case 'not-modelled':
        return { ...NOTHING, state: 'not-modelled', what: [expression.what] }
    }
  }

  #entry(eccn: string): MachineEntry {
    const entry = this.#entries.get(eccn)
    if (entry === undefined) throw new Error(`the classification tables hold no entry ${eccn}`)
    return entry
  }

  #paragraph(entry: MachineEntry, at: string): Paragraph {
    const paragraph = entry.paragraphs[at]
    if (paragraph === undefined) throw new Error(`the classification tables hold no paragraph ${entry.eccn}.${at}`)
    return paragraph
  }

  #readWhole(entry: MachineEntry, paragraph: Paragraph): ParagraphFinding {
    const found = join('all', [this.#frame(entry, paragraph.parent), this.#ownWords(entry, paragraph)])
    const mark = this.#markOn(entry, paragraph)
    const machine = found.state
    if (decided(machine)) return mark === undefined ? { ...found, machine } : { ...found, machine, mark }
    if (mark !== undefined) return { ...found, state: mark.state, missing: [], what: [], machine, mark }
    const below = paragraph.children.map((child) => this.whole(entry, child)).find((child) => child.state === 'met')
    return below === undefined || paragraph.of === 'all' ? { ...found, machine } : { ...found, state: 'met', missing: [], what: [], machine }
  }

  /** The mark on the paragraph itself, else one by which the officer ruled out a paragraph above or the entry. */
  #markOn(entry: MachineEntry, paragraph: Paragraph): Mark | undefined {
    const own = this.#marks.get(`${entry.eccn}.${paragraph.at}`)
    if (own !== undefined) return own
    for (let above = paragraph.parent; above !== null; above = this.#paragraph(entry, above).parent) {
      const mark = this.#marks.get(`${entry.eccn}.${above}`)
      if (mark?.state === 'not-met') return mark
    }
    const entire = this.#marks.get(entry.eccn)
    return entire?.state === 'not-met' ? entire : undefined
  }

  /** What every paragraph above asks, without its other subparagraphs. */
  #frame(entry: MachineEntry, at: string | null): Finding {
    const key = `${entry.eccn}.${at ?? ''}`
    const known = this.#frames.get(key)
    if (known !== undefined) return known
    let found: Finding
    if (at === null) found = join('all', [...this.#when(entry.subject, entry.cite), ...this.#outside(entry.except)])
    else {
      const paragraph = this.#paragraph(entry, at)
      found = join('all', [
        this.#frame(entry, paragraph.parent),
        ...this.#when(paragraph.subject, paragraph.cite),
        ...this.#when(paragraph.when, paragraph.cite),
        ...this.#outside(paragraph.except),
      ])
    }
    this.#frames.set(key, found)
    return found
  }

  #ownWords(entry: MachineEntry, paragraph: Paragraph): Finding {
    const key = `${entry.eccn}.${paragraph.at}`
    const known = this.#own.get(key)
    if (known !== undefined) return known
    const found = join('all', [...this.#when(paragraph.subject, paragraph.cite), this.#limits(entry, paragraph)])
    const mark = this.#marks.get(key)
    const settled = mark !== undefined && !decided(found.state) ? { ...found, state: mark.state, missing: [], what: [] } : found
    this.#own.set(key, settled)
    return settled
  }

  #limits(entry: MachineEntry, paragraph: Paragraph): Finding {
    const children = paragraph.children.map((child) => this.#ownWords(entry, this.#paragraph(entry, child)))
    return join('all', [
      ...this.#when(paragraph.when, paragraph.cite),
      ...(children.length === 0 ? [] : [join(paragraph.of, children)]),
      ...this.#outside(paragraph.except),
    ])
  }

  #when(expression: Expression | undefined, cite: string): Finding[] {
    return expression === undefined ? [] : [this.evaluate(expression, cite)]
  }

  /** Notes that may leave the item out. Their unanswered tests are many; the parameters stand in `missing`, and only what is known is shown. */
  #outside(exclusions: Exclusion[]): Finding[] {
    return exclusions.map((exclusion) => {
      const found = negate(this.evaluate(exclusion.when, exclusion.cite))
      return { ...found, tests: found.tests.filter((test) => test.state !== 'unknown') }
    })
  }

  #measure(test: Extract<Expression, { kind: 'measure' }>, cite: string): Finding {
    const declared = this.#tables.parameters[test.parameter]?.unit ?? ''
    const limit = convert(exact(test.limit), test.unit, declared)
    if (limit === undefined) throw new Error(`the limit of ${test.parameter} cannot be converted from ${test.unit} to ${declared}`)
    const { interval, open } = this.#values.quantity(test.parameter)
    const met = compareInterval(interval, test.comparison, limit)
    return this.#leaf(
      test.parameter,
      test.comparison,
      `${test.limit} ${test.unit}`,
      met,
      met === undefined ? (open.length === 0 ? [test.parameter] : open) : [],
      cite,
    )
  }

  #answer(test: Extract<Expression, { kind: 'answer' }>, cite: string): Finding {
    const answer = this.#values.answer(test.parameter)
    const met = answer === undefined ? undefined : test.choices.includes(answer)
    return this.#leaf(test.parameter, test.choices.length === 1 ? 'is' : 'in', test.choices.join(', '), met, met === undefined ? [test.parameter] : [], cite)
  }

  #leaf(parameter: string, operator: string, limit: string, met: boolean | undefined, missing: string[], cite: string): Finding {
    const state: ParagraphState = met === undefined ? 'unknown' : met ? 'met' : 'not-met'
    const test: ParagraphTest = { parameter, value: this.#values.text(parameter), operator, limit, state, cite }
    return { state, missing, tests: [test], what: [], support: met === true ? 1 : 0, against: met === false ? 1 : 0 }
  }
}
