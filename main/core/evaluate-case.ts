/**
 * From a case to a stored determination and back: screens the parties, determines, keeps everything that was read, and
 * evaluates a stored determination again from exactly that.
 */

import type { StoredDisposition } from '#main/casework/decision-table.ts'
import type { NewDetermination } from '#main/casework/determinations.ts'
import { countedOwners } from '#main/engine/owners.ts'
import { listSource } from '#main/lists/list-sources.ts'
import { installedByHash } from '#main/rules/install.ts'
import type { ReplayReport } from '#shared/contract/replies.ts'
import type { CaseFile, Disposition } from '#shared/domain/case.ts'
import type { Determination } from '#shared/domain/determination.ts'
import { ownersAsParties } from '#shared/domain/ownership.ts'
import type { ListUsed, ScreenSettings } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { Core } from './core.ts'
import { type Determined, determine, ENGINE_VERSION, parseCase } from './determine.ts'
import { PackDays } from './pack-days.ts'
import { PARTY_SETTINGS, type Screened, type ScreeningContext, screenParties } from './screen-parties.ts'

/** Everything that an evaluation reads beside the pack; its hash is the answer's `factsHash`. */
export type Evaluated = Screened & {
  case: CaseFile
  today: string
  lists: ListUsed[]
  staleAfterDays: Record<string, number>
  /** How the parties were screened; not in records of earlier versions of the program. */
  screening?: ScreenSettings
}

/** Screens and determines. `stored` adds the decisions of the casebook to those in the case itself. */
export function evaluateCase(core: Core, file: CaseFile, lang: Lang, stored: boolean): Determined & { evaluated: Evaluated } {
  refuseUnknownCountries(core, file)
  const { index, lists } = core.screening()
  const decided: ScreeningContext['decided'] = (party, hits) => (stored ? core.casework.dispositions.decisionsFor(file.id, party, hits).map(asDisposition) : [])
  const { scoped, tagged } = countedOwners(core.pack.regime.owners, new Map())
  const context: ScreeningContext = { index, lists, needed: core.needed, scoped, tagged, namesAllItems: core.namesAllItems, decided }
  const parties = screenParties(file.parties, context)
  const owners = screenParties(ownersAsParties(file), context)
  const staleAfterDays = Object.fromEntries(lists.map(({ id }) => [id, listSource(core.listSources, id).staleAfterDays]))
  const evaluated: Evaluated = { case: file, today: core.today(), parties, owners, lists, staleAfterDays, screening: PARTY_SETTINGS }
  return { ...determineEvaluated(evaluated, core.days, lang), evaluated }
}

/** What a determination keeps of a decision on record; the case in which it was made is part of who made it. */
const asDisposition = ({ list, entry, entryHash, decision, reason, by, at }: StoredDisposition): Disposition => ({
  list,
  entry,
  entryHash,
  decision,
  reason,
  by,
  at,
})

function determineEvaluated(evaluated: Evaluated, days: PackDays, lang: Lang): Determined {
  return determine(evaluated.case, evaluated, {
    days,
    lists: evaluated.lists,
    lang,
    today: evaluated.today,
    staleAfterDays: evaluated.staleAfterDays,
    evaluated,
  })
}

/** A code that is no country would fall through every list of destinations. */
function refuseUnknownCountries(core: Core, { transaction, items, parties, holders = [] }: CaseFile): void {
  const known = new Set(core.countries.map(({ code }) => code))
  const named: [string, string | undefined][] = [
    ['transaction.destination', transaction.destination],
    ['transaction.from', transaction.from],
    ...transaction.transit.map((code, i): [string, string] => [`transaction.transit[${i}]`, code]),
    ...items.flatMap((item, i): [string, string | undefined][] => [
      [`items[${i}].origin`, item.origin],
      [`items[${i}].locatedIn`, item.locatedIn],
      ...item.content.map((line, j): [string, string | undefined] => [`items[${i}].content[${j}].origin`, line.origin]),
    ]),
    ...parties.flatMap((party, i): [string, string | undefined][] => [
      [`parties[${i}].country`, party.country],
      [`parties[${i}].headquarters`, party.headquarters],
    ]),
    ...holders.map(({ country }, i): [string, string | undefined] => [`holders[${i}].country`, country]),
  ]
  for (const [place, code] of named)
    if (code !== undefined && !known.has(code))
      throw new InputError('bad-input', `${place}: there is no country with the code “${code}” (expected an ISO 3166-1 alpha-2 code such as DE)`)
}

