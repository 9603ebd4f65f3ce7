import { describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { readOwnership } from './ownership-csv.ts'

const read = (text: string | Uint8Array) => readOwnership({ name: 'owners.csv', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text })
const codes = (text: string) => read(text).problems.map(({ line, code }) => [line, code])
const refusal = (text: string | Uint8Array): string => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}

describe('ownership from a CSV file', () => {
  it('reads owner, owned and share, in English or Chinese, in any order, with other columns beside', () => {
    expect(read('Owner,Owned,Share\nTop,Middle,50\nMiddle,Acme,33.34 %\nFund,Acme,\n')).toEqual({
      total: 3,
      lines: [
        { owner: 'Top', owned: 'Middle', share: 50 },
        { owner: 'Middle', owned: 'Acme', share: 33.34 },
        { owner: 'Fund', owned: 'Acme' },
      ],
      problems: [],
      problemCount: 0,
    })
    expect(read('﻿持股比例;公司名称;备注;股东\n0.5 %;甲公司;x;乙公司\n').lines).toEqual([{ owner: '乙公司', owned: '甲公司', share: 0.5 }])
  })

  it('names what is wrong with its line, and brings nothing in', () => {
    const answer = read('owner,owned,share\nA,B,50\nC,B,abc\n,B,10\nE,B\n')
    expect(answer.lines).toEqual([])
    expect(answer.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no-share'],
      [4, 'no-name'],
      [5, 'cells'],
    ])
  })

  it.each<[string, string, string]>([
    ['a share above the whole', 'A,B,100.5', 'no-share'],
    ['a negative share', 'A,B,-5', 'no-share'],
    ['a share with more places than are kept', 'A,B,33.3333333', 'no-share'],
    ['a decimal comma', '"A";"B";"33,3"', 'unclear-share'],
    ['what may be a fraction of one', 'A,B,0.5', 'unclear-share'],
    ['one, which may be the whole', 'A,B,1', 'unclear-share'],
    ['a formula', '=cmd(),B,5', 'formula'],
    ['a control character', 'A\u0007,B,5', 'control-character'],
    ['a name that is too long', `${'A'.repeat(1001)},B,5`, 'too-long'],
  ])('refuses %s', (_, line, code) => {
    const mark = line.includes(';') ? ';' : ','
    expect(codes(`owner${mark}owned${mark}share\n${line}\n`)).toEqual([[2, code]])
  })

  it('sees what only the lines together say: an owner twice, more than the whole, too many', () => {
    expect(codes('owner,owned,share\nA,B,30\nA,B,30\n')).toEqual([[3, 'twice']])
    expect(codes('owner,owned,share\nA,B,60\nC,B,40.000001\n')).toEqual([[3, 'over-whole']])
    expect(codes('owner,owned,share\nA,B,60\nC,B,40\n')).toEqual([])
    expect(codes(`owner,owned,share\n${Array.from({ length: 501 }, (_, i) => `O${i},B,`).join('\n')}\n`)).toEqual([[502, 'too-many']])
  })

  it('asks for the columns that it needs', () => {
    expect(read('owner,share\nA,5\n').problems).toEqual([{ line: 1, column: '', code: 'no-column', found: 'owner, share', expected: 'owned' }])
    expect(codes('owner,owner,owned,share\nA,A,B,5\n')).toEqual([[1, 'no-column']])
  })

  it('refuses what is no such file', () => {
    expect(refusal('')).toContain('found none. Nothing was imported.')
    expect(refusal('owner,owned,share\n')).toContain('found none')
    expect(refusal(new Uint8Array([0x50, 0x4b, 3, 4]))).toContain('spreadsheet')
    expect(refusal(new Uint8Array([0xff, 0xfe, 0x41]))).toContain('not UTF-8')
    expect(refusal('owner,owned,share\nA\0,B,5\n')).toContain('line 2 holds a NUL')
    expect(refusal('owner,owned,share\n"A,B,5\n')).toContain('never closed')
    expect(refusal(`owner,owned,share\n"${'A'.repeat(200_000)}","B",5\n`)).toContain('longer than any')
    expect(refusal(`owner,owned,share\n${'A,B,5\n'.repeat(20_001)}`)).toContain('at most 20000 lines')
  })

  it('takes a name for a name, whatever it is', () => {
    expect(read('owner,owned,share\n__proto__,constructor,50\nA,constructor,50\n').lines).toHaveLength(2)
  })
})
