/**
 * The shape of the YAML and CSV files of a rule pack. Strict: an unknown key is refused, so that a misspelt condition can
 * never be silently left out of the law.
 */
import { z } from 'zod'
import { DUTY_TIMES, FACT_TYPES, OPERATORS, POLICY_CODES, QUANTIFIED } from '#main/engine/types.ts'
import { ECCN } from '#shared/domain/eccn.ts'

export const isoDate = z.iso.date()
export const words = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })
const range = z.strictObject({ from: isoDate, until: isoDate.optional() })
const knownRange = range.extend({ knownSince: isoDate.optional(), knownUntil: isoDate.optional() })
const ranges = z.union([knownRange.transform((one) => [one]), z.array(knownRange).min(1)])
const cites = z.array(z.string().min(1)).min(1)
const literal = z.union([z.string(), z.number(), z.boolean()])

const test = z.strictObject({
  fact: z.string().regex(/^[a-z][A-Za-z]*\.[A-Za-z0-9.]+$/),
  is: literal.optional(),
  in: z.union([z.string(), z.array(z.string())]).optional(),
  has: z.union([z.string(), z.array(z.string()), z.strictObject({ list: z.string() })]).optional(),
  atLeast: z.union([z.number(), z.strictObject({ fact: z.string(), times: z.number().optional() })]).optional(),
  atMost: z.union([z.number(), z.strictObject({ fact: z.string(), times: z.number().optional() })]).optional(),
  exists: z.literal(true).optional(),
  matches: z.array(z.string()).optional(),
})
export type RawTest = z.infer<typeof test>

export type RawExpression =
  | RawTest
  | { all: RawExpression[] }
  | { any: RawExpression[] }
  | { not: RawExpression }
  | { some: (typeof QUANTIFIED)[number]; where: RawExpression }
  | { every: (typeof QUANTIFIED)[number]; where: RawExpression }
  | { notModelled: z.infer<typeof words> }

/** Chooses the form by its key, so that a mistake is reported where it stands and not for every form. */
export const expression: z.ZodType<RawExpression> = z.lazy(() =>
  z.unknown().transform((raw, context): RawExpression => {
    const key = typeof raw === 'object' && raw !== null ? FORMS.find(([name]) => name in raw) : undefined
    if (key === undefined) {
      context.addIssue({ code: 'custom', message: `expected one of ${FORMS.map(([name]) => name).join(', ')}` })
      return z.NEVER
    }
    const parsed = key[1].safeParse(raw)
    if (parsed.success) return parsed.data as RawExpression
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] })
    return z.NEVER
  }),
)

const quantified = z.enum(QUANTIFIED)
const FORMS: [string, z.ZodType][] = [
  ['all', z.strictObject({ all: z.array(expression) })],
  ['any', z.strictObject({ any: z.array(expression) })],
  ['not', z.strictObject({ not: expression })],
  ['some', z.strictObject({ some: quantified, where: expression })],
  ['every', z.strictObject({ every: quantified, where: expression })],
  ['notModelled', z.strictObject({ notModelled: words })],
  ['fact', test.refine((raw) => OPERATORS.filter((operator) => raw[operator] !== undefined).length === 1, 'exactly one operator')],
]

const policy = z.array(z.strictObject({ code: z.enum(POLICY_CODES), says: words, cite: z.string().min(1) })).default([])
const duties = z.array(z.strictObject({ says: words, cite: z.string().min(1), time: z.enum(DUTY_TIMES) })).default([])
const cautions = z.array(z.strictObject({ says: words, cite: z.string().min(1), from: isoDate.optional(), until: isoDate.optional() })).default([])
const prohibition = z.number().int().min(1).max(10)
const effect = z.strictObject({
  reason: z.string().default(''),
  column: z.string().optional(),
  exceptions: z.array(z.string()).default([]),
  policy,
  duties,
  whateverSubject: z.boolean().optional(),
  prohibition: prohibition.optional(),
  drops: z.array(z.string()).min(1).optional(),
})

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[A-Za-z0-9@-]+)+$/, 'a dotted id'),
  concludes: z.string(),
  says: words,
  cites,
  inForce: ranges,
  reviewed: z.strictObject({ on: isoDate, against: z.string().min(1) }),
  when: expression,
  then: z.union([literal, z.strictObject({ notModelled: words })]),
  overrides: z.array(z.string()).default([]),
  cautions,
  effect: effect.optional(),
  notModelled: z.array(words).default([]),
})
export type RawRule = z.infer<typeof ruleSchema>

export const templateSchema = z.strictObject({
  name: z.string().min(1),
  says: words,
  cites,
  when: expression,
  inForce: ranges.optional(),
  column: z.string().optional(),
  exceptions: z.array(z.string()).default(['part-740']),
  policy,
  prohibition: prohibition.default(1),
  cautions,
  notModelled: z.array(words).default([]),
})
export type RawTemplate = z.infer<typeof templateSchema>

const paragraphs = z.array(z.string().min(1)).min(1)
export const scopeSchema = z.union([
  z.literal('all'),
  z.strictObject({
    in: paragraphs.optional(),
    except: paragraphs.optional(),
    when: expression.optional(),
    notModelled: words.optional(),
  }),
])
export type RawScope = z.infer<typeof scopeSchema>

