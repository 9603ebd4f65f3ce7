/** The casebook's face for the service: everything about cases, determinations and decisions, over one database and chain. */
import type { CaseRecord, CaseRow, DeterminationRecord, DeterminationRow } from '#shared/contract/replies.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { allCaseIds, archiveCase, type CaseQuery, countCases, getCase, getRevision, listCases, saveCase } from './cases.ts'
import {
  determinationHistory,
  getDetermination,
  type NewDetermination,
  newestDetermination,
  newestSequence,
  type StoredDetermination,
  storeDetermination,
} from './determinations.ts'
import { decisionsFor, dispositionsOfCase, dispositionsOfParty, type NewDisposition, recordDisposition, type StoredDisposition } from './dispositions.ts'
import { type Exported, exportCases } from './export.ts'
import type { Ports, Signature } from './ports.ts'

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
    record: (made: NewDisposition, signature: Signature) => { id: string }
    ofCase: (caseId: string) => StoredDisposition[]
    ofParty: (caseId: string, party: string) => StoredDisposition[]
    decisionsFor: (caseId: string, party: string, hits: readonly Pick<Hit, 'list' | 'entry' | 'entryHash'>[]) => StoredDisposition[]
  }
}

/** Puts casework together over an open casebook. It reads no clock: each change is given who made it and when. */
export function openCasework(ports: Ports): Casework {
  const { database } = ports
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
      ofParty: (caseId, party) => dispositionsOfParty(database, caseId, party),
      decisionsFor: (caseId, party, hits) => decisionsFor(database, caseId, party, hits),
    },
  }
}
