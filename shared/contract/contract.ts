/**
 * The one map between the window and the core: name -> request, reply, kind. Types are inferred from it, the preload
 * exposes exactly these names, and the dispatcher checks every request against its schema. Replies come from our own
 * code and are typed, not parsed.
 */
import { z } from 'zod'
import { BATCH_FORMATS, type BatchSummary, batchColumns } from '../domain/batch.ts'
import { bomRequest } from '../domain/bill-of-materials.ts'
import { caseSchema, dispositionSchema } from '../domain/case.ts'
import { classifyItem } from '../domain/classification.ts'
import { DELIMITERS, OWN_ID, ownList } from '../domain/own-list.ts'
import { ownershipRequest } from '../domain/ownership-file.ts'
import { screenQuery } from '../domain/screening.ts'
import type { EvaluationScores } from '../evaluation/labelled.ts'
import type { ImpactReport, ImportReport, Replies, ResultFileMade, ScreeningRun } from './replies.ts'

const none = z.strictObject({})
const id = z.strictObject({ id: z.string().min(1).max(200) })
const lang = z.enum(['en', 'zh'])
/** For replies that carry names: the language to give them in. */
const spoken = z.strictObject({ lang: lang.default('en') })
const path = z.string().min(1).max(4096)
/** A rule pack: the hash of one that the program holds, a folder, or empty for the one in use. */
const packSource = z.string().max(4096)
const alertFilter = z.strictObject({
  state: z.enum(['open', 'awaiting', 'decided', 'all']).default('open'),
  onlyNews: z.boolean().default(false),
  search: z.string().max(500).default(''),
  order: z.enum(['triage', 'score', 'party']).default('triage'),
})

