/** How a snapshot of a list differs from the one before it, party by party and field by field. */
import type { Database } from 'better-sqlite3'
import type { ListChange, ListChanges } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { entryOfBody } from './entry-hash.ts'
import { STARTER_FORMAT } from './snapshots.ts'

type Row = { entry: string; name: string }

/** Parties of one content that do not stand in another exactly so, by their id. */
const ONLY_IN = `SELECT e.entry, json_extract(e.body, '$.name') AS name
                   FROM (SELECT entry FROM list_member WHERE content = ? EXCEPT SELECT entry FROM list_member WHERE content = ?) AS m
                   JOIN list_entry e ON e.id = m.entry`

/**
 * What `snapshot` added, removed and changed against the snapshot of its list that was in force before, in the order of
 * names. The first complete one has nothing before it: the starter list is no copy of the official one.
 * Throws InputError `not-found` when there is no such snapshot.
 */
export function snapshotChanges(database: Database, snapshot: number): ListChanges {
  const [after, before] = pair(database, snapshot)
  const facts = { list: after.list, contentDate: after.contentDate, before: before?.contentDate ?? '' }
  if (before === undefined) return { ...facts, rows: [] }
  const only = database.prepare(ONLY_IN)
  const come = only.all(after.content, before.content) as Row[]
  const gone = new Map((only.all(before.content, after.content) as Row[]).map((row) => [row.entry, row]))
  const rows: ListChanges['rows'] = come.map((row) => ({ ...row, change: gone.delete(row.entry) ? 'changed' : 'added' }))
  for (const row of gone.values()) rows.push({ ...row, change: 'removed' })
  return { ...facts, rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.entry < b.entry ? -1 : 1)) }
}

/**
 * The fields of a party that differ between `snapshot` and the one before it; for a party that came or went, all its fields
 * against nothing. Throws InputError `not-found` when neither snapshot has the party.
 */
export function entryChange(database: Database, snapshot: number, entry: string): ListChange {
  const [after, before] = pair(database, snapshot)
  const read = database.prepare('SELECT e.body FROM list_member m JOIN list_entry e ON e.id = m.entry WHERE m.content = ? AND e.entry = ?').pluck()
  const body = (content: number | undefined) => (content === undefined ? undefined : (read.get(content, entry) as string | undefined))
  const [now, then] = [body(after.content), body(before?.content)]
  if (now === undefined && then === undefined) throw new InputError('not-found', `No party ${entry} stands in this copy of ${after.list} or the one before it.`)
  const [left, right] = [fieldsOf(then), fieldsOf(now)]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return {
    fields: names
      .map((field) => ({ field, before: left.get(field) ?? [], after: right.get(field) ?? [] }))
      .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after)),
  }
}

type Held = { list: string; content: number; contentDate: string }

/** A snapshot and the imported one of its list before it. */
function pair(database: Database, snapshot: number): [Held, Held | undefined] {
  const columns = 'SELECT list, content, content_date AS contentDate FROM list_snapshot'
  const after = database.prepare(`${columns} WHERE id = ?`).get(snapshot) as Held | undefined
  if (after === undefined) throw new InputError('not-found', 'There is no such copy of a list.')
  const before = database
    .prepare(`${columns} WHERE list = ? AND id < ? AND import NOT IN (SELECT id FROM list_import WHERE format = ?) ORDER BY id DESC LIMIT 1`)
    .get(after.list, snapshot, STARTER_FORMAT)
  return [after, before as Held | undefined]
}

/** Every field of a body as lines of text, the official fields that have no place of their own by their own names. */
function fieldsOf(body: string | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>()
  if (body === undefined) return found
  const { list: _list, entry: _entry, fields = {}, relations = [], suspensions = [], ...rest } = entryOfBody(body)
  for (const [name, value] of Object.entries(rest)) {
    const lines = (Array.isArray(value) ? value : [value]).map(String).filter((line) => line !== '')
    if (lines.length > 0) found.set(name, lines)
  }
  if (relations.length > 0)
    found.set(
      'relations',
      relations.map(({ says, name }) => `${says}: ${name}`),
    )
  if (suspensions.length > 0)
    found.set(
      'suspensions',
      suspensions.map(({ from, until, citation }) => `${from} – ${until} ${citation}`),
    )
  for (const [name, value] of Object.entries(fields)) found.set(`fields.${name}`, [value])
  return found
}
