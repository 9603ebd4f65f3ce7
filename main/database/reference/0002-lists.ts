/**
 * The lists: each version of a listed party once, the content of a list as a set of such versions, and snapshots that say
 * from which file and of which date a content is. Nothing is ever changed or deleted, so that an old answer can be told
 * from the same bytes; the newest snapshot of a list is the one in force.
 */
import type { Migration } from '#main/database/migration.ts'

export const lists: Migration = {
  version: 2,
  sql: `
    CREATE TABLE list_import (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      format TEXT NOT NULL,
      source TEXT NOT NULL,
      files TEXT NOT NULL,
      content_date TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      records INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX list_import_sha256 ON list_import (sha256);

    CREATE TABLE list_entry (
      id INTEGER PRIMARY KEY,
      list TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      entry TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE list_content (
      id INTEGER PRIMARY KEY,
      list TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      records INTEGER NOT NULL,
      UNIQUE (list, sha256)
    ) STRICT;

    CREATE TABLE list_member (
      content INTEGER NOT NULL REFERENCES list_content (id),
      entry INTEGER NOT NULL REFERENCES list_entry (id),
      PRIMARY KEY (content, entry)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE list_snapshot (
      id INTEGER PRIMARY KEY,
      list TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES list_content (id),
      import INTEGER NOT NULL REFERENCES list_import (id),
      content_date TEXT NOT NULL,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1))
    ) STRICT;
    CREATE INDEX list_snapshot_list ON list_snapshot (list, complete, id);

    CREATE TRIGGER list_import_kept BEFORE DELETE ON list_import BEGIN SELECT RAISE(ABORT, 'imports are kept'); END;
    CREATE TRIGGER list_import_fixed BEFORE UPDATE ON list_import BEGIN SELECT RAISE(ABORT, 'imports do not change'); END;
    CREATE TRIGGER list_entry_kept BEFORE DELETE ON list_entry BEGIN SELECT RAISE(ABORT, 'listed parties are kept'); END;
    CREATE TRIGGER list_entry_fixed BEFORE UPDATE ON list_entry BEGIN SELECT RAISE(ABORT, 'listed parties do not change'); END;
    CREATE TRIGGER list_content_kept BEFORE DELETE ON list_content BEGIN SELECT RAISE(ABORT, 'contents are kept'); END;
    CREATE TRIGGER list_content_fixed BEFORE UPDATE ON list_content BEGIN SELECT RAISE(ABORT, 'contents do not change'); END;
    CREATE TRIGGER list_member_kept BEFORE DELETE ON list_member BEGIN SELECT RAISE(ABORT, 'contents are kept'); END;
    CREATE TRIGGER list_snapshot_kept BEFORE DELETE ON list_snapshot BEGIN SELECT RAISE(ABORT, 'snapshots are kept'); END;
    CREATE TRIGGER list_snapshot_fixed BEFORE UPDATE ON list_snapshot BEGIN SELECT RAISE(ABORT, 'snapshots do not change'); END;
  `,
}
