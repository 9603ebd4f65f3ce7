/**
 * Officers' decisions on screening hits. Only added: a later decision on the same hit stands before the earlier one,
 * which stays readable. Bound to the party's name and to the content of the listing as it was decided on.
 */
import type { Migration } from '#main/database/migration.ts'

export const dispositions: Migration = {
  version: 3,
  sql: `
    CREATE TABLE disposition (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      party TEXT NOT NULL,
      list TEXT NOT NULL,
      entry TEXT NOT NULL,
      entry_hash TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('same-party', 'not-the-same')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      by TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX disposition_by_case ON disposition (case_id, party, seq);
    CREATE INDEX disposition_by_party ON disposition (party, list, entry, seq);

    CREATE TRIGGER disposition_no_update BEFORE UPDATE ON disposition
    BEGIN SELECT RAISE(ABORT, 'decisions on hits are only added'); END;
    CREATE TRIGGER disposition_no_delete BEFORE DELETE ON disposition
    BEGIN SELECT RAISE(ABORT, 'decisions on hits are only added'); END;
  `,
}
