/** What casework is given from outside: the database, the audit chain and a source of ids. It has no clock of its own. */
import type { Database } from 'better-sqlite3'

export type AuditHead = { seq: number; hash: string }
export type AuditEntry = {
  at: string
  by: string
  action: string
  subject: string
  detail: Record<string, unknown>
  row?: { table: 'case_revision' | 'determination' | 'disposition' | 'proposal' | 'proposal_review'; key: (string | number)[] }
}
export type Ports = {
  database: Database
  audit: {
    head: () => AuditHead
    /** Called inside the transaction of the change that it records. */
    record: (entry: AuditEntry) => AuditHead
    /** Called after the commit. */
    committed: () => void
  }
  /** A new id, unique in the casebook. */
  newId: () => string
}
/** Who makes a change and when (ISO date and time). */
export type Signature = { by: string; at: string }

/** Runs a change in one transaction that also holds its audit record, and tells the chain when it is stored. */
export function change<T>(ports: Ports, work: () => T): T {
  const result = ports.database.transaction(work).immediate()
  ports.audit.committed()
  return result
}
