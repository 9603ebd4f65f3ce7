/** What the core and the shell answer, name by name. */
import type { BatchPreview, BatchSummary } from '../domain/batch.ts'
import type { BomAnswer } from '../domain/bill-of-materials.ts'
import type { CaseFile, CaseParty } from '../domain/case.ts'
import type { ClassifyAnswer } from '../domain/classification.ts'
import type { Determination, PackUsed } from '../domain/determination.ts'
import type { OwnListPreview } from '../domain/own-list.ts'
import type { OwnershipAnswerFile } from '../domain/ownership-file.ts'
import type { Hit, ListUsed, PartyKind, ScorePart, ScreenAnswer } from '../domain/screening.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Subject, Trace, Value, Words } from '../trace/trace.ts'

export type CaseRow = {
  id: string
  title: string
  destination: string
  items: number
  parties: string
  outcome: Verdict | ''
  updatedAt: string
  createdAt: string
  archived: boolean
}
export type CaseRecord = {
  case: CaseFile
  revision: number
  archived: boolean
  createdAt: string
  updatedAt: string
  /** Newest determination, if the case as it stands was determined. */
  determination: DeterminationRecord | null
  /** True when the case was changed after its newest determination. */
  changedSince: boolean
}
/** A decision on record; it speaks only for this party and this version of the listing. */
export type RecordedDisposition = {
  id: string
  party: string
  list: string
  entry: string
  entryHash: string
  decision: 'same-party' | 'not-the-same'
  reason: string
  by: string
  at: string
}
/** A hit of a party of an open case, as the newest screening of all parties found it. */
export type AlertRow = {
  party: CaseParty
  /** The newest of the cases that the party stands in, the newest first. */
  cases: string[]
  /** How many cases it stands in. */
  caseCount: number
  list: string
  entry: string
  entryHash: string
  name: string
  matched: string
  kind: PartyKind
  score: number
  /** The screening before did not find it. */
  news: boolean
  state: 'open' | 'awaiting' | 'same-party' | 'not-the-same'
  decision: RecordedDisposition | null
  /** A decision that waits for a second officer. */
  proposal: RecordedDisposition | null
}
/** A file of results that the program keeps in its data folder, and the name to propose for a copy of it. */
export type ResultFileMade = { path: string; name: string }
/** Alerts by what was decided about them, and how many of the open and awaiting ones are new. */
export type AlertCounts = { open: number; awaiting: number; decided: number; news: number }
/** A screening of all parties: when, how many, against which lists, and what it found. */
export type ScreeningRun = {
  id: number
  at: string
  parties: number
  lists: { id: string; contentDate: string; sha256: string; complete: boolean }[]
  alerts: number
  news: number
}
export type DeterminationRecord = { id: string; case: string; at: string; by: string; answer: Determination }
export type DeterminationRow = { id: string; at: string; by: string; outcome: Verdict; lawAsOf: string; proofHash: string }

