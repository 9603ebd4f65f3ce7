/** How an officer's own list was read from its columns the last time, by the heading of the file. */
import type { Migration } from '#main/database/migration.ts'

export const ownLists: Migration = {
  version: 5,
  sql: `
    CREATE TABLE own_list_order (
      heading TEXT PRIMARY KEY,
      own TEXT NOT NULL,
      used_at TEXT NOT NULL
    ) STRICT;
  `,
}
