/**
 * The classification tables of a rule pack: technical parameters, and control entries as trees of paragraphs with tests
 * on them. Reads the parsed files, checks that they fit together, and gives plain data that the evaluation trusts.
 */
import { z } from 'zod'
import { ITEM_KINDS } from '#shared/domain/case.ts'
import { ECCN, ECCN_FORM, splitCode } from '#shared/domain/eccn.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Words } from '#shared/trace/trace.ts'
import { COMPARISONS, type Comparison } from './interval.ts'
import { kindOfUnit, mayBeNegative, unitName, unitsLike } from './units.ts'

const words = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a parameter name in camelCase')
const eccn = z.string().regex(ECCN, `an ECCN: ${ECCN_FORM}`)
const designator = z.string().regex(/^(heading|note-[0-9]+|[a-z](\.[a-z0-9]+)*)$/, 'a paragraph designator such as a.1.b, heading or note-1')
const reference = z
  .string()
  .regex(/^[0-9][A-E][0-9]{3}\.[a-z](\.[a-z0-9]+)*$/, 'an ECCN with a paragraph behind a dot')
  .transform((code) => ({ eccn: splitCode(code).eccn, designator: splitCode(code).paragraph }))

/** A condition on an item. `limitsOf` takes what a paragraph asks of the item, without asking what kind of item it is. */
export type Expression =
  | { kind: 'all' | 'any'; parts: Expression[] }
  | { kind: 'not'; part: Expression }
  | { kind: 'measure'; parameter: string; comparison: Comparison; limit: number; unit: string }
  | { kind: 'answer'; parameter: string; choices: (string | boolean)[] }
  | { kind: 'paragraph' | 'limits'; eccn: string; designator: string }
  | { kind: 'condition'; name: string }
  | { kind: 'not-modelled'; what: Words }

/** How a parameter follows from others, computed on their values in their declared units. */
export type Formula =
  | { kind: 'parameter'; parameter: string }
  | { kind: 'number'; value: number }
  | { kind: 'product'; of: Formula[] }
  | { kind: 'quotient'; of: [Formula, Formula] }
  | { kind: 'log2'; of: Formula }
  /** The largest of those given. Without the word of the officer in `complete` that none is missing, there may be a larger one. */
  | { kind: 'max'; of: Formula[]; complete?: string }

const BY_OPERATOR: Record<Comparison, z.ZodType> = {
  atLeast: z.number(),
  atMost: z.number(),
  above: z.number(),
  below: z.number(),
  is: z.union([z.number(), z.boolean(), z.string()]),
}

const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(expression).min(1) }).transform(({ all }): Expression => ({ kind: 'all', parts: all })),
    z.strictObject({ any: z.array(expression).min(1) }).transform(({ any }): Expression => ({ kind: 'any', parts: any })),
    z.strictObject({ not: expression }).transform(({ not }): Expression => ({ kind: 'not', part: not })),
    ...COMPARISONS.filter((each) => each !== 'is').map((comparison) =>
      z.strictObject({ parameter: name, [comparison]: BY_OPERATOR[comparison], unit: z.string().optional() }).transform(
        (test): Expression => ({
          kind: 'measure',
          parameter: String(test.parameter),
          comparison,
          limit: Number(test[comparison]),
          unit: String(test.unit ?? ''),
        }),
      ),
    ),
    z
      .strictObject({ parameter: name, is: z.number(), unit: z.string().optional() })
      .transform((test): Expression => ({ kind: 'measure', parameter: test.parameter, comparison: 'is', limit: test.is, unit: test.unit ?? '' })),
    z
      .strictObject({ parameter: name, is: z.union([z.boolean(), z.string()]) })
      .transform((test): Expression => ({ kind: 'answer', parameter: test.parameter, choices: [test.is] })),
    z
      .strictObject({ parameter: name, in: z.array(z.string()).min(1) })
      .transform((test): Expression => ({ kind: 'answer', parameter: test.parameter, choices: test.in })),
    z.strictObject({ paragraph: reference }).transform(({ paragraph }): Expression => ({ kind: 'paragraph', ...paragraph })),
    z.strictObject({ limitsOf: reference }).transform(({ limitsOf }): Expression => ({ kind: 'limits', ...limitsOf })),
    z.strictObject({ condition: name }).transform(({ condition }): Expression => ({ kind: 'condition', name: condition })),
    z.strictObject({ notModelled: words }).transform(({ notModelled }): Expression => ({ kind: 'not-modelled', what: notModelled })),
  ]),
)