/** The pack that a determination used, prepared by day. Throws InputError `not-found` when it is not held. */
export function daysOf(core: Core, answer: Determination): PackDays {
  const used = answer.packs[0]
  if (used?.sha256 === core.loaded.sha256) return core.days
  const loaded = used === undefined ? undefined : installedByHash(core.reference, used.sha256, core.timestamp())
  if (loaded === undefined)
    throw new InputError(
      'not-found',
      `This program does not hold the rule pack ${used?.id ?? ''} ${used?.version ?? ''} (${used?.sha256 ?? ''}) of this determination; install it first.`,
    )
  return new PackDays(loaded)
}

/** The same determination said in another language: same facts, same proof, other words. */
export function inLanguage(core: Core, answer: Determination, evaluated: unknown, lang: Lang): Determined {
  return evaluateAgain(evaluated, daysOf(core, answer), lang)
}

/** Evaluates a stored record of facts under a pack. Throws InputError when it is no such record or the pack refuses a fact. */
export function evaluateAgain(evaluated: unknown, days: PackDays, lang: Lang): Determined {
  return determineEvaluated(readEvaluated(evaluated), days, lang)
}

/** What the casebook stores of a determination. */
export function toStore(made: Determined & { evaluated: Evaluated }, revision: number): NewDetermination {
  return { case: made.evaluated.case.id, revision, answer: made.answer, facts: made.evaluated, proof: made.proofs }
}

/** A determination written to a file by the command line: the answer with all that is needed to evaluate it again. */
export type DeterminationFile = Determination & { evaluated: Evaluated }

/** Evaluates again what a stored determination read, under the pack that it used. */
export function replay(core: Core, answer: Determination, evaluated: unknown): ReplayReport {
  const again = inLanguage(core, answer, evaluated, answer.lang).answer
  const difference = firstDifference(stripFile(answer), again, '')
  if (difference === undefined) return { identical: true, difference: '', cause: '' }
  return { identical: false, difference, cause: causeOf(answer, again) }
}

/** The likeliest cause of a difference, from the outside in: engine, pack, facts, then the evaluation itself. */
function causeOf(before: Determination, after: Determination): string {
  if (before.engine !== ENGINE_VERSION) return `The engine is another one: ${before.engine} then, ${ENGINE_VERSION} now.`
  if (before.packs[0]?.sha256 !== after.packs[0]?.sha256) return `The rule pack is another one: ${before.packs[0]?.sha256} then, ${after.packs[0]?.sha256} now.`
  if (before.factsHash !== after.factsHash) return 'The facts are not those that were determined: they were altered after the determination, or the answer was.'
  return 'The stored answer does not follow from its own facts and rules: it was altered after the determination.'
}

function readEvaluated(value: unknown): Evaluated {
  const record = value as Partial<Evaluated> | null
  if (
    typeof record !== 'object' ||
    record === null ||
    !Array.isArray(record.parties) ||
    !Array.isArray(record.lists) ||
    typeof record.staleAfterDays !== 'object'
  )
    throw new InputError('bad-input', 'The file holds no record of what was evaluated (“evaluated”); it can not be replayed.')
  return { ...(record as Evaluated), case: parseCase(record.case, 'evaluated.case') }
}

function stripFile(answer: Determination): Determination {
  const { evaluated: _, ...rest } = answer as DeterminationFile
  return rest
}

/** Path of the first member, in canonical order, where two values differ. */
export function firstDifference(before: unknown, after: unknown, path: string): string | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null || Array.isArray(before) !== Array.isArray(after))
    return path
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  for (const key of keys) {
    const inside = firstDifference(
      (before as Record<string, unknown>)[key],
      (after as Record<string, unknown>)[key],
      Array.isArray(before) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
    )
    if (inside !== undefined) return inside
  }
  return path
}
