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

  it('lists as controlled for anti-terrorism alone what the entries say', () => {
    const entries = raw.files.flatMap(({ content }) => content.entries ?? []).filter(({ reasons }) => reasons.join() === 'AT')
    const listed = pack.parameters.find(({ name }) => name === 'anti-terrorism-alone')?.versions.at(-1)?.values
    expect([...(listed ?? [])].sort()).toEqual(entries.map(({ eccn }) => eccn).sort())
  })
})

describe('doubts of an entry', () => {
  const cautions = (id: string) => pack.rules.find((rule) => rule.id === id)?.cautions.map(({ cite }) => cite)
  it('stand with the rows of their reason alone', () => {
    expect(cautions('ear.ccl.9E003.si-not-au-ca-gb')).toEqual(['15 CFR 742.14(a)'])
    expect(cautions('ear.ccl.9E003.ns-1')).toEqual([])
  })
  it('join those of the requirement, dated', () => {
    const first = pack.rules.find((rule) => rule.id === 'ear.ccl.3A090.rs-first-tier')?.cautions ?? []
    expect(first.map(({ cite, from }) => [cite, from])).toEqual([
      ['90 FR 4544', '2025-05-15'],
      ['91 FR 46260', '2026-07-23'],
      ['Supp. No. 1 to part 774, ECCN 3A090', undefined],
    ])
  })
})

describe('sentences', () => {
  const sentences = readSentences(folder)
  it.each(sentences.map((sentence) => [`${sentence.file}: ${sentence.says}`, sentence] as const))('%s', (_, sentence) =>
    expect(concludeSentence(pack, sentence)).toEqual(sentence.expect),
  )
  it('state declared facts alone, and no conclusion', () => {
    const declared = new Set(pack.facts.map(({ path }) => path))
    const stated = sentences.flatMap(({ facts: { transaction, item, endUse, case: general, content = [], parties = [] } }) => [
      ...Object.entries({ transaction, item, endUse, case: general }).flatMap(([scope, facts]) => Object.keys(facts).map((name) => `${scope}.${name}`)),
      ...content.flatMap((line) => Object.keys(line).map((name) => `content.${name}`)),
      ...parties.flatMap(({ owners = [], ownersComplete: _, ...party }) => [
        ...Object.keys(party).map((name) => `party.${name}`),
        ...owners.flatMap((owner) => Object.keys(owner).map((name) => `owner.${name}`)),
      ]),
    ])
    expect([...new Set(stated)].filter((path) => !declared.has(path))).toEqual([])
  })
  it('stand beside every part', () => expect(new Set(sentences.map(({ file }) => file.split('/')[0])).size).toBeGreaterThanOrEqual(6))
})
