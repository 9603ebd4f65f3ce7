/** The audit chain: one record for each change, each naming the hash of the one before. Only added. */
import type { Migration } from '#main/database/migration.ts'

export const audit: Migration = {
  version: 4,
  sql: `
    CREATE TABLE audit_record (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      prev TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX audit_record_subject ON audit_record (subject, seq);

    CREATE TRIGGER audit_record_no_update BEFORE UPDATE ON audit_record
    BEGIN SELECT RAISE(ABORT, 'audit records are only added'); END;
    CREATE TRIGGER audit_record_no_delete BEFORE DELETE ON audit_record
    BEGIN SELECT RAISE(ABORT, 'audit records are only added'); END;
  `,
}
