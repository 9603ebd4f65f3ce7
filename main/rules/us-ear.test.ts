import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { checkPack } from './check.ts'
import { compilePack } from './compile.ts'
import { readPack } from './read-pack.ts'
import { concludeSentence, readSentences } from './sentences.ts'

const folder = join(ASSETS_FOLDER, 'rules', 'us-ear')
const raw = readPack(folder)
const pack = compilePack(raw)

describe('the pack us-ear', () => {
  it('passes every dictionary check', () => expect(checkPack(raw, pack)).toEqual([]))

  it('names no group in code: Macau is outside D:5 and has a list of its own', () => {
    const list = (name: string) => pack.parameters.find((parameter) => parameter.name === name)?.versions.at(-1)?.values
    expect(list('group.D:5')).not.toContain('MO')
    expect(list('macau-or-D:5')).toContain('MO')
    for (const group of ['group.D:1', 'group.D:5']) expect(list(group)).toContain('HK')
  })
})

describe('sentences', () => {
  const sentences = readSentences(folder)
  it.each(sentences.map((sentence) => [`${sentence.file}: ${sentence.says}`, sentence] as const))('%s', (_, sentence) =>
    expect(concludeSentence(pack, sentence)).toEqual(sentence.expect),
  )
  it('stand beside every part', () => expect(new Set(sentences.map(({ file }) => file.split('/')[0])).size).toBeGreaterThanOrEqual(6))
})
