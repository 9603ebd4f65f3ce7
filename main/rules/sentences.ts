/**
 * Reads the sentences that stand beside the rules: small cases with what the law concludes on them. They are examples for
 * the reader of a pack and its tests at once; the program itself never reads them.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { determineItems, type ItemFinding, namesLimb } from '#main/engine/determine.ts'
import { Evaluation } from '#main/engine/evaluate.ts'
import type { CaseFacts, GivenFacts, Listed } from '#main/engine/facts.ts'
import { countedOwners, factsFromOwners } from '#main/engine/owners.ts'
import { type PreparedPack, prepare } from '#main/engine/prepare.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Outcome } from '#shared/trace/trace.ts'
import { readYaml } from './read-pack.ts'

const bounds = z.strictObject({ min: z.number().optional(), max: z.number().optional() })
const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), bounds])
const record = z.record(z.string(), value)
const scope = record.default({})
const factsSchema = z.strictObject({
  transaction: scope,
  item: scope,
  /** Lines of the item's content; they are all of it. */
  content: z.array(record).optional(),
  /** Facts of each party; `owners` are all its owners, or some of them with `ownersComplete: false`. */
  parties: z.array(z.looseObject({ owners: z.array(record).optional() })).optional(),
  endUse: scope,
  case: scope,
})
type Facts = z.infer<typeof factsSchema>
const sentenceSchema = z.strictObject({
  says: z.string().min(1),
  asOf: z.iso.date(),
  /** Day of whose knowledge the question is asked; today's without it. */
  knownOn: z.iso.date().optional(),
  facts: factsSchema,
  /** Paths of common facts that this sentence does not know. */
  without: z.array(z.string()).default([]),
  /**
   * By conclusion: true, false, a value, or unknown, not-modelled, conflict. Beside conclusions: `outcome` (the verdict),
   * `requires` (columns or reasons of the requirements found), `policy` (codes), `exception LVS`, `exception TMP (a)(1)`.
   */
  expect: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
})
/** `common` are facts of every sentence of the file; a sentence's own come before them. */
const fileSchema = z.strictObject({ common: factsSchema.optional(), sentences: z.array(sentenceSchema).min(1) })
export type Sentence = z.infer<typeof sentenceSchema> & { file: string }

/** Every sentence of a pack's folder. Throws InputError naming file and place. */
export function readSentences(folder: string): Sentence[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sentences.yaml'))
  return names.sort().flatMap((name) => {
    const parsed = fileSchema.safeParse(readYaml(join(folder, name)))
    if (!parsed.success) throw new InputError('bad-input', `${name}: ${z.prettifyError(parsed.error).split('\n').slice(0, 3).join(' ')}`)
    const { common, sentences } = parsed.data
    return sentences.map((sentence) => ({ ...sentence, facts: merge(common, sentence), file: name }))
  })
}

function merge(common: Facts | undefined, { facts, without }: z.infer<typeof sentenceSchema>): Facts {
  if (common === undefined) return facts
  const left = (of: 'transaction' | 'item' | 'endUse' | 'case') =>
    Object.fromEntries(Object.entries({ ...common[of], ...facts[of] }).filter(([name]) => !without.includes(`${of}.${name}`)))
  return {
    ...common,
    ...facts,
    transaction: left('transaction'),
    item: left('item'),
    endUse: left('endUse'),
    case: left('case'),
    parties: facts.parties ?? common.parties,
  }
}

/** Most sentences of a pack ask about one day: the pack is prepared once for each. */
const PREPARED = new WeakMap<CompiledPack, Map<string, PreparedPack>>()

function preparedFor(pack: CompiledPack, { asOf, knownOn }: Sentence): PreparedPack {
  const days = PREPARED.get(pack) ?? new Map<string, PreparedPack>()
  PREPARED.set(pack, days)
  const key = `${asOf} ${knownOn ?? ''}`
  const prepared = days.get(key) ?? prepare(pack, asOf, knownOn)
  days.set(key, prepared)
  return prepared
}

