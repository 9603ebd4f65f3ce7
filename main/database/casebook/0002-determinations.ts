/**
 * Determinations: what was evaluated, by which packs, lists and engine, with what answer and proof. Only added. The
 * proof is gzip of canonical JSON. `audit_seq` and `audit_head` name the end of the audit chain just before the
 * determination, so that a chain cut shorter than that is found out.
 */
import type { Migration } from '#main/database/migration.ts'

export const determinations: Migration = {
  version: 2,
  sql: `
    CREATE TABLE determination (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL,
      case_revision INTEGER NOT NULL,
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      as_of TEXT NOT NULL,
      law_as_of TEXT NOT NULL,
      outcome TEXT NOT NULL,
      engine TEXT NOT NULL,
      packs TEXT NOT NULL CHECK (json_valid(packs)),
      lists TEXT NOT NULL CHECK (json_valid(lists)),
      facts_hash TEXT NOT NULL,
      proof_hash TEXT NOT NULL,
      audit_seq INTEGER NOT NULL,
      audit_head TEXT NOT NULL,
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      answer TEXT NOT NULL CHECK (json_valid(answer)),
      proof BLOB NOT NULL,
      FOREIGN KEY (case_id, case_revision) REFERENCES case_revision (case_id, revision)
    ) STRICT;
    CREATE INDEX determination_by_case ON determination (case_id, seq);

    CREATE TRIGGER determination_no_update BEFORE UPDATE ON determination
    BEGIN SELECT RAISE(ABORT, 'determinations are only added'); END;
    CREATE TRIGGER determination_no_delete BEFORE DELETE ON determination
    BEGIN SELECT RAISE(ABORT, 'determinations are only added'); END;

    ALTER TABLE case_file ADD COLUMN determination TEXT NOT NULL DEFAULT '';
    ALTER TABLE case_file ADD COLUMN changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1));
  `,
}
