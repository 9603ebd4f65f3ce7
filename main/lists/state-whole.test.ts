/** A list made of announcements: incomplete until an officer states that it is whole, and again after the next announcement. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReference } from '#main/database/open.ts'
import { importLists } from './import.ts'
import { heldLists, prepareLists, STARTER_FORMAT, writeSnapshots } from './snapshots.ts'
import { ensureStarter } from './starter.ts'
import { stateWhole } from './state-whole.ts'
import { isStarterOnly, listStatus } from './status.ts'

const NOW = '2031-12-21T08:00:00Z'
const SENTENCE = join(import.meta.dirname, 'fixtures', 'china', 'sentence.txt')
const LIST = 'CN-UEL'

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-whole-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const take = async (file: string) => (await importLists({ database, files: [file], now: NOW }))[0]
/** The announcement again under another number. */
function another(number: number): string {
  const path = join(folder, `${number}.txt`)
  writeFileSync(path, readFileSync(SENTENCE, 'utf8').replaceAll('〔2031〕7号', `〔2031〕${number}号`))
  return path
}
const held = () => {
  const list = heldLists(database).get(LIST)
  return [list?.records, list?.complete]
}
const state = (more: object = {}) =>
  stateWhole(database, { list: LIST, reason: 'compared with the index of the ministry', by: 'A. Officer', now: NOW, ...more })

describe('a list made of announcements', () => {
  it('is held, but not complete, and says so', async () => {
    expect((await take(SENTENCE))?.warnings.join()).toContain('announcements are no whole list')
    expect(held()).toEqual([4, false])
    const status = listStatus(database, { now: NOW })
    expect(status).toMatchObject([{ id: LIST, complete: false, starter: false, history: [{ records: 4 }] }])
    expect(isStarterOnly(status)).toBe(true)
  })

  it('is complete by the word of an officer, until another announcement comes', async () => {
    await take(SENTENCE)
    expect(state()).toMatchObject({ list: LIST, records: 4, contentDate: '2031-05-02' })
    expect(held()).toEqual([4, true])
    expect(listStatus(database, { now: NOW })[0]?.history.map(({ records, reason }) => [records, reason])).toEqual([
      [4, 'compared with the index of the ministry'],
      [4, ''],
    ])
    expect(await take(SENTENCE)).toMatchObject({ unchanged: true, records: 4, lists: [{ id: LIST, records: 4, added: 0, removed: 0, changed: 0 }] })
    expect(held()).toEqual([4, true])
    expect((await take(another(8)))?.lists).toEqual([{ id: LIST, records: 8, added: 4, removed: 0, changed: 0 }])
    expect(held()).toEqual([8, false])
    expect(await take(SENTENCE)).toMatchObject({ unchanged: true, records: 8 })
    expect(state()).toMatchObject({ records: 8 })
    expect(await take(another(8))).toMatchObject({ unchanged: true, records: 8 })
    expect(held()).toEqual([8, true])
  })

  it('is not made complete without an officer, a reason or anything imported, nor twice', async () => {
    expect(() => state()).toThrow('Nothing imported is held')
    ensureStarter(database, { now: NOW })
    expect(() => state({ list: 'EL' })).toThrow('Nothing imported is held')
    await take(SENTENCE)
    expect(() => state({ by: ' ' })).toThrow('name of the officer')
    expect(() => state({ reason: ' ' })).toThrow('needs a reason')
    expect(held()).toEqual([4, false])
    state()
    expect(() => state()).toThrow('complete already')
  })

  it('stays in force when the program brings a newer starter list', async () => {
    await take(SENTENCE)
    const starter = prepareLists([], () => {})
    expect(starter).toEqual([])
    const content = heldLists(database).get(LIST)
    writeSnapshots(database, {
      sha256: 'f'.repeat(64),
      format: STARTER_FORMAT,
      source: 'starter',
      files: [],
      contentDate: '2031-12-01',
      importedAt: NOW,
      reason: '',
      complete: false,
      lists: [{ id: LIST, entries: [], sha256: 'e'.repeat(64) }],
    })
    expect(heldLists(database).get(LIST)).toEqual(content)
  })
})
