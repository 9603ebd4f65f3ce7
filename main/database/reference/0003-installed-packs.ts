/**
 * Rule packs installed from signed files, with the file itself: it can be verified and compiled again by a later program.
 * Never changed and never deleted, so that an old determination finds its pack.
 */
import type { Migration } from '#main/database/migration.ts'

export const installedPacks: Migration = {
  version: 3,
  sql: `
    CREATE TABLE installed_pack (
      sha256 TEXT NOT NULL PRIMARY KEY,
      id TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      publisher TEXT NOT NULL,
      key TEXT NOT NULL,
      expires TEXT NOT NULL,
      installed_at TEXT NOT NULL,
      file BLOB NOT NULL
    ) STRICT;
    CREATE INDEX installed_pack_by_id ON installed_pack (id, sequence);

    CREATE TRIGGER installed_pack_kept BEFORE DELETE ON installed_pack BEGIN SELECT RAISE(ABORT, 'installed packs are kept'); END;
    CREATE TRIGGER installed_pack_fixed BEFORE UPDATE ON installed_pack BEGIN SELECT RAISE(ABORT, 'installed packs do not change'); END;
  `,
}