/** What the pack concludes on a sentence's facts, in the sentence's own terms. */
export function concludeSentence(pack: CompiledPack, sentence: Sentence): Record<string, boolean | number | string> {
  const prepared = preparedFor(pack, sentence)
  const facts = factsOfSentence(sentence, prepared)
  const evaluation = new Evaluation(prepared, facts)
  let found: ItemFinding | undefined
  const finding = () => {
    found ??= determineItems(prepared, facts, { possibleHits: false })[0]
    return found as ItemFinding
  }
  return Object.fromEntries(
    Object.keys(sentence.expect).map((path) => {
      if (path === 'outcome') return [path, finding().verdict]
      if (path === 'requires') return [path, requirements(finding(), prepared)]
      if (path === 'policy') return [path, policies(finding(), prepared)]
      if (path.startsWith('exception ')) return [path, exceptionState(finding(), path.slice('exception '.length))]
      return [path, shown(evaluation.conclude(path, { item: 0, party: 0 }).outcome)]
    }),
  )
}

/** The facts of a sentence as the engine reads them on its day. */
export const factsOfSentence = ({ facts }: Sentence, prepared: PreparedPack): CaseFacts => caseFacts(facts, prepared)

function caseFacts({ transaction, item, content, parties, endUse, case: general }: Facts, { pack, parameters }: PreparedPack): CaseFacts {
  const listed = (lines: Record<string, z.infer<typeof value>>[]): Listed => ({
    lines: lines.map((facts, i) => ({ id: `${i + 1}`, facts: given(facts) })),
    complete: true,
  })
  // As in a case, relief about a party that nobody claims is not there.
  const reliefs = Object.fromEntries(
    pack.facts.flatMap(({ path, unclaimed }) => (unclaimed === undefined || !path.startsWith('party.') ? [] : [[path.slice('party.'.length), unclaimed]])),
  )
  return {
    transaction: given(transaction),
    endUse: given(endUse),
    case: given(general),
    items: [{ id: '1', facts: given({ paragraph: '', ...item }), ...(content === undefined ? {} : { content: listed(content) }) }],
    parties: (parties ?? []).map(({ owners, ownersComplete, ...party }, i) => {
      const all = { ...listed((owners ?? []).map((owner) => ({ ...UNLISTED_OWNER, ...owner }))), complete: ownersComplete !== false }
      const counted = countedOwners(pack.regime.owners, parameters)
      return {
        name: `party ${i + 1}`,
        facts: {
          ...given({ ...reliefs, listedOn: [], footnotes: [], ...record.parse(party) }),
          ...factsFromOwners(all, pack.facts, counted, `party ${i + 1}`),
        },
        ...(owners === undefined ? {} : { owners: all }),
      }
    }),
    partiesComplete: true,
  }
}

/** An owner of a sentence is on no list unless the sentence says so. */
const UNLISTED_OWNER = { listedOn: [], restrictedThrough: [], footnotes: [], sdnPrograms: [] }

function shown(outcome: Outcome): boolean | number | string {
  if (outcome.state !== 'known' && outcome.state !== 'assumed') return outcome.state
  if (typeof outcome.value !== 'object') return outcome.value
  return 'is' in outcome.value ? outcome.value.is.join(',') : JSON.stringify(outcome.value)
}

const appliedRules = (parts: ItemFinding['licence']['parts'], { ruleById }: PreparedPack) =>
  parts.filter(({ applied, outcome }) => applied === 'yes' && outcome.state === 'known' && outcome.value === true).flatMap(({ id }) => ruleById.get(id) ?? [])

function requirements({ licence }: ItemFinding, prepared: PreparedPack): string {
  return [...new Set(appliedRules(licence.parts, prepared).map(({ effect }) => effect?.column ?? effect?.reason ?? ''))].sort().join(', ')
}

function policies({ licence, policy }: ItemFinding, prepared: PreparedPack): string {
  const codes = appliedRules([...licence.parts, ...policy.parts], prepared).flatMap(({ effect }) => (effect?.policy ?? []).map(({ code }) => code))
  return [...new Set(codes)].sort().join(', ')
}

/** Of an exception, or of those of its limbs that the paragraph names: the best of them. */
function exceptionState({ exceptions }: ItemFinding, name: string): string {
  const [symbol = ''] = name.split(' ')
  const limbs = exceptions.find((one) => one.symbol === symbol)?.limbs.filter(({ paragraph }) => namesLimb([name], symbol, paragraph)) ?? []
  const states = limbs.map(({ status }) => status)
  return (['available', 'needs-information', 'unavailable'] as const).find((state) => states.includes(state)) ?? 'not weighed'
}

const given = (values: Record<string, z.infer<typeof value>>): GivenFacts =>
  Object.fromEntries(Object.entries(values).map(([name, one]) => [name, { state: 'known', value: Array.isArray(one) ? { is: one, maybe: [] } : one }]))