export type ListStatus = ListUsed & {
  /** The built-in starter entries, while nothing was imported. */
  starter: boolean
  source: string
  importedAt: string
  ageDays: number
  stale: boolean
  history: ListCopy[]
}
/** The copy of a list that an officer stated to be whole. */
export type WholeList = { list: string; records: number; contentDate: string; sha256: string }
/** A copy of a list that was in force for a time; the newest one still is. */
export type ListCopy = { snapshot: number; contentDate: string; records: number; importedAt: string; source: string; reason: string }
/** An import that began and of which the program did not see the end. */
export type InterruptedImport = { id: number; files: string[]; begunAt: string }
/** What a copy of a list brought against the one before it; `before` is empty for the first copy. */
export type ListChanges = {
  list: string
  contentDate: string
  before: string
  rows: { entry: string; name: string; change: 'added' | 'removed' | 'changed' }[]
}
/** The fields of one listed party that differ, each as lines. */
export type ListChange = { fields: { field: string; before: string[]; after: string[] }[] }
export type ImportReport = {
  file: string
  format: string
  source: string
  contentDate: string
  sha256: string
  records: number
  lists: { id: string; records: number; added: number; removed: number; changed: number }[]
  unchanged: boolean
  warnings: string[]
}
export type EntryRow = { eccn: string; category: string; title: Words; reasons: string[] }
export type EntryView = EntryRow & {
  group: string
  redirect: string
  paragraphs: string[]
  requirements: { rule: string; reason: string; column: string; scope: string; says: string; cite: string; notModelled: boolean }[]
  exceptions: { symbol: string; says: string; cite: string }[]
  source: { pack: string; lawAsOf: string }
}
export type CountryRow = { code: string; name: Words }
export type CountryView = CountryRow & {
  marks: string[]
  columns: string[]
  groups: string[]
  footnotes: string[]
  chart: 'row' | 'pointer' | 'none'
  cite: string
}
export type FactRow = {
  path: string
  type: string
  unit: string
  label: Words
  ask: Words
  why: Words
  help: Words | null
  cite: string
  choices: { value: string; label: Words }[]
  pack: string
}
/** A term of the regulations with its definition in our words. */
export type TermRow = { id: string; name: Words; match: Words[]; says: Words; cite: string }
export type RuleView = {
  id: string
  pack: string
  concludes: string
  says: Words
  cites: string[]
  inForce: { from: string; until?: string }[]
  reviewed: { on: string; against: string }
  reason: string
  column: string
  notModelled: Words[]
}
export type AuditRow = { seq: number; at: string; by: string; action: string; subject: string; detail: string; hash: string }
export type AuditReport = { ok: boolean; records: number; head: string; problems: { seq: number; what: string }[] }
export type ReplayReport = { identical: boolean; difference: string; cause: string }
export type PackStatus = PackUsed & {
  title: Words
  completeFrom: string
  rules: number
  entries: number
  facts: number
  notModelled: number
  /** Content of this origin is weighed in items made elsewhere; empty where the pack does not look at content. */
  contentOrigin: string
  sources: { id: string; title: string; contentDate: string }[]
}
/** A smallest change of facts that gives an item another verdict; `to` is a value, a side of a limit, or any of some countries. */
export type FlipRow = {
  verdict: Verdict
  changes: {
    fact: string
    of: Subject
    from: Value
    to:
      | { kind: 'value'; value: Value }
      | { kind: 'limit'; side: 'at-least' | 'at-most' | 'above' | 'below'; limit: number }
      | { kind: 'countries'; countries: string[] }
  }[]
}
/** One row of an inventory of the law: what of the pack holds it, and why nothing or only a part does. */
export type CoverageRow = { part: string; row: string; cite: string; rules: string[]; why: string }
export type CoveragePart = { part: string; rows: number; held: number; heldWithRemark: number; without: number }
/** A difference between two packs; `details` says which parts of the clause changed, from what and to what. */
export type PackChange = {
  kind: 'rule' | 'list' | 'entry' | 'fact' | 'exception' | 'family'
  change: 'added' | 'removed' | 'changed'
  name: string
  cites: string[]
  details: PackDetail[]
}
export type PackPart =
  | 'says'
  | 'conclusion'
  | 'condition'
  | 'condition-form'
  | 'result'
  | 'dates'
  | 'exceptions'
  | 'policy'
  | 'duties'
  | 'reason'
  | 'prohibition'
  | 'overrides'
  | 'cautions'
  | 'not-modelled'
  | 'family'
  | 'cites'
  | 'values'
  | 'title'
  | 'reasons'
  | 'paragraphs'
  | 'redirect'
  | 'type'
  | 'ask'
  | 'why'
  | 'help'
  | 'choices'
  | 'unclaimed'
  | 'limbs'
  | 'complete-from'
  | 'other'
export type PackDetail = { what: PackPart; before: string; after: string }

/** A clause that makes the difference between two answers: it counts only now, or no longer. */
export type ImpactClause = { rule: string; cite: string; change: 'now' | 'no-longer' }
export type ImpactRow = {
  case: string
  determination: string
  /** The day of the case, and the day on which it was determined. */
  asOf: string
  determinedOn: string
  /** The stored answer; that of the other pack for the same day and knowledge; and that for today. */
  before: Verdict
  then: Verdict
  now: Verdict
  clauses: ImpactClause[]
}
export type ImpactFailure = { case: string; determination: string; why: string }
export type ImpactReport = {
  pack: PackUsed
  /** The day that counts as today. */
  on: string
  counts: { evaluated: number; unchanged: number; wrongThen: number; differNow: number; failed: number }
  byClause: (ImpactClause & { cases: number })[]
  /** Answers that the other pack gives otherwise for the day of the case, as the law was known when they were given. */
  wrongThen: ImpactRow[]
  /** Answers that were the same then and would be others today. */
  differNow: ImpactRow[]
  failed: ImpactFailure[]
}
export type ParameterRow = {
  name: string
  label: Words
  unit: string
  help: Words
  type: 'number' | 'boolean' | 'choice'
  choices: { value: string; label: Words }[]
  usedBy: string[]
}
export type PaletteRow = { kind: 'case' | 'entry' | 'rule' | 'party' | 'country'; id: string; title: Words; detail: string }
export type Preferences = {
  language: 'en' | 'zh'
  theme: 'light' | 'dark' | 'system'
  officer: string
  dataFolder: string
  panes: Record<string, number>
  version: string
  runtime: string
  notices?: { code: 'preferences-damaged'; detail: string }[]
}
export type TraceWords = Record<string, { says: Words; cites: string[] }>

