/** Copies made of single announcements were taken for complete; nobody has stated that they are. */
import type { Migration } from '#main/database/migration.ts'

export const announcements: Migration = {
  version: 6,
  sql: `
    DROP TRIGGER list_snapshot_fixed;
    UPDATE list_snapshot SET complete = 0 WHERE import IN (SELECT id FROM list_import WHERE format = 'cn-announcement');
    CREATE TRIGGER list_snapshot_fixed BEFORE UPDATE ON list_snapshot BEGIN SELECT RAISE(ABORT, 'snapshots do not change'); END;
  `,
}
