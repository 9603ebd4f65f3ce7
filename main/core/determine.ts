/**
 * One determination from a case to the answer and its proof. Deterministic: the same case, packs, lists and engine give
 * the same answer, hashes and bytes on any machine. The clock stays outside; a case without a date is dated by the caller.
 */
import { createHash } from 'node:crypto'
import { determineItems, type ItemFinding } from '#main/engine/determine.ts'
import type { ConclusionTrace } from '#main/engine/evaluate.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import { type PreparedPack, prepare } from '#main/engine/prepare.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import { type CaseFile, caseSchema } from '#shared/domain/case.ts'
import { DETERMINATION_SCHEMA, type Determination, type ListStamp, type PartyAnswer } from '#shared/domain/determination.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import { mostRestrictive, type Verdict } from '#shared/domain/verdict.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { answerSentence } from '#shared/text/verdict-words.ts'
import { proofText } from '#shared/trace/proof-text.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { answerFromFindings } from './answer.ts'
import { buildCaseFacts } from './case-facts.ts'
import type { PartyFinding } from './screen-parties.ts'
import { coreWords } from './words.ts'

/** Changes whenever the same facts and rules could give another proof. */
export const ENGINE_VERSION = 'licet-engine/1'

export type ItemProof = { item: string; proofs: ConclusionTrace[] }
export type Determined = { answer: Determination; proofs: ItemProof[]; facts: CaseFacts }

/** Packs prepared for the days of recent cases. */
export class PackDays {
  readonly loaded: LoadedPack
  readonly #days = new Map<string, PreparedPack>()

  constructor(loaded: LoadedPack) {
    this.loaded = loaded
  }

  on(day: string): PreparedPack {
    let prepared = this.#days.get(day)
    if (prepared === undefined) {
      if (this.#days.size >= 32) this.#days.clear()
      prepared = prepare(this.loaded.pack, day)
      this.#days.set(day, prepared)
    }
    return prepared
  }
}

/** Checks the shape of a case. Throws InputError naming the place and what was expected there. */
export function parseCase(value: unknown, source: string): CaseFile {
  const parsed = caseSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place =
    issue === undefined || issue.path.length === 0
      ? ''
      : `, ${issue.path
          .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
          .join('')
          .replace(/^\./, '')}`
  throw new InputError('bad-input', `${source}${place}: ${issue?.message ?? 'not a case'} (expected a case of the form licet.case/1)`)
}

export type DetermineContext = {
  days: PackDays
  lists: readonly ListUsed[]
  lang: Lang
  today: string
  /** Days after which a list counts as stale, by list. */
  staleAfterDays: Readonly<Record<string, number>>
  /** Everything that the evaluation reads, as it is stored; the answer states its hash. */
  evaluated: unknown
}

/** Determines a case whose parties have been screened. Throws InputError where a fact or code of the case is wrong. */
export function determine(file: CaseFile, parties: readonly PartyFinding[], context: DetermineContext): Determined {
  const { days, lang } = context
  const asOf = file.asOf ?? context.today
  const prepared = days.on(asOf)
  const { pack, sha256 } = days.loaded
  const facts = buildCaseFacts(file, parties, pack)
  const possibleHits = parties.some(({ possibleOn }) => possibleOn.length > 0)
  const early = asOf < pack.completeFrom
  const findings = determineItems(prepared, facts, { possibleHits }).map((finding) => (early ? withheld(finding) : finding))
  const proofs = findings.map(({ item, proofs }) => ({ item, proofs }))
  const verdicts = findings.map(({ verdict }) => verdict)
  const outcome = mostRestrictive(verdicts)
  const about = answerFromFindings(findings, { prepared, facts, file, lang })
  const answer: Determination = {
    schema: DETERMINATION_SCHEMA,
    case: file.id,
    asOf,
    lang,
    outcome,
    says: answerSentence(outcome, verdicts, lang),
    regimes: [{ id: pack.regime.id, outcome }],
    ...about,
    notModelled: early ? [beforeLaw(pack, lang), ...about.notModelled] : about.notModelled,
    parties: file.parties.map((party, i) => partyAnswer(party, parties[i])),
    warnings: warnings(asOf, pack.lawAsOf, parties, context),
    packs: [{ id: pack.id, version: pack.version, lawAsOf: pack.lawAsOf, sha256 }],
    lists: context.lists.map(stamp),
    engine: ENGINE_VERSION,
    factsHash: sha256Of(canonicalJson(context.evaluated)),
    proofHash: sha256Of(proofs.map((proof) => `${JSON.stringify(proof.item)}\n${proofText(proof.proofs)}`).join('')),
  }
  return { answer, proofs, facts }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Before the first day of which the pack holds the law in full, today's law is never applied in silence. */
function withheld(finding: ItemFinding): ItemFinding {
  const verdict: Verdict = finding.verdict === 'needs-information' ? 'needs-information' : 'needs-review'
  return { ...finding, verdict }
}

const beforeLaw = (pack: LoadedPack['pack'], lang: Lang): Determination['notModelled'][number] => ({
  rule: pack.id,
  says: coreWords(lang).beforeLaw(pack.completeFrom),
  cite: pack.sources[0]?.title ?? '',
  of: {},
  mayMatter: true,
})

const stamp = ({ id, contentDate, sha256, records, complete }: ListUsed): ListStamp => ({ id, contentDate, sha256, records, complete })

function partyAnswer(party: CaseFile['parties'][number], finding: PartyFinding | undefined): PartyAnswer {
  const stated = Array.isArray(party.facts.listed) ? party.facts.listed.map((one) => (typeof one === 'object' ? one.list : String(one))) : undefined
  const listedOn = [...new Set([...(stated ?? []), ...(finding?.listedOn ?? [])])].sort()
  const possible = (finding?.possibleOn.length ?? 0) > 0
  return {
    name: party.name,
    role: party.role,
    country: party.country ?? '',
    status: listedOn.length > 0 ? 'listed' : possible ? 'possible' : 'clear',
    listedOn,
    notSearched: stated === undefined ? (finding?.notSearched ?? []) : [],
    hits: finding?.hits ?? [],
    nearest: finding?.nearest ?? [],
  }
}

function warnings(asOf: string, lawAsOf: string, parties: readonly PartyFinding[], { lists, lang, staleAfterDays }: DetermineContext): string[] {
  const words = coreWords(lang)
  const notSearched = [...new Set(parties.flatMap((party) => party.notSearched))]
  const stale = lists.flatMap((list) => {
    const days = daysBetween(list.contentDate, asOf)
    return list.complete && days > (staleAfterDays[list.id] ?? Number.POSITIVE_INFINITY) ? [words.stale(list.id, days)] : []
  })
  return [...(notSearched.length > 0 ? [words.starter(notSearched)] : []), ...stale, ...(asOf > lawAsOf ? [words.afterLaw(lawAsOf)] : [])]
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