const formula: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    name.transform((parameter): Formula => ({ kind: 'parameter', parameter })),
    z
      .number()
      .positive()
      .transform((value): Formula => ({ kind: 'number', value })),
    z.strictObject({ product: z.array(formula).min(2) }).transform(({ product }): Formula => ({ kind: 'product', of: product })),
    z.strictObject({ quotient: z.tuple([formula, formula]) }).transform(({ quotient }): Formula => ({ kind: 'quotient', of: quotient })),
    z.strictObject({ log2: formula }).transform(({ log2 }): Formula => ({ kind: 'log2', of: log2 })),
    z
      .strictObject({ max: z.array(formula).min(2), complete: name.optional() })
      .transform(({ max, complete }): Formula => (complete === undefined ? { kind: 'max', of: max } : { kind: 'max', of: max, complete })),
  ]),
)

const parameterSchema = z.strictObject({
  name,
  label: words,
  type: z.enum(['number', 'boolean', 'choice']),
  unit: z.string().default(''),
  help: words,
  cite: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  choices: z.array(z.strictObject({ value: z.string().min(1), label: words })).default([]),
  derive: z.array(formula).default([]),
})
export type TechnicalParameter = z.infer<typeof parameterSchema>

const exceptionSchema = z.strictObject({ says: words, cite: z.string().min(1), when: expression })
/** A note by which the paragraph does not cover an item that it would otherwise describe. */
export type Exclusion = z.infer<typeof exceptionSchema>

const paragraphSchema = z.strictObject({
  at: designator,
  says: words,
  cite: z.string().min(1).optional(),
  /** What kind of item the paragraph speaks of. */
  subject: expression.optional(),
  /** What the paragraph asks of it, besides its subparagraphs. */
  when: expression.optional(),
  /** Whether one subparagraph is enough, or all must be met. */
  of: z.enum(['any', 'all']).default('any'),
  except: z.array(exceptionSchema).default([]),
})

const entrySchema = z.strictObject({
  eccn,
  source: z.string().min(1),
  says: words,
  kinds: z.array(z.enum(ITEM_KINDS)).min(1),
  subject: expression.optional(),
  except: z.array(exceptionSchema).default([]),
  /** Paragraphs that are taken before the others of the entry when both are met. */
  first: z.array(designator).default([]),
  paragraphs: z.array(paragraphSchema).min(1),
})

const fileSchema = z.strictObject({
  /** When the file was read against the official text, and which one. */
  reviewed: z.strictObject({ on: z.iso.date(), against: z.string().min(1) }),
  parameters: z.array(parameterSchema).default([]),
  conditions: z.array(z.strictObject({ name, says: words, cite: z.string().min(1), when: expression })).default([]),
  entries: z.array(entrySchema).default([]),
  /** Questions that come before every entry: when one is met the item is looked up elsewhere. */
  before: z.array(exceptionSchema).default([]),
  order: z.array(eccn).optional(),
})

export type Paragraph = Omit<z.infer<typeof paragraphSchema>, 'cite'> & {
  cite: string
  parent: string | null
  children: string[]
  /** Whether an item can be classified here. Parts of a paragraph that asks for all its parts are only conditions. */
  target: boolean
}
export type MachineEntry = Omit<z.infer<typeof entrySchema>, 'paragraphs'> & { cite: string; paragraphs: Record<string, Paragraph> }
export type Condition = { name: string; says: Words; cite: string; when: Expression }
export type ClassificationTables = {
  parameters: Record<string, TechnicalParameter>
  /** Parameter name by every lower-case spelling that people may use for it. */
  spellings: Record<string, string>
  conditions: Record<string, Condition>
  /** In the order in which they are considered. */
  entries: MachineEntry[]
  before: Exclusion[]
}

function refuse(path: string, detail: string): never {
  throw new InputError('bad-input', `classification tables, ${path}: ${detail}`)
}

const once = (path: string, what: string, names: string[]): void => {
  const twice = names.find((each, index) => names.indexOf(each) !== index)
  if (twice !== undefined) refuse(path, `${what} ${twice} is declared twice`)
}

