/** Imports that were begun: one that the program did not see end is offered again at the next start. */
import type { Migration } from '#main/database/migration.ts'

export const interruptedImports: Migration = {
  version: 4,
  sql: `
    CREATE TABLE begun_import (
      id INTEGER PRIMARY KEY,
      files TEXT NOT NULL,
      begun_at TEXT NOT NULL
    ) STRICT;
  `,
}