/** `core`: answered by the core process. `shell`: answered by Electron's main process (dialogs, preferences, windows). */
export const CONTRACT = {
  'app:status': { kind: 'core', request: spoken },
  'case:list': {
    kind: 'core',
    request: z.strictObject({
      search: z.string().max(500).default(''),
      outcome: z.string().max(40).default(''),
      archived: z.boolean().default(false),
      sort: z.enum(['updated', 'title', 'outcome', 'created']).default('updated'),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
  },
  'case:get': { kind: 'core', request: id },
  'case:save': { kind: 'core', request: z.strictObject({ case: caseSchema, revision: z.number().int().min(0) }) },
  'case:archive': { kind: 'core', request: z.strictObject({ id: z.string().min(1).max(200), archived: z.boolean() }) },
  'case:determine': { kind: 'core', request: z.strictObject({ id: z.string().min(1).max(200), lang }) },
  'case:preview': { kind: 'core', request: z.strictObject({ case: caseSchema, lang }) },
  'case:proof': { kind: 'core', request: z.strictObject({ case: caseSchema, item: z.string().max(200) }) },
  'case:history': { kind: 'core', request: id },
  'case:export': { kind: 'core', request: z.strictObject({ ids: z.array(z.string().max(200)).max(10_000), format: z.enum(['json', 'csv']) }) },
  'determination:get': { kind: 'core', request: id },
  'determination:trace': { kind: 'core', request: z.strictObject({ id: z.string().min(1).max(200), item: z.string().max(200) }) },
  'determination:replay': { kind: 'core', request: id },
  'determination:flips': { kind: 'core', request: z.strictObject({ id: z.string().min(1).max(200), item: z.string().max(200) }) },
  'party:screen': { kind: 'core', request: screenQuery },
  'disposition:record': {
    kind: 'core',
    request: z.strictObject({ case: z.string().min(1).max(200), party: z.string().min(1).max(1000), disposition: dispositionSchema }),
  },
  'alert:list': {
    kind: 'core',
    request: alertFilter.extend({ limit: z.number().int().min(0).max(500).default(200), offset: z.number().int().min(0).default(0) }),
  },
  'alert:export': { kind: 'core', request: alertFilter },
  'alert:hit': { kind: 'core', request: z.strictObject({ query: screenQuery, list: z.string().max(40), entry: z.string().max(400) }) },
  'alert:screen': { kind: 'core', request: none },
  'alert:review': {
    kind: 'core',
    request: z.strictObject({ id: z.string().min(1).max(200), agrees: z.boolean(), reason: z.string().min(1).max(20_000), by: z.string().max(200) }),
  },
  'alert:secondOfficer': { kind: 'core', request: z.strictObject({ needed: z.boolean() }) },
  'batch:preview': { kind: 'core', request: z.strictObject({ file: path }) },
  'batch:run': { kind: 'core', request: z.strictObject({ file: path, columns: batchColumns.default([]) }) },
  'batch:newest': { kind: 'core', request: none },
  'batch:results': { kind: 'core', request: z.strictObject({ id: z.string().min(1).max(200), format: z.enum(BATCH_FORMATS), lang }) },
  'list:status': { kind: 'core', request: spoken },
  'list:changes': { kind: 'core', request: z.strictObject({ snapshot: z.number().int().min(1) }) },
  'list:change': { kind: 'core', request: z.strictObject({ snapshot: z.number().int().min(1), entry: z.string().min(1).max(400) }) },
  'list:forgetInterrupted': { kind: 'core', request: z.strictObject({ id: z.number().int().min(1) }) },
  'list:import': {
    kind: 'core',
    request: z.strictObject({
      files: z.array(path).min(1).max(100),
      force: z.boolean().default(false),
      reason: z.string().max(2000).default(''),
      own: ownList.optional(),
    }),
  },
  'list:previewOwn': { kind: 'core', request: z.strictObject({ file: path, delimiter: z.enum(DELIMITERS).optional() }) },
  'list:emptyOwn': { kind: 'core', request: z.strictObject({ list: z.string().regex(OWN_ID), reason: z.string().trim().min(1).max(2000) }) },
  'list:stateWhole': { kind: 'core', request: z.strictObject({ list: z.string().min(1).max(40), reason: z.string().trim().min(1).max(2000) }) },
  'job:cancel': { kind: 'core', request: id },
  'entry:search': {
    kind: 'core',
    request: z.strictObject({
      search: z.string().max(500).default(''),
      category: z.string().max(2).default(''),
      limit: z.number().int().min(1).max(700).default(100),
    }),
  },
  'entry:get': { kind: 'core', request: z.strictObject({ eccn: z.string().min(1).max(40), lang }) },
  'entry:destinations': { kind: 'core', request: z.strictObject({ eccn: z.string().min(1).max(60) }) },
  'content:read': { kind: 'core', request: bomRequest },
  'ownership:read': { kind: 'core', request: ownershipRequest },
  'item:classify': { kind: 'core', request: classifyItem.extend({ lang: lang.default('en') }) },
  'item:parameters': { kind: 'core', request: none },
  'country:list': { kind: 'core', request: none },
  'country:get': { kind: 'core', request: z.strictObject({ code: z.string().length(2) }) },
  'pack:status': { kind: 'core', request: none },
  'pack:facts': { kind: 'core', request: none },
  'pack:terms': { kind: 'core', request: none },
  'packs:coverage': { kind: 'core', request: none },
  'packs:diff': { kind: 'core', request: z.strictObject({ before: packSource.default(''), after: packSource, lang: lang.default('en') }) },
  'packs:install': { kind: 'core', request: z.strictObject({ file: path }) },
  'packs:impact': { kind: 'core', request: z.strictObject({ pack: packSource }) },
  'evaluation:run': { kind: 'core', request: none },
  'evaluation:explain': {
    kind: 'core',
    request: z.strictObject({ name1: z.string().max(1000), name2: z.string().max(1000), kind: z.enum(['person', 'company', 'vessel']) }),
  },
  'rule:search': { kind: 'core', request: z.strictObject({ search: z.string().max(500).default(''), limit: z.number().int().min(1).max(500).default(100) }) },
  'rule:get': { kind: 'core', request: id },
  'memo:render': { kind: 'core', request: z.strictObject({ determination: z.string().min(1).max(200), lang }) },
  'audit:list': {
    kind: 'core',
    request: z.strictObject({
      limit: z.number().int().min(1).max(1000).default(200),
      before: z.number().int().min(0).default(0),
      subject: z.string().max(200).default(''),
    }),
  },
  'audit:verify': { kind: 'core', request: none },
  'palette:search': { kind: 'core', request: z.strictObject({ search: z.string().max(200) }) },
  'shell:preferences': { kind: 'shell', request: none },
  'shell:setPreferences': {
    kind: 'shell',
    request: z.strictObject({
      language: lang.optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      officer: z.string().max(200).optional(),
      panes: z.record(z.string().max(40), z.number()).optional(),
    }),
  },
  'shell:chooseFiles': { kind: 'shell', request: z.strictObject({ purpose: z.enum(['list', 'own-list', 'case', 'batch', 'pack', 'pack-folder']) }) },
  'shell:chooseDataFolder': { kind: 'shell', request: none },
  'shell:openDataFolder': { kind: 'shell', request: none },
  /** A file that the program keeps in its data folder is copied to where the officer wants it. */
  'shell:saveCopy': { kind: 'shell', request: z.strictObject({ name: z.string().min(1).max(200), from: path }) },
  'shell:saveFile': {
    kind: 'shell',
    request: z.strictObject({ name: z.string().min(1).max(200), content: z.union([z.instanceof(Uint8Array), z.string().max(200_000_000)]) }),
  },
} as const satisfies Record<string, { kind: 'core' | 'shell'; request: z.ZodType }>

export type Name = keyof typeof CONTRACT
export type CoreName = { [N in Name]: (typeof CONTRACT)[N]['kind'] extends 'core' ? N : never }[Name]
export type ShellName = Exclude<Name, CoreName>
/** What the caller sends: defaults may be left out. */
export type RequestOf<N extends Name> = z.input<(typeof CONTRACT)[N]['request']>
/** What the handler gets: checked, defaults filled in. */
export type CheckedRequest<N extends Name> = z.output<(typeof CONTRACT)[N]['request']>
export type ReplyOf<N extends Name> = Replies[N]

export const ERROR_CODES = [
  'unknown-name', // no such name in the contract
  'malformed', // the request does not fit its schema
  'not-found', // nothing under that id
  'stale', // the case was changed since it was read
  'bad-input', // a file or field is wrong; detail says what was expected
  'held-back', // a guard refused a list; it may be taken with a reason
  'read-only', // the data folder cannot be written
  'disk-full', // nothing was written
  'from-the-future', // a database newer than this program
  'busy', // another job of this kind runs
  'cancelled', // the officer cancelled the job
  'core-stopped', // the core process died and is being restarted
  'refused', // the caller is not the program's own window
  'failed', // the program failed; detail has the message
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]
export type Reply<N extends Name> = { ok: true; value: ReplyOf<N> } | { ok: false; error: { code: ErrorCode; detail: string } }

/** What a job leaves behind for whoever started it. */
export type JobResult = {
  reports?: ImportReport[]
  impact?: ImpactReport
  screened?: ScreeningRun
  evaluation?: EvaluationScores
  batch?: BatchSummary
  file?: ResultFileMade
}
/** How many lines are done, and how many were so far in a second. */
export type JobPace = { lines: number; perSecond: number }

/** Messages that the core pushes to the window without being asked. */
export type CoreEvent =
  | { event: 'job:progress'; job: string; done: number; total: number; phase: string; pace?: JobPace }
  | ({
      event: 'job:done'
      job: string
      ok: boolean
      code: ErrorCode | ''
      detail: string
      reports: ImportReport[]
    } & JobResult)
  | { event: 'lists:changed' }
  | { event: 'cases:changed' }
  | { event: 'core:state'; state: 'starting' | 'ready' | 'restarted' | 'failed'; detail: string }
  | { event: 'menu'; command: string }
  | { event: 'preferences'; language: 'en' | 'zh'; theme: 'light' | 'dark' | 'system' }
