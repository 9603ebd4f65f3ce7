import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReference } from '#main/database/open.ts'
import { entryChange, snapshotChanges } from './changes.ts'
import { importLists } from './import.ts'
import { beginImport, endImport, interruptedImports } from './interrupted.ts'
import { ensureStarter } from './starter.ts'
import { listStatus } from './status.ts'

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-changes-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const original = readFileSync(join(import.meta.dirname, 'fixtures', 'csl.csv'), 'utf8')
async function take(text: string, day: string): Promise<void> {
  const path = join(folder, `${day}.csv`)
  writeFileSync(path, text)
  await importLists({ database, files: [path], now: `${day}T08:00:00Z`, force: true, reason: 'for the test' })
}
const copies = (list: string) => listStatus(database, { now: '2026-11-21' }).find(({ id }) => id === list)?.history ?? []
const newest = (list: string): number => copies(list)[0]?.snapshot ?? 0

describe('the changes of a copy', () => {
  it('are none for the first complete copy, though the starter list stood before', async () => {
    ensureStarter(database, { now: '2026-11-01T00:00:00Z' })
    await take(original, '2026-11-02')
    expect(snapshotChanges(database, newest('EL'))).toMatchObject({ list: 'EL', before: '', rows: [] })
  })

  it('name the parties that came, went and changed, and say in which fields', async () => {
    await take(original, '2026-11-02')
    const lines = original.split('\n')
    const at = lines.findIndex((line) => line.startsWith('a1,'))
    const gone = lines.findIndex((line) => line.startsWith('a2,'))
    const changed = lines.map((line, index) => (index === at ? line.replace('Presumption of denial', 'Case-by-case review') : line))
    const added = (lines[at] as string).replace('a1,', 'a9,').replace('Redwood Falcon', 'Amber Heron')
    await take([...changed.filter((_, index) => index !== gone), added].join('\n'), '2026-11-03')
    const changes = snapshotChanges(database, newest('EL'))
    expect(changes.rows.map(({ entry, change }) => `${entry} ${change}`).sort()).toEqual(['a1 changed', 'a2 removed', 'a9 added'])
    expect(changes.before).not.toBe('')
    expect(entryChange(database, newest('EL'), 'a1').fields).toEqual([
      { field: 'licencePolicy', before: ['Presumption of denial'], after: ['Case-by-case review'] },
    ])
    expect(entryChange(database, newest('EL'), 'a9').fields).toContainEqual({ field: 'name', before: [], after: ['Amber Heron Electronics Co., Ltd.'] })
    expect(entryChange(database, newest('EL'), 'a2').fields.every(({ after }) => after.length === 0)).toBe(true)
    expect(snapshotChanges(database, newest('SDN')).rows).toEqual([])
    expect(copies('EL').map(({ reason }) => reason)).toEqual(['for the test', 'for the test'])
  })

  it('are refused for a copy or a party that is not there', async () => {
    await take(original, '2026-11-02')
    expect(() => snapshotChanges(database, 999)).toThrow('There is no such copy')
    expect(() => entryChange(database, newest('EL'), 'nobody')).toThrow('No party nobody')
  })
})

describe('an import that was interrupted', () => {
  it('is offered until another try at the same files ends, and never while it runs', () => {
    const first = beginImport(database, ['/b.csv', '/a.csv'], '2026-11-21T08:00:00Z')
    expect(interruptedImports(database, first)).toEqual([])
    expect(interruptedImports(database, undefined)).toEqual([{ id: first, files: ['/a.csv', '/b.csv'], begunAt: '2026-11-21T08:00:00Z' }])
    const again = beginImport(database, ['/a.csv', '/b.csv'], '2026-11-21T09:00:00Z')
    expect(interruptedImports(database, again)).toEqual([])
    endImport(database, again)
    expect(interruptedImports(database, undefined)).toEqual([])
  })
})