/** Parent of a designator: the longest declared one that it extends. */
function parentOf(at: string, declared: Set<string>): string | null {
  for (let end = at.lastIndexOf('.'); end > 0; end = at.lastIndexOf('.', end - 1)) {
    const above = at.slice(0, end)
    if (declared.has(above)) return above
  }
  return null
}

function plantEntry(raw: z.infer<typeof entrySchema>): MachineEntry {
  const path = `entry ${raw.eccn}`
  once(
    path,
    'paragraph',
    raw.paragraphs.map((each) => each.at),
  )
  const declared = new Set(raw.paragraphs.map((each) => each.at))
  const paragraphs: Record<string, Paragraph> = {}
  for (const each of raw.paragraphs) {
    const parent = parentOf(each.at, declared)
    if (parent === null && each.at.includes('.')) refuse(`${path}, paragraph ${each.at}`, `the paragraph above it is not declared`)
    const children = raw.paragraphs.filter((other) => parentOf(other.at, declared) === each.at).map((other) => other.at)
    if (children.length === 0 && each.when === undefined && each.subject === undefined)
      refuse(`${path}, paragraph ${each.at}`, 'it has neither subparagraphs nor a test; say notModelled where the law is not held')
    paragraphs[each.at] = { ...each, cite: each.cite ?? `${raw.source}, ${raw.eccn}.${each.at}`, parent, children, target: true }
  }
  for (const each of Object.values(paragraphs)) {
    for (let above = each.parent; above !== null; above = paragraphs[above]?.parent ?? null) if (paragraphs[above]?.of === 'all') each.target = false
  }
  for (const each of raw.first) if (paragraphs[each] === undefined) refuse(`${path}, first`, `there is no paragraph ${each}`)
  return { ...raw, cite: `${raw.source}, ${raw.eccn}`, paragraphs }
}

/** Walks an expression and reports each part to the visitor. */
export function visit(expression: Expression, visitor: (part: Expression) => void): void {
  visitor(expression)
  if (expression.kind === 'all' || expression.kind === 'any') for (const part of expression.parts) visit(part, visitor)
  if (expression.kind === 'not') visit(expression.part, visitor)
}

function visitFormula(formula: Formula, visitor: (parameter: string, answer: boolean) => void): void {
  if (formula.kind === 'parameter') visitor(formula.parameter, false)
  else if (formula.kind === 'log2') visitFormula(formula.of, visitor)
  else if (formula.kind !== 'number') for (const part of formula.of) visitFormula(part, visitor)
  if (formula.kind === 'max' && formula.complete !== undefined) visitor(formula.complete, true)
}

function checkFormulas(parameters: Record<string, TechnicalParameter>, used: Set<string>): void {
  const inputs = new Map<string, string[]>()
  for (const each of Object.values(parameters)) {
    const path = `parameter ${each.name}`
    if (each.derive.length > 0 && (each.type !== 'number' || mayBeNegative(each.unit))) refuse(path, 'only a number that cannot be below zero can be derived')
    for (const alternative of each.derive) {
      visitFormula(alternative, (input, answer) => {
        const found = parameters[input] ?? refuse(path, `its formula names ${input}, which is not declared`)
        if (answer !== (found.type === 'boolean')) refuse(path, `its formula takes ${input}, which is a ${found.type}`)
        if (!answer && mayBeNegative(found.unit)) refuse(path, `its formula takes ${input}, which may be below zero`)
        used.add(input)
        inputs.set(each.name, [...(inputs.get(each.name) ?? []), input])
      })
    }
  }
  const descend = (at: string, trail: string[]): void => {
    if (trail.includes(at)) refuse(`parameter ${at}`, `its formula leads back to itself by ${trail.slice(trail.indexOf(at)).join(', ')}`)
    for (const input of inputs.get(at) ?? []) descend(input, [...trail, at])
  }
  for (const each of Object.keys(parameters)) descend(each, [])
}

