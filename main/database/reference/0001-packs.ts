/**
 * Rule packs as compiled by the loader, and the words of their entries and rules for searching. A pack is addressed by
 * the hash of its source; several may stand side by side, one of each id is current. A pack's content never changes.
 */
import type { Migration } from '#main/database/migration.ts'

export const packs: Migration = {
  version: 1,
  sql: `
    CREATE TABLE pack (
      sha256 TEXT NOT NULL PRIMARY KEY,
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      law_as_of TEXT NOT NULL,
      compiled_at TEXT NOT NULL,
      compiled TEXT NOT NULL,
      current INTEGER NOT NULL DEFAULT 0 CHECK (current IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX pack_current ON pack (id) WHERE current = 1;
    CREATE INDEX pack_by_id ON pack (id, sequence);

    CREATE TRIGGER pack_is_immutable BEFORE UPDATE OF sha256, id, version, sequence, law_as_of, compiled ON pack
    BEGIN SELECT RAISE(ABORT, 'a compiled rule pack is never changed'); END;

    CREATE VIRTUAL TABLE entry_search USING fts5 (pack UNINDEXED, eccn, en, zh, tokenize = 'trigram');
    CREATE VIRTUAL TABLE rule_search USING fts5 (pack UNINDEXED, id, cites, en, zh, tokenize = 'trigram');
  `,
}
