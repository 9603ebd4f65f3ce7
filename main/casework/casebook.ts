/** The casebook's face for the service: everything about cases, determinations and decisions, over one database and chain. */
import type { AlertCounts, AlertRow, CaseRecord, CaseRow, DeterminationRecord, DeterminationRow, ScreeningRun } from '#shared/contract/replies.ts'
import type { CaseFile, CaseParty } from '#shared/domain/case.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { type AlertFilter, alertCounts, alertPage } from './alert-queue.ts'
import { settleUnread } from './alert-states.ts'
import { type KnownParty, knownParties, newestRun, type RunOrder, storeRun } from './alerts.ts'
import { allCaseIds, archiveCase, type CaseQuery, countCases, getCase, getRevision, listCases, saveCase } from './cases.ts'
import type { StoredDisposition } from './decision-table.ts'
import { decisionsFor } from './decisions-for.ts'
import {
  determinationHistory,
  getDetermination,
  type NewDetermination,
  newestDetermination,
  newestSequence,
  type StoredDetermination,
  storeDetermination,
} from './determinations.ts'
import { dispositionsOfCase, type NewDisposition, recordDisposition } from './dispositions.ts'
import { type Exported, exportCases } from './export.ts'
import type { Ports, Signature } from './ports.ts'
import { type ProposalReview, proposalsAwaiting, reviewProposal, secondOfficerNeeded, setSecondOfficer } from './second-officer.ts'

export type Casework = {
  cases: {
    save: (file: CaseFile, revision: number, signature: Signature) => { id: string; revision: number }
    get: (id: string) => CaseRecord
    revision: (id: string, revision: number) => CaseFile
    list: (query: CaseQuery) => { rows: CaseRow[]; total: number }
    archive: (id: string, archived: boolean, signature: Signature) => { id: string }
    count: () => number
    ids: () => string[]
    export: (ids: readonly string[], format: 'json' | 'csv') => Exported
  }
  determinations: {
    store: (made: NewDetermination, signature: Signature) => DeterminationRecord
    get: (id: string) => StoredDetermination
    newest: (caseId: string) => DeterminationRecord | null
    history: (caseId: string) => DeterminationRow[]
    newestSequence: () => number[]
  }
  dispositions: {
    record: (made: NewDisposition, signature: Signature) => { id: string; awaiting: boolean }
    review: (review: ProposalReview, signature: Signature) => { id: string }
    awaiting: (caseId: string) => StoredDisposition[]
    secondOfficerNeeded: () => boolean
    setSecondOfficer: (needed: boolean, signature: Signature) => void
    ofCase: (caseId: string) => StoredDisposition[]
    decisionsFor: (caseId: string, party: CaseParty, hits: readonly Pick<Hit, 'list' | 'entry' | 'entryHash'>[]) => StoredDisposition[]
  }
  alerts: {
    parties: (giveWay: () => Promise<void>) => Promise<KnownParty[]>
    store: (order: RunOrder) => Promise<ScreeningRun>
    run: () => ScreeningRun | undefined
    counts: () => AlertCounts
    page: (filter: AlertFilter, page: { limit: number; offset: number }) => { rows: AlertRow[]; total: number }
  }
}

/** Puts casework together over an open casebook. It reads no clock: each change is given who made it and when. */
export function openCasework(ports: Ports): Casework {
  const { database } = ports
  settleUnread(database)
  return {
    cases: {
      save: (file, revision, signature) => saveCase(ports, file, revision, signature),
      get: (id) => getCase(database, id),
      revision: (id, revision) => getRevision(database, id, revision),
      list: (query) => listCases(database, query),
      archive: (id, archived, signature) => archiveCase(ports, id, archived, signature),
      count: () => countCases(database),
      ids: () => allCaseIds(database),
      export: (ids, format) => exportCases(database, ids, format),
    },
    determinations: {
      store: (made, signature) => storeDetermination(ports, made, signature),
      get: (id) => getDetermination(database, id),
      newest: (caseId) => newestDetermination(database, caseId),
      history: (caseId) => determinationHistory(database, caseId),
      newestSequence: () => newestSequence(database),
    },
    dispositions: {
      record: (made, signature) => recordDisposition(ports, made, signature),
      ofCase: (caseId) => dispositionsOfCase(database, caseId),
      review: (review, signature) => reviewProposal(ports, review, signature),
      awaiting: (caseId) => proposalsAwaiting(database, caseId),
      secondOfficerNeeded: () => secondOfficerNeeded(database),
      setSecondOfficer: (needed, signature) => setSecondOfficer(ports, needed, signature),
      decisionsFor: (caseId, party, hits) => decisionsFor(database, caseId, party, hits),
    },
    alerts: {
      parties: (giveWay) => knownParties(database, giveWay),
      store: (order) => storeRun(ports, order),
      run: () => newestRun(database),
      counts: () => alertCounts(database),
      page: (filter, page) => alertPage(database, filter, page),
    },
  }
}
