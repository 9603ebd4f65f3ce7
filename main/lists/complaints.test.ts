/**
 * What users of other programs complained of in public about lists, each as what must happen here. That a refused import leaves
 * nothing behind, whatever was wrong, is held for each format by `TestImport.refusal` and in `import.test.ts`, bad and hostile files.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIndex, screen } from '#main/screening/screen.ts'
import { snapshotChanges } from './changes.ts'
import { loadCurrentEntries } from './current.ts'
import { type TestImport, testImport } from './development/test-import.ts'
import { listStatus } from './status.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const CSL = readFileSync(join(FIXTURES, 'csl.csv'), 'utf8')
let test: TestImport
beforeEach(() => {
  test = testImport()
})
afterEach(() => test.close())

function found(name: string): string[] {
  const { entries, lists } = loadCurrentEntries(test.database)
  return screen(buildIndex(entries, lists), { name }).hits.map((hit) => hit.list)
}

describe('complaints', () => {
  it('the whole SDN list was not in the file: it is refused, and the list held still finds', async () => {
    await test.take(test.written('whole.csv', CSL))
    expect(found('Silver Tern')).toContain('SDN')
    const lost = CSL.split('\n').filter((line) => !line.includes('Specially Designated Nationals (SDN)'))
    expect((await test.refusal(test.written('lost.csv', lost.join('\n')))).detail).toContain('SDN is not in the file')
    expect(found('Silver Tern')).toContain('SDN')
  })

  it.each(['Huawei Technologies', 'Hikvision'])('%s was not in the file: it is refused, and the list held still finds it', async (name) => {
    await test.take(test.written('whole.csv', CSL.replace('Grey Heron Research Institute', name)))
    expect((await test.refusal(test.written('lost.csv', CSL))).detail).toContain(`EL has lost ${name}`)
    expect(found(name)).toContain('EL')
  })

  it('a name of the Entity List is not in the Consolidated Screening List: the text of the law brings it, and says what it brought', async () => {
    await test.take(test.written('csl.csv', CSL))
    expect(found('Heron Brightway International Ltd.')).toEqual([])
    await test.take(join(FIXTURES, 'ecfr-part-744.xml'), { force: true, reason: 'The text of the law stands before the feed.' })
    expect(found('Heron Brightway International Ltd.')).toEqual(['EL'])
    const [newest] = listStatus(test.database, { now: '2026-11-21' }).find(({ id }) => id === 'EL')?.history ?? []
    const { rows } = snapshotChanges(test.database, newest?.snapshot ?? 0)
    expect(rows).toContainEqual(expect.objectContaining({ change: 'added', name: 'Heron Brightway International Ltd.' }))
  })

  it('an import was called a success and an error at once: it has one end, and the state of the list says the same', async () => {
    const state = () => listStatus(test.database, { now: '2026-11-21' }).map(({ id, contentDate, records }) => `${id} ${contentDate} ${records}`)
    const before = state()
    const torn = `${CSL.slice(0, CSL.length - 200)}\n"`
    await test.refusal(test.written('torn.csv', torn))
    expect(state()).toEqual(before)
    const reports = await test.take(test.written('whole.csv', CSL))
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ format: expect.any(String), records: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    for (const list of reports[0]?.lists ?? []) expect(state()).toContainEqual(expect.stringMatching(new RegExp(`^${list.id} .* ${list.records}$`)))
    // The same bytes once more change nothing, and the report says so.
    const [again] = await test.take(test.written('again.csv', CSL))
    expect(again?.lists.every(({ added, removed, changed }) => added + removed + changed === 0)).toBe(true)
  })
})
