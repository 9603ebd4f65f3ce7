import { describe, expect, it } from 'vitest'
import { isTrue, pack, rule } from '#main/engine/fixture.ts'
import type { CoverageRow } from '#shared/contract/replies.ts'
import { coverageParts, coverageProblems } from './coverage.ts'
import type { RawPack } from './read-pack.ts'

const law = pack([rule('ear.1.a', 'item.licence', isTrue('item.a'))], {
  parameters: [{ name: 'two words', says: { en: '', zh: '' }, cites: [], versions: [] }],
})
const row = (more: Partial<CoverageRow>): CoverageRow => ({ part: 'p', row: 'r', cite: '15 CFR 1', rules: [], why: '', ...more })
const problems = (...rows: CoverageRow[]) =>
  coverageProblems({ coverage: rows, files: [{ name: 'f', content: { templates: [{ name: 'chart column' }] } }] } as unknown as RawPack, law)

describe('the coverage table', () => {
  it.each(['ear.1.a', 'ear.1.*', 'fact:item.licence', 'list:two words', 'template:chart column', 'exception:LVS', 'generator'])(
    'takes %s, which exists',
    (named) => expect(problems(row({ rules: [named] }))).toEqual([]),
  )
  it.each(['ear.1.b', 'ear.2.*', 'fact:item.none', 'list:one', 'template:none', 'exception:GBS', 'generators'])('refuses %s', (named) =>
    expect(problems(row({ rules: [named] }))).toEqual([`tables/coverage/p.csv, row r names ${named}, which the pack does not hold`]),
  )
  it('wants a rule or a reason', () => {
    expect(problems(row({}))).toEqual(['tables/coverage/p.csv, row r has neither a rule nor a reason'])
    expect(problems(row({ why: 'a definition' }))).toEqual([])
  })
  it('takes each row once', () => expect(problems(row({ why: 'x' }), row({ why: 'x' }))).toEqual(['tables/coverage/p.csv, row r stands there twice']))
  it('counts by part', () =>
    expect(coverageParts([row({ rules: ['a'] }), row({ rules: ['a'], why: 'in part' }), row({ why: 'none' }), row({ part: 'o', why: 'none' })])).toEqual([
      { part: 'o', rows: 1, held: 0, heldWithRemark: 0, without: 1 },
      { part: 'p', rows: 3, held: 1, heldWithRemark: 1, without: 1 },
    ]))
})
