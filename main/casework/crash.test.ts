/** The process that writes is killed in the middle of its work; what it said was saved is there, and the chain is whole. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { verifyFile } from '#main/audit/verify.ts'
import { newFolder, smallCasebook } from './fixtures/small-casebook.ts'

const WRITER = `
  import { writeSync } from 'node:fs'
  import { exampleCase, exampleDetermination, signed, smallCasebook } from ${JSON.stringify(join(import.meta.dirname, 'fixtures', 'small-casebook.ts'))}
  const { cases, determinations } = smallCasebook(process.argv[1], process.argv[2]).casework
  for (let n = 0; ; n += 1) {
    const id = process.argv[2] + '-case-' + n
    cases.save(exampleCase(id), 0, signed(1))
    determinations.store(exampleDetermination(id, 1), signed(2))
    writeSync(1, id + '\\n')
  }`

it('loses nothing that was saved when the process is killed', async () => {
  const folder = newFolder()
  const said: string[] = []
  for (const [round, killAfter] of [1, 7, 20].entries()) {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder, `round-${round}`], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(writer, 'close')
    let lines = 0
    createInterface({ input: writer.stdout }).on('line', (id) => {
      said.push(id)
      lines += 1
      if (lines === killAfter) writer.kill('SIGKILL')
    })
    await closed
    expect(lines).toBeGreaterThanOrEqual(killAfter)
  }
  const book = smallCasebook(folder)
  for (const id of said) expect(book.casework.cases.get(id).determination?.case).toBe(id)
  book.database.close()
  expect(verifyFile(book.file).problems).toEqual([])
  rmSync(folder, { recursive: true })
})
