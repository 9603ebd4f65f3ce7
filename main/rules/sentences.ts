/**
 * Reads the sentences that stand beside the rules: small cases with what the law concludes on them. They are examples for
 * the reader of a pack and its tests at once; the program itself never reads them.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Evaluation } from '#main/engine/evaluate.ts'
import type { CaseFacts, GivenFacts } from '#main/engine/facts.ts'
import { prepare } from '#main/engine/prepare.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { InputError } from '#shared/text/errors.ts'
import { readYaml } from './read-pack.ts'

const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())])
const scope = z.record(z.string(), value).default({})
const sentenceSchema = z.strictObject({
  says: z.string().min(1),
  asOf: z.iso.date(),
  facts: z.strictObject({
    transaction: scope,
    item: scope,
    parties: z.array(z.record(z.string(), value)).optional(),
    endUse: scope,
    case: scope,
  }),
  /** By conclusion: true, false, a value, or unknown, not-modelled, conflict. */
  expect: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
})
export type Sentence = z.infer<typeof sentenceSchema> & { file: string }

/** Every sentence of a pack's folder. Throws InputError naming file and place. */
export function readSentences(folder: string): Sentence[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sentences.yaml'))
  return names.sort().flatMap((name) => {
    const parsed = z.strictObject({ sentences: z.array(sentenceSchema).min(1) }).safeParse(readYaml(join(folder, name)))
    if (!parsed.success) throw new InputError('bad-input', `${name}: ${z.prettifyError(parsed.error).split('\n').slice(0, 3).join(' ')}`)
    return parsed.data.sentences.map((sentence) => ({ ...sentence, file: name }))
  })
}

/** What the pack concludes on a sentence's facts, in the sentence's own terms. */
export function concludeSentence(pack: CompiledPack, sentence: Sentence): Record<string, boolean | number | string> {
  const { transaction, item, parties, endUse, case: general } = sentence.facts
  const facts: CaseFacts = {
    transaction: given(transaction),
    endUse: given(endUse),
    case: given(general),
    items: [{ id: '1', facts: given({ paragraph: '', ...item }) }],
    parties: (parties ?? []).map((party, i) => ({ name: `party ${i + 1}`, facts: given({ listedOn: [], footnotes: [], ...party }) })),
    partiesComplete: true,
  }
  const evaluation = new Evaluation(prepare(pack, sentence.asOf), facts)
  return Object.fromEntries(
    Object.keys(sentence.expect).map((path) => {
      const { outcome } = evaluation.conclude(path, { item: 0, party: 0 })
      const known = outcome.state === 'known' || outcome.state === 'assumed'
      return [path, known ? (typeof outcome.value === 'object' ? outcome.value.is.join(',') : outcome.value) : outcome.state]
    }),
  )
}

const given = (values: Record<string, z.infer<typeof value>>): GivenFacts =>
  Object.fromEntries(Object.entries(values).map(([name, one]) => [name, { state: 'known', value: Array.isArray(one) ? { is: one, maybe: [] } : one }]))