/** Every expression of the tables with the place where it stands. */
export function expressionsOf(tables: ClassificationTables): { path: string; expression: Expression }[] {
  const found: { path: string; expression: Expression }[] = []
  const add = (path: string, expression: Expression | undefined): void => {
    if (expression !== undefined) found.push({ path, expression })
  }
  for (const each of Object.values(tables.conditions)) add(`condition ${each.name}`, each.when)
  for (const each of tables.before) add(`before, ${each.cite}`, each.when)
  for (const entry of tables.entries) {
    add(entry.eccn, entry.subject)
    for (const each of entry.except) add(`${entry.eccn}, ${each.cite}`, each.when)
    for (const each of Object.values(entry.paragraphs)) {
      add(`${entry.eccn}.${each.at}`, each.subject)
      add(`${entry.eccn}.${each.at}`, each.when)
      for (const exclusion of each.except) add(`${entry.eccn}.${each.at}, ${exclusion.cite}`, exclusion.when)
    }
  }
  return found
}

function checkTest(path: string, part: Expression, tables: ClassificationTables, used: Set<string>): void {
  if (part.kind === 'measure' || part.kind === 'answer') {
    const parameter = tables.parameters[part.parameter] ?? refuse(path, `parameter ${part.parameter} is not declared`)
    used.add(part.parameter)
    if (part.kind === 'measure') {
      if (parameter.type !== 'number') refuse(path, `${part.parameter} is a ${parameter.type} and cannot be compared with ${part.limit}`)
      if (part.unit === '') part.unit = parameter.unit
      if (kindOfUnit(part.unit) !== kindOfUnit(parameter.unit))
        refuse(path, `${part.parameter} is measured in ${unitsLike(parameter.unit).join(', ')}, not in ${part.unit}`)
      return
    }
    const allowed = parameter.type === 'boolean' ? [true, false] : parameter.choices.map((choice) => choice.value)
    const strange = part.choices.find((choice) => !(allowed as unknown[]).includes(choice))
    if (strange !== undefined)
      refuse(path, `${part.parameter} cannot be ${strange}; expected ${allowed.join(', ') || 'a number with atLeast, atMost, above, below or is'}`)
  }
  if (part.kind === 'paragraph' || part.kind === 'limits') {
    const entry = tables.entries.find((each) => each.eccn === part.eccn)
    if (entry?.paragraphs[part.designator] === undefined) refuse(path, `there is no paragraph ${part.eccn}.${part.designator}`)
  }
  if (part.kind === 'condition' && tables.conditions[part.name] === undefined) refuse(path, `condition ${part.name} is not declared`)
}

/** Follows references from paragraph to paragraph, so that the evaluation cannot run in a circle. */
function checkCircles(tables: ClassificationTables): void {
  const leadsTo = new Map<string, Set<string>>()
  const link = (from: string, expression: Expression | undefined): void => {
    const to = leadsTo.get(from) ?? new Set()
    leadsTo.set(from, to)
    if (expression !== undefined)
      visit(expression, (part) => {
        if (part.kind === 'paragraph') to.add(`${part.eccn}.${part.designator} whole`)
        if (part.kind === 'limits') to.add(`${part.eccn}.${part.designator} limits`)
        if (part.kind === 'condition') to.add(`condition ${part.name}`)
      })
  }
  const step = (from: string, to: string): void => {
    leadsTo.set(from, (leadsTo.get(from) ?? new Set()).add(to))
  }
  for (const each of Object.values(tables.conditions)) link(`condition ${each.name}`, each.when)
  for (const entry of tables.entries) {
    link(`${entry.eccn} frame`, entry.subject)
    for (const each of entry.except) link(`${entry.eccn} frame`, each.when)
    for (const each of Object.values(entry.paragraphs)) {
      const at = `${entry.eccn}.${each.at}`
      const above = each.parent === null ? `${entry.eccn} frame` : `${entry.eccn}.${each.parent} frame`
      for (const from of [`${at} frame`, `${at} own`]) link(from, each.subject)
      for (const from of [`${at} frame`, `${at} limits`]) {
        link(from, each.when)
        for (const exclusion of each.except) link(from, exclusion.when)
      }
      step(`${at} frame`, above)
      step(`${at} own`, `${at} limits`)
      step(`${at} whole`, `${at} own`)
      step(`${at} whole`, above)
      for (const child of each.children) {
        step(`${at} limits`, `${entry.eccn}.${child} own`)
        step(`${at} whole`, `${entry.eccn}.${child} whole`)
      }
    }
  }
  const settled = new Set<string>()
  const descend = (at: string, trail: string[]): void => {
    if (trail.includes(at)) refuse(at.replace(/ [a-z]+$/, ''), `it leads back to itself by ${trail.slice(trail.indexOf(at)).join(', ')}`)
    if (settled.has(at)) return
    for (const next of leadsTo.get(at) ?? []) descend(next, [...trail, at])
    settled.add(at)
  }
  for (const each of leadsTo.keys()) descend(each, [])
}

