/**
 * One determination from a case to the answer and its proof. Deterministic: the same case, packs, lists and engine give
 * the same answer, hashes and bytes on any machine. The clock stays outside; a case without a date is dated by the caller.
 */
import { createHash } from 'node:crypto'
import { determineItems, type ItemFinding } from '#main/engine/determine.ts'
import type { ConclusionTrace } from '#main/engine/evaluate.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import { daysBetween, type ForceNote, forceNote } from '#main/engine/force-notes.ts'
import { isKnown } from '#main/engine/outcome.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import { openFor } from '#main/engine/quick.ts'
import { incompleteFamilies, rulesReached } from '#main/engine/reach.ts'
import type { Family } from '#main/engine/types.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import { type CaseFile, caseSchema } from '#shared/domain/case.ts'
import { DETERMINATION_SCHEMA, type Determination, type ListStamp } from '#shared/domain/determination.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import { mostRestrictive, type Verdict } from '#shared/domain/verdict.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { answerSentence } from '#shared/text/verdict-words.ts'
import { proofText } from '#shared/trace/proof-text.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { answerFromFindings } from './answer.ts'
import { buildCaseFacts } from './case-facts.ts'
import { withContent } from './content.ts'
import { ownershipAnswer, ownershipWarnings } from './ownership-answer.ts'
import type { PackDays } from './pack-days.ts'
import { partyAnswer } from './party-answer.ts'
import { hasOpenHits, type PartyFinding, type Screened } from './screen-parties.ts'
import { coreWords } from './words.ts'

/** Changes whenever the same facts and rules could give another proof. */
export const ENGINE_VERSION = 'licet-engine/3'

export type ItemProof = { item: string; proofs: ConclusionTrace[] }
export type Determined = { answer: Determination; proofs: ItemProof[]; facts: CaseFacts; prepared: PreparedPack }

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
export function determine(file: CaseFile, screened: Screened, context: DetermineContext): Determined {
  const { parties, owners } = screened
  const { days, lang } = context
  const asOf = file.asOf ?? context.today
  const prepared = days.on(asOf, context.today)
  const { pack, sha256 } = days.loaded
  const { facts, content } = withContent(buildCaseFacts(file, screened, prepared), file, prepared)
  const possibleHits = hasOpenHits(screened)
  const found = determineItems(prepared, facts, { possibleHits })
  const incomplete = found.map(({ licence }, item) => incompleteFamilies(pack, asOf, entryOf(facts, item), isKnown(licence.outcome, true)))
  const findings = found.map((finding, item) => (incomplete[item]?.length === 0 ? finding : { ...finding, verdict: withheld(finding.verdict) }))
  const proofs = findings.map(({ item, proofs }) => ({ item, proofs }))
  const verdicts = findings.map(({ verdict }) => verdict)
  const outcome = mostRestrictive(verdicts)
  const ownership = ownershipAnswer(file, screened, facts, context.lists, prepared, lang)
  const about = answerFromFindings(findings, { prepared, facts, file, lang, content })
  const answer: Determination = {
    schema: DETERMINATION_SCHEMA,
    case: file.id,
    asOf,
    lang,
    outcome,
    says: answerSentence(outcome, verdicts, lang),
    regimes: [{ id: pack.regime.id, outcome }],
    ...about,
    notModelled: [
      ...incomplete.flatMap((families, item) => families.map((family) => beforeLaw(family, findings[item]?.item ?? '', pack, lang))),
      ...about.notModelled,
    ],
    parties: file.parties.map((party, i) => partyAnswer(party, parties[i])),
    ...(owners === undefined ? {} : ownership),
    warnings: [
      ...warnings(asOf, pack.lawAsOf, [...parties, ...(owners ?? [])], context),
      ...ownershipWarnings(ownership.ownership, lang),
      ...forceWarnings(found, facts, prepared, lang),
    ],
    packs: [{ id: pack.id, version: pack.version, lawAsOf: pack.lawAsOf, sha256 }],
    lists: context.lists.map(stamp),
    engine: ENGINE_VERSION,
    factsHash: sha256Of(canonicalJson(context.evaluated)),
    proofHash: sha256Of(proofs.map((proof) => `${JSON.stringify(proof.item)}\n${proofText(proof.proofs)}`).join('')),
  }
  return { answer, proofs, facts, prepared }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Before the first day of which the law is held in full, later law is never applied in silence. */
export const withheld = (verdict: Verdict): Verdict => (verdict === 'needs-information' ? 'needs-information' : 'needs-review')

/** The item's control entry, without its paragraph; undefined while it is not known. */
export function entryOf(facts: CaseFacts, item: number): string | undefined {
  const given = facts.items[item]?.facts.eccn
  return given === undefined ? undefined : String(given.value)
}

const beforeLaw = ({ title, completeFrom }: Family, item: string, pack: LoadedPack['pack'], lang: Lang): Determination['notModelled'][number] => ({
  rule: pack.id,
  says: coreWords(lang).beforeLaw(title[lang], completeFrom),
  cite: pack.sources[0]?.title ?? '',
  of: { item },
  mayMatter: true,
})

/** Suspensions and near ends of rules that bear on an item and are not certainly without effect on it; one line for all rules that end alike. */
function forceWarnings(findings: readonly ItemFinding[], facts: CaseFacts, prepared: PreparedPack, lang: Lang): string[] {
  const { pack, asOf, knownOn } = prepared
  const words = coreWords(lang)
  const alike = new Map<string, { note: ForceNote; cites: Set<string>; says: Set<string> }>()
  findings.forEach(({ licence }, item) => {
    const dated = rulesReached(pack, entryOf(facts, item), isKnown(licence.outcome, true)).filter(
      ({ inForce }) => forceNote(inForce, asOf, knownOn) !== undefined,
    )
    for (const { cites, inForce, says } of openFor(prepared, facts, item, dated)) {
      const note = forceNote(inForce, asOf, knownOn) as ForceNote
      const key = `${note.kind} ${note.date}`
      const group = alike.get(key) ?? { note, cites: new Set(), says: new Set() }
      group.cites.add(cites[0] ?? '')
      group.says.add(says[lang])
      alike.set(key, group)
    }
  })
  return [...alike.values()]
    .map(({ note: { kind, date }, cites, says }) => words[kind]([...cites].sort().join(words.and), says.size === 1 ? ([...says][0] ?? '') : '', date))
    .sort()
}

const stamp = ({ id, contentDate, sha256, records, complete }: ListUsed): ListStamp => ({ id, contentDate, sha256, records, complete })

function warnings(asOf: string, lawAsOf: string, parties: readonly PartyFinding[], { lists, lang, staleAfterDays }: DetermineContext): string[] {
  const words = coreWords(lang)
  const notSearched = [...new Set(parties.flatMap((party) => party.notSearched))]
  const stale = lists.flatMap((list) => {
    const days = daysBetween(list.contentDate, asOf)
    return list.complete && days > (staleAfterDays[list.id] ?? Number.POSITIVE_INFINITY) ? [words.stale(list.id, days)] : []
  })
  return [...(notSearched.length > 0 ? [words.starter(notSearched)] : []), ...stale, ...(asOf > lawAsOf ? [words.afterLaw(lawAsOf)] : [])]
}
