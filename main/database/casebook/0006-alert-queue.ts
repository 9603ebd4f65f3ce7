/**
 * The queue of alerts holds what its pages are read and sorted by, so that no page needs all alerts: the state of each, kept up
 * with the decisions, and its place in the order of triage. A run is written beside the one before, which stays until the next.
 * Alerts can be made again at any time; those of the newest run are carried over, their state is read anew at the next opening.
 */
import type { Migration } from '#main/database/migration.ts'

export const alertQueue: Migration = {
  version: 6,
  sql: `
    ALTER TABLE screened_party RENAME TO old_party;
    ALTER TABLE screening_alert RENAME TO old_alert;
    DROP INDEX screening_alert_by_run;

    ALTER TABLE screening_run ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE screening_run ADD COLUMN news INTEGER NOT NULL DEFAULT 0;
    UPDATE screening_run SET
      alerts = (SELECT count(*) FROM old_alert WHERE last_run = screening_run.id),
      news = (SELECT count(*) FROM old_alert WHERE last_run = screening_run.id AND first_run = last_run);

    CREATE TABLE screened_party (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL,
      key TEXT NOT NULL,
      name_key TEXT NOT NULL,
      party TEXT NOT NULL CHECK (json_valid(party)),
      cases TEXT NOT NULL CHECK (json_valid(cases)),
      newest_cases TEXT NOT NULL CHECK (json_valid(newest_cases)),
      case_count INTEGER NOT NULL,
      search TEXT NOT NULL,
      UNIQUE (run, key)
    ) STRICT;
    CREATE INDEX screened_party_by_name ON screened_party (name_key);

    CREATE TABLE screening_alert (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL,
      party INTEGER NOT NULL REFERENCES screened_party (id),
      list TEXT NOT NULL,
      entry TEXT NOT NULL,
      entry_hash TEXT NOT NULL,
      name TEXT NOT NULL,
      matched TEXT NOT NULL,
      kind TEXT NOT NULL,
      score REAL NOT NULL,
      news INTEGER NOT NULL CHECK (news IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('', 'open', 'awaiting', 'same-party', 'not-the-same')),
      decision TEXT NOT NULL DEFAULT '',
      proposal TEXT NOT NULL DEFAULT '',
      place INTEGER NOT NULL,
      kind_rank INTEGER NOT NULL,
      party_sort TEXT NOT NULL,
      more_cases INTEGER NOT NULL CHECK (more_cases IN (0, 1)),
      search TEXT NOT NULL,
      UNIQUE (party, list, entry, entry_hash)
    ) STRICT;
    CREATE INDEX screening_alert_triage ON screening_alert (run, state, place, kind_rank, score DESC, party_sort, id, news);

    INSERT INTO screened_party (run, key, name_key, party, cases, newest_cases, case_count, search)
      SELECT (SELECT max(id) FROM screening_run), key, json_extract(key, '$.name'), party, cases,
             (SELECT json_group_array(value) FROM (SELECT value FROM json_each(cases) ORDER BY json_each.key LIMIT 20)), json_array_length(cases), lower(cases)
        FROM old_party WHERE EXISTS (SELECT 1 FROM screening_run);
    INSERT INTO screening_alert (run, party, list, entry, entry_hash, name, matched, kind, score, news, state, place, kind_rank, party_sort, more_cases, search)
      SELECT p.run, p.id, a.list, a.entry, a.entry_hash, a.name, a.matched, a.kind, a.score, a.first_run = a.last_run, '', 0, 1, lower(p.name_key), 1,
             lower(p.name_key || ' ' || a.name || ' ' || a.matched || ' ' || a.list)
        FROM old_alert a JOIN screened_party p ON p.key = a.party_key WHERE a.last_run = p.run;
    DROP TABLE old_alert;
    DROP TABLE old_party;

    CREATE INDEX proposal_by_party ON proposal (party, list, entry, seq);
    CREATE INDEX audit_record_action ON audit_record (action, seq);
  `,
}