export const entrySchema = z.strictObject({
  eccn: z.string().regex(ECCN),
  reasons: z.array(z.string()),
  paragraphs: z.array(z.string()).default([]),
  rows: z
    .array(z.strictObject({ id: z.string().min(1), reason: z.string().min(1), scope: scopeSchema, requires: z.string().min(1), inForce: ranges.optional() }))
    .default([]),
  lvs: z.array(z.strictObject({ usd: z.number().positive(), scope: scopeSchema })).optional(),
  gbs: z.array(z.strictObject({ scope: scopeSchema })).optional(),
  tsr: z.array(z.strictObject({ scope: scopeSchema })).optional(),
  notes: z.array(words.extend({ reason: z.string().optional(), cite: z.string().optional(), from: isoDate.optional() })).default([]),
  redirect: words.optional(),
})
export type RawEntry = z.infer<typeof entrySchema>

export const factSchema = z.strictObject({
  path: z.string(),
  type: z.enum(FACT_TYPES),
  label: words,
  unit: z.string().optional(),
  ask: words,
  why: words,
  help: words.optional(),
  cite: z.string().min(1),
  choices: z.array(z.strictObject({ value: z.string(), label: words })).optional(),
  fromOwners: z.enum(['share', 'lists', 'footnotes', 'scope', 'red-flag']).optional(),
  entries: z.literal(true).optional(),
  countries: z.literal(true).optional(),
  unclaimed: z.union([z.string(), z.boolean()]).optional(),
})

export const conclusionSchema = z.strictObject({
  path: z.string(),
  type: z.enum(FACT_TYPES),
  combine: z.enum(['any', 'single']),
  says: words,
  otherwise: literal.optional(),
})

export const parameterSchema = z.strictObject({
  name: z.string().min(1),
  says: words,
  cites,
  versions: z.array(z.strictObject({ inForce: knownRange, values: z.array(z.string()) })).min(1),
})

export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().min(1),
  title: words,
  sequence: z.number().int().positive(),
  lawAsOf: isoDate,
  completeFrom: isoDate,
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), contentDate: isoDate })).min(1),
  regime: z.strictObject({
    id: z.string(),
    subject: z.string(),
    licence: z.string(),
    prohibited: z.string(),
    exceptionsBarred: z.string(),
    policy: z.string(),
    duties: z.string(),
    reasons: z.string(),
    requiredBy: z.string(),
    owners: z
      .strictObject({
        lists: z.array(z.string()).min(1),
        programs: z.string(),
        scoped: z.string().min(1),
        tagged: z.string().min(1),
        atLeast: z.number().positive().max(100),
      })
      .optional(),
    content: z
      .strictObject({
        origin: z.string(),
        territories: z.array(z.string()).default([]),
        act: z.string(),
        prohibitions: z.array(prohibition).min(1),
        leavesOut: z.array(z.string().min(1)).default([]),
        exceptions: z.array(z.string()),
        dropped: z.string(),
        bundled: z.string(),
        limit: z.string(),
      })
      .optional(),
  }),
})

/** A licence exception; one that is of a piece leaves `limbs` out. */
export const exceptionSchema = z.strictObject({
  symbol: z.string().regex(/^[A-Z]{2,4}$/, 'a symbol such as LVS'),
  title: words,
  cite: z.string().min(1),
  limbs: z.array(z.strictObject({ paragraph: z.string().regex(/^(\([A-Za-z0-9]+\))+$/, 'a paragraph such as (a)(1)'), says: words })).default([]),
  duties,
  cautions,
})
export type RawException = z.infer<typeof exceptionSchema>

/** A regime's way of counting owners. */
export const ownershipSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: words,
  says: words,
  cites,
  lists: z.array(z.string()).min(1),
  tagged: z.boolean().default(false),
  atLeast: z.number().positive().max(100),
  cascade: z.boolean(),
  inForce: ranges,
  reviewed: z.strictObject({ on: isoDate, against: z.string().min(1) }),
  cautions,
  notModelled: z.array(words).default([]),
})

/** Which top-level lists a YAML file of a pack may hold. `family` says for its rules from which day they are complete. */
export const fileSchema = z.strictObject({
  family: z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), title: words, completeFrom: isoDate }).optional(),
  exceptions: z.array(exceptionSchema).default([]),
  terms: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), name: words, match: z.array(words).default([]), says: words, cite: z.string().min(1) }))
    .default([]),
  prohibitions: z.array(z.strictObject({ number: prohibition, title: words, cite: z.string().min(1) })).default([]),
  facts: z.array(factSchema).default([]),
  conclusions: z.array(conclusionSchema).default([]),
  parameters: z.array(parameterSchema).default([]),
  ownership: z.array(ownershipSchema).default([]),
  templates: z.array(templateSchema).default([]),
  entries: z.array(entrySchema).default([]),
  rules: z.array(ruleSchema).default([]),
})
export type RawFile = z.infer<typeof fileSchema>
