/**
 * A case as the command line and the window hand it to the service (`licet.case/1`). A fact that is not given is
 * unknown. Unknown keys are refused at the named levels so that a misspelt field is never silently ignored; `facts`
 * objects are checked against the dictionary of the rule packs by the service.
 */
import { z } from 'zod'
import { QUERY_KINDS } from './screening.ts'

export const CASE_SCHEMA = 'licet.case/1'

const text = (max: number) => z.string().max(max)
const id = z.string().min(1).max(200)
export const isoDate = z.iso.date()
/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1 alpha-2)')
/** Decimal text, never a float. */
export const decimalText = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, 'a decimal number as text, like "12000.00"')
export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'three capital letters (ISO 4217)')
export const money = z.strictObject({ amount: decimalText, currency: currencyCode })

/** A fact's value; `{assume: …}` marks an assumption, which is shown as such and never counts as certain. */
const plainValue = z.union([z.boolean(), z.number(), text(2000), z.array(z.union([z.string(), z.number()])).max(500)])
export const factValue = z.union([plainValue, z.strictObject({ assume: plainValue }), z.strictObject({ value: z.number(), unit: text(40) })])
export const listing = z.strictObject({
  list: text(40),
  footnotes: z.array(z.number().int()).optional(),
  entry: text(200).optional(),
})
export const facts = z.record(z.string().max(120), z.union([factValue, z.array(listing).max(50)]))

export const TRANSACTION_KINDS = ['export', 'reexport', 'transfer-in-country', 'deemed-export', 'deemed-reexport', 'not-an-export'] as const
export const ITEM_KINDS = ['commodity', 'software', 'technology'] as const
export const PARTY_ROLES = [
  'purchaser',
  'intermediate-consignee',
  'ultimate-consignee',
  'end-user',
  'exporter',
  'applicant',
  'freight-forwarder',
  'bank',
  'other',
] as const

export const transactionSchema = z.strictObject({
  kind: z.enum(TRANSACTION_KINDS).optional(),
  from: countryCode.optional(),
  destination: countryCode.optional(),
  transit: z.array(countryCode).max(50).default([]),
  endUse: z.strictObject({ statement: text(10_000).default(''), facts: facts.default({}) }).default({ statement: '', facts: {} }),
  facts: facts.default({}),
})

/** The most lines that one item's content may have. */
export const MOST_CONTENT_LINES = 10_000

/** A line of an item's bill of materials. Its value is that of the whole line, in the currency of the item's value. */
export const contentLine = z.strictObject({
  part: text(200).optional(),
  description: text(2000).optional(),
  eccn: text(40).optional(),
  kind: z.enum(ITEM_KINDS).optional(),
  origin: countryCode.optional(),
  value: decimalText.optional(),
  quantity: z.number().nonnegative().optional(),
  /** Software that is shipped with the item and set up for it, though not built into it. */
  bundled: z.boolean().optional(),
  facts: facts.optional(),
})

export const itemSchema = z.strictObject({
  id,
  description: text(10_000).default(''),
  kind: z.enum(ITEM_KINDS).optional(),
  eccn: text(60).optional(),
  origin: countryCode.optional(),
  locatedIn: countryCode.optional(),
  value: money.optional(),
  quantity: z.number().nonnegative().optional(),
  facts: facts.default({}),
  content: z.array(contentLine).max(MOST_CONTENT_LINES).default([]),
  classification: z.unknown().optional(),
})

/** An officer's decision on one hit, bound to this party and this version of the listing. */
export const dispositionSchema = z.strictObject({
  list: text(40),
  entry: text(200),
  decision: z.enum(['same-party', 'not-the-same']),
  reason: text(20_000).min(1),
  by: text(200).default(''),
  at: text(40).optional(),
  entryHash: text(80).optional(),
})

export const partySchema = z.strictObject({
  role: z.enum(PARTY_ROLES),
  name: text(1000).min(1),
  country: countryCode.optional(),
  headquarters: countryCode.optional(),
  address: text(2000).optional(),
  kind: z.enum(QUERY_KINDS).optional(),
  /** Date or year of birth, as it is known. */
  dob: text(40).optional(),
  /** Identity numbers: registration, unified social credit code, passport, IMO. */
  ids: z.array(text(200)).max(50).optional(),
  owners: z
    .array(z.strictObject({ name: text(1000), share: z.number().min(0).max(100).optional(), facts: facts.optional() }))
    .max(500)
    .default([]),
  dispositions: z.array(dispositionSchema).max(500).default([]),
  facts: facts.default({}),
})

/** The most holders that a case may name, and the most owners of one of them. */
export const MOST_HOLDERS = 2000
export const MOST_OWNERS = 500

/** A share in percent; left out while it is not known. */
const heldShare = z.strictObject({ name: text(1000).min(1), share: z.number().min(0).max(100).optional() })

/**
 * What is known of an owner by its name, wherever it stands: who owns it in turn, what screening needs, and its facts
 * (`listed`, `ownersComplete` and the `owner.` facts of the rule packs). An owner of a party needs no entry here.
 */
export const holderSchema = z.strictObject({
  name: text(1000).min(1),
  country: countryCode.optional(),
  address: text(2000).optional(),
  kind: z.enum(QUERY_KINDS).optional(),
  dob: text(40).optional(),
  ids: z.array(text(200)).max(50).optional(),
  owners: z.array(heldShare).max(MOST_OWNERS).optional(),
  dispositions: z.array(dispositionSchema).max(500).optional(),
  facts: facts.optional(),
})

export const caseSchema = z.strictObject({
  schema: z.literal(CASE_SCHEMA),
  id,
  title: text(500).optional(),
  asOf: isoDate.optional(),
  transaction: transactionSchema,
  items: z.array(itemSchema).min(1).max(1000),
  parties: z.array(partySchema).max(500).default([]),
  /** Absent in case files that know of no owners of owners; it gets no default, so that their stored form stays as it is. */
  holders: z.array(holderSchema).max(MOST_HOLDERS).optional(),
  facts: facts.default({}),
})

export type CaseFile = z.infer<typeof caseSchema>
export type CaseInput = z.input<typeof caseSchema>
export type CaseItem = z.infer<typeof itemSchema>
export type CaseParty = z.infer<typeof partySchema>
export type Holder = z.infer<typeof holderSchema>
export type Disposition = z.infer<typeof dispositionSchema>
export type FactMap = z.infer<typeof facts>
export type ContentLine = z.infer<typeof contentLine>
export type Listing = z.infer<typeof listing>