/** Every conclusion about one item, with the words of all that it names. */
export type ProofOfItem = { traces: { conclusion: string; trace: Trace }[]; rules: TraceWords; facts: TraceWords; parameters: TraceWords }

export type Replies = {
  'app:status': {
    version: string
    engine: string
    dataFolder: string
    packs: PackStatus[]
    lists: ListStatus[]
    starterOnly: boolean
    cases: number
    audit: { records: number; head: string }
    today: string
  }
  'case:list': { rows: CaseRow[]; total: number }
  /** With every decision on hits of its parties, oldest first. */
  'case:get': CaseRecord & { dispositions: RecordedDisposition[]; awaiting: RecordedDisposition[] }
  'case:save': { id: string; revision: number }
  'case:archive': { id: string }
  'case:determine': DeterminationRecord
  /** As `case:determine`, without storing anything: for the wizard while the officer types. */
  'case:preview': Determination
  /** The proof of the case as it stands, of nothing that is stored. */
  'case:proof': ProofOfItem
  'case:history': { determinations: DeterminationRow[]; audit: AuditRow[] }
  'case:export': { name: string; content: string }
  'determination:get': DeterminationRecord
  /** The proof for one item with the words of every rule, fact and parameter it names. */
  'determination:trace': ProofOfItem
  'determination:replay': ReplayReport
  /** What would change the answer on one item: one fact, or two. */
  'determination:flips': FlipRow[]
  'party:screen': ScreenAnswer
  'disposition:record': { id: string; awaiting: boolean }
  'alert:list': { run: ScreeningRun | null; counts: AlertCounts; rows: AlertRow[]; total: number; secondOfficer: boolean }
  'alert:export': { job: string }
  'alert:hit': { hit: Hit | null }
  'alert:screen': { job: string }
  'alert:review': { id: string }
  'alert:secondOfficer': { needed: boolean }
  'batch:preview': BatchPreview
  /** The job's id; the summary comes with the end of the job. */
  'batch:run': { job: string }
  /** The batch that is kept, until another one is screened. */
  'batch:newest': { batch: BatchSummary | null }
  /** Where the results stand, for `shell:saveCopy`. */
  'batch:results': { job: string }
  'list:status': { lists: ListStatus[]; starterOnly: boolean; interrupted: InterruptedImport[] }
  'list:forgetInterrupted': Record<string, never>
  /** The job's id; progress and the end come as events. */
  'list:changes': ListChanges
  'list:change': ListChange
  'list:import': { job: string }
  'list:previewOwn': OwnListPreview
  'list:emptyOwn': ImportReport
  'list:stateWhole': WholeList
  'job:cancel': { cancelled: boolean }
  'entry:search': { rows: EntryRow[]; total: number }
  'entry:get': EntryView
  /** For the map and the chart: what the chart rows of the entry say for every destination. */
  'entry:destinations': { code: string; reasons: string[]; state: 'marked' | 'unmarked' | 'elsewhere' | 'unclear' }[]
  /** A bill of materials as read; nothing is stored. */
  'content:read': BomAnswer
  'ownership:read': OwnershipAnswerFile
  'item:classify': ClassifyAnswer
  'item:parameters': { parameters: ParameterRow[]; entries: { eccn: string; paragraphs: { designator: string; says: Words }[] }[] }
  'country:list': CountryRow[]
  'country:get': CountryView
  /** The pack in use, and every pack that the program holds, the newest first. */
  'pack:status': { packs: PackStatus[]; held: PackUsed[] }
  'pack:facts': FactRow[]
  'packs:diff': { before: PackUsed; after: PackUsed; changes: PackChange[] }
  'packs:coverage': { parts: CoveragePart[]; rows: CoverageRow[] }
  /** The signed pack that was installed; it is used from the next start of the program. */
  'packs:install': { pack: PackUsed; publisher: string; key: string; expires: string }
  /** The job's id; progress comes as events, the report with the end of the job. */
  'packs:impact': { job: string }
  'evaluation:run': { job: string }
  'evaluation:explain': { score: number; why: ScorePart[] }
  'pack:terms': TermRow[]
  'rule:search': { rows: RuleView[]; total: number }
  'rule:get': RuleView
  'memo:render': { name: string; pdf: Uint8Array; sha256: string }
  'audit:list': { rows: AuditRow[] }
  'audit:verify': AuditReport
  'palette:search': PaletteRow[]
  'shell:preferences': Preferences
  'shell:setPreferences': Preferences
  'shell:chooseFiles': { files: string[] }
  'shell:chooseDataFolder': { folder: string; restart: boolean }
  'shell:openDataFolder': { opened: boolean }
  'shell:saveCopy': { path: string }
  'shell:saveFile': { path: string }
}