/**
 * Joins the parsed files of the classification tables and checks them: shape, duplicates, units, names, choices, unused
 * parameters and conditions, references and circles. Throws InputError with the place of the first fault.
 */
export function parseClassificationTables(raw: unknown[]): ClassificationTables {
  const files = raw.map((each, index) => {
    const parsed = fileSchema.safeParse(each)
    if (parsed.success) return parsed.data
    const issue = deepest(parsed.error.issues[0])
    return refuse(`file ${index + 1}, ${issue.path.map(String).join('.') || 'top'}`, issue.message)
  })
  const parameters = files.flatMap((file) => file.parameters)
  once(
    'parameters',
    'parameter',
    parameters.map((each) => each.name),
  )
  const spellings: Record<string, string> = {}
  for (const each of parameters) {
    const path = `parameter ${each.name}`
    if (each.type === 'number') {
      each.unit = unitName(each.unit) ?? refuse(path, `the unit ${each.unit || '(none)'} is not known`)
    } else if (each.unit !== '') refuse(path, `a ${each.type} has no unit`)
    if ((each.type === 'choice') !== each.choices.length > 0)
      refuse(path, each.type === 'choice' ? 'a choice needs its choices' : `a ${each.type} has no choices`)
    once(
      path,
      'choice',
      each.choices.map((choice) => choice.value),
    )
    for (const spelling of [each.name, ...each.aliases].map((text) => text.toLowerCase())) {
      if (spellings[spelling] !== undefined) refuse(path, `the name ${spelling} already stands for ${spellings[spelling]}`)
      spellings[spelling] = each.name
    }
  }
  const conditions = files.flatMap((file) => file.conditions)
  once(
    'conditions',
    'condition',
    conditions.map((each) => each.name),
  )
  const planted = files.flatMap((file) => file.entries).map(plantEntry)
  once(
    'entries',
    'entry',
    planted.map((each) => each.eccn),
  )
  const orders = files.flatMap((file) => (file.order === undefined ? [] : [file.order]))
  if (orders.length > 1) refuse('order', 'the order of the entries is declared twice')
  const order = orders[0] ?? planted.map((each) => each.eccn)
  once('order', 'entry', order)
  const entries = order.map((code) => planted.find((each) => each.eccn === code) ?? refuse('order', `there is no entry ${code}`))
  const left = planted.find((each) => !order.includes(each.eccn))
  if (left !== undefined) refuse('order', `entry ${left.eccn} has no place in the order`)

  const tables: ClassificationTables = {
    parameters: Object.fromEntries(parameters.map((each) => [each.name, each])),
    spellings,
    conditions: Object.fromEntries(conditions.map((each) => [each.name, each])),
    entries,
    before: files.flatMap((file) => file.before),
  }
  const used = new Set<string>()
  const conditionsUsed = new Set<string>()
  checkFormulas(tables.parameters, used)
  for (const { path, expression } of expressionsOf(tables)) {
    visit(expression, (part) => {
      checkTest(path, part, tables, used)
      if (part.kind === 'condition') conditionsUsed.add(part.name)
    })
  }
  const unused = parameters.find((each) => !used.has(each.name))
  if (unused !== undefined) refuse(`parameter ${unused.name}`, 'no paragraph and no formula uses it')
  const idle = conditions.find((each) => !conditionsUsed.has(each.name))
  if (idle !== undefined) refuse(`condition ${idle.name}`, 'no paragraph uses it')
  checkCircles(tables)
  return tables
}

/** Of several readings that all failed, the one that got farthest says best what is wrong. */
function deepest(issue: z.core.$ZodIssue | undefined): { path: PropertyKey[]; message: string } {
  if (issue === undefined) return { path: [], message: 'not readable' }
  if (issue.code !== 'invalid_union') return issue
  const readings = issue.errors.flatMap((errors) => errors.slice(0, 1)).map(deepest)
  const best = readings.reduce((farthest, each) => (each.path.length > farthest.path.length ? each : farthest), {
    path: [] as PropertyKey[],
    message: 'no known form of a test or formula fits',
  })
  return { path: [...issue.path, ...best.path], message: best.message }
}
