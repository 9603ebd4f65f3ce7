/**
 * Cases. `case_file` has one row a case with what lists and filters need; `case_revision` keeps the whole case as it
 * was at each save and only grows.
 */
import type { Migration } from '#main/database/migration.ts'

export const cases: Migration = {
  version: 1,
  sql: `
    CREATE TABLE case_file (
      id TEXT NOT NULL PRIMARY KEY,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      title TEXT NOT NULL,
      destination TEXT NOT NULL,
      items INTEGER NOT NULL,
      parties TEXT NOT NULL,
      outcome TEXT NOT NULL DEFAULT '',
      title_key TEXT NOT NULL,
      search TEXT NOT NULL
    ) STRICT;
    CREATE INDEX case_file_updated ON case_file (archived, updated_at DESC, id);
    CREATE INDEX case_file_created ON case_file (archived, created_at DESC, id);
    CREATE INDEX case_file_title ON case_file (archived, title_key, id);
    CREATE INDEX case_file_outcome ON case_file (archived, outcome, updated_at DESC, id);

    CREATE TABLE case_revision (
      case_id TEXT NOT NULL REFERENCES case_file (id),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      title TEXT NOT NULL,
      destination TEXT NOT NULL,
      items INTEGER NOT NULL,
      parties TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (case_id, revision)
    ) STRICT;

    CREATE TRIGGER case_revision_no_update BEFORE UPDATE ON case_revision
    BEGIN SELECT RAISE(ABORT, 'revisions of a case are only added'); END;
    CREATE TRIGGER case_revision_no_delete BEFORE DELETE ON case_revision
    BEGIN SELECT RAISE(ABORT, 'revisions of a case are only added'); END;
    CREATE TRIGGER case_file_no_delete BEFORE DELETE ON case_file
    BEGIN SELECT RAISE(ABORT, 'a case is archived, never deleted'); END;
  `,
}
