/**
 * Decisions that wait for a second officer, and what that officer said. Both are only added; what was agreed to becomes a
 * decision of its own. Beside them the alerts of the newest screening of all parties, which can be made again at any time.
 */
import type { Migration } from '#main/database/migration.ts'

export const secondOfficer: Migration = {
  version: 5,
  sql: `
    CREATE TABLE proposal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      party TEXT NOT NULL,
      list TEXT NOT NULL,
      entry TEXT NOT NULL,
      entry_hash TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('same-party', 'not-the-same')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      by TEXT NOT NULL CHECK (by <> ''),
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX proposal_by_case ON proposal (case_id, party, seq);

    CREATE TABLE proposal_review (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      proposal TEXT NOT NULL UNIQUE REFERENCES proposal (id),
      agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
      reason TEXT NOT NULL CHECK (reason <> ''),
      by TEXT NOT NULL CHECK (by <> ''),
      at TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER proposal_no_update BEFORE UPDATE ON proposal
    BEGIN SELECT RAISE(ABORT, 'proposed decisions are only added'); END;
    CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal
    BEGIN SELECT RAISE(ABORT, 'proposed decisions are only added'); END;
    CREATE TRIGGER proposal_review_no_update BEFORE UPDATE ON proposal_review
    BEGIN SELECT RAISE(ABORT, 'reviews of decisions are only added'); END;
    CREATE TRIGGER proposal_review_no_delete BEFORE DELETE ON proposal_review
    BEGIN SELECT RAISE(ABORT, 'reviews of decisions are only added'); END;

    CREATE TABLE screening_run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      parties INTEGER NOT NULL,
      lists TEXT NOT NULL
    ) STRICT;

    CREATE TABLE screened_party (
      key TEXT NOT NULL PRIMARY KEY,
      party TEXT NOT NULL,
      cases TEXT NOT NULL
    ) STRICT;

    CREATE TABLE screening_alert (
      party_key TEXT NOT NULL,
      list TEXT NOT NULL,
      entry TEXT NOT NULL,
      entry_hash TEXT NOT NULL,
      name TEXT NOT NULL,
      matched TEXT NOT NULL,
      kind TEXT NOT NULL,
      score REAL NOT NULL,
      first_run INTEGER NOT NULL,
      last_run INTEGER NOT NULL,
      PRIMARY KEY (party_key, list, entry, entry_hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX screening_alert_by_run ON screening_alert (last_run);
  `,
}
