import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyWhole, explained, inside, plainFileName, writeWhole } from './write-whole.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('copying a file', () => {
  it('puts a whole copy in the place of the old file', async () => {
    const [from, path] = [join(folder, 'kept'), join(folder, 'copy')]
    writeFileSync(from, 'new')
    writeFileSync(path, 'old')
    await copyWhole(from, path)
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['copy', 'kept'])
  })

  it('leaves nothing when there is nothing to copy', async () => {
    await expect(copyWhole(join(folder, 'no'), join(folder, 'copy'))).rejects.toMatchObject({ code: 'not-found' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('only from inside a folder, links followed', async () => {
    const batches = join(folder, 'batches')
    mkdirSync(join(batches, 'b1'), { recursive: true })
    const kept = join(batches, 'b1', 'table.csv')
    writeFileSync(kept, 'x')
    writeFileSync(join(folder, 'casebook.db'), 'secret')
    symlinkSync(join(folder, 'casebook.db'), join(batches, 'link'))
    expect(await inside([join(batches, 'absent'), batches], kept)).toBe(realpathSync(kept))
    for (const path of [join(batches, '..', 'casebook.db'), join(batches, 'link'), join(folder, 'casebook.db'), batches, join(batches, 'no')])
      await expect(inside([join(batches, 'absent'), batches], path)).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('writing a file', () => {
  it('puts the new content in the place of the old and leaves nothing beside it', async () => {
    const path = join(folder, 'memo.pdf')
    writeFileSync(path, 'old')
    await writeWhole(path, new Uint8Array([110, 101, 119]))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['memo.pdf'])
  })

  it('keeps the old file when the new one cannot take its place', async () => {
    const path = join(folder, 'memo.pdf')
    mkdirSync(join(path, 'inside'), { recursive: true })
    await expect(writeWhole(path, 'new')).rejects.toMatchObject({ name: 'InputError' })
    expect(readdirSync(folder)).toEqual(['memo.pdf'])
    expect(readdirSync(path)).toEqual(['inside'])
  })

  it('says that the folder does not exist', async () => {
    await expect(writeWhole(join(folder, 'nowhere', 'memo.pdf'), 'x')).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['ENOENT', 'not-found'],
    ['EISDIR', 'bad-input'],
    ['EIO', 'failed'],
  ])('explains %s as %s and says what was kept', (code, reply) => {
    expect(explained('/d/memo.pdf', Object.assign(new Error(code), { code }))).toMatchObject({
      code: reply,
      detail: expect.stringContaining('Nothing was written'),
    })
  })
})

describe('the name of a file to save', () => {
  it.each([
    ['memo.pdf', 'memo.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\x.pdf', 'C Windows x.pdf'],
    ['a\u0000b\nc.pdf', 'a b c.pdf'],
    ['案件 备忘录.pdf', '案件 备忘录.pdf'],
    ['.hidden', 'hidden'],
    ['trailing. ', 'trailing'],
    ['???', 'licet'],
    ['', 'licet'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%s becomes %s', (given, plain) => {
    expect(plainFileName(given)).toBe(plain)
  })
})
