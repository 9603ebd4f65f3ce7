import { describe, expect, it } from 'vitest'
import { compareParagraphs, completeTree, paragraphsByEntry, treeOf } from './paragraphs.ts'

describe('paragraph trees', () => {
  it('stand in reading order with the paragraphs above', () => expect(completeTree(['b', 'a.10', 'a.2.b'])).toEqual(['a', 'a.2', 'a.2.b', 'a.10', 'b']))
  it('put doubled letters last', () => expect(['aa', 'z', 'b'].sort(compareParagraphs)).toEqual(['b', 'z', 'aa']))
  it('read the damaged paragraph file', () =>
    expect(paragraphsByEntry(['1A101.A', 'OA506.B', '1.00E+02', '1E102', 'EAR99', 'II(B)', '1E102.C.1'])).toEqual(
      new Map([
        ['1A101', ['a']],
        ['0A506', ['b']],
        ['1E102', ['c.1']],
      ]),
    ))
  it('join both sources and leave out dropped lines', () => {
    const entry = {
      eccn: '1A101',
      reasonForControl: null,
      countryChart: [],
      licenceExceptionFlags: {},
      items: [
        { paragraph: 'a', kind: 'item' },
        { paragraph: '1', kind: 'note' },
        { paragraph: 'h.1', kind: 'item' },
        { paragraph: null, kind: 'text' },
      ],
    }
    expect(treeOf(entry, new Map([['1A101', ['b.1']]]), ['h'])).toEqual(['a', 'b', 'b.1'])
  })
})
