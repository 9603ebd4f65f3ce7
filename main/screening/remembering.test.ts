/** What is remembered of words: the same as working it out, once for each. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remembering, rememberingWords } from './remembering.ts'

const text = fc.string({ unit: fc.constantFrom(...'abz09 -.,ABя', ' '), maxLength: 40 })

describe('words that are remembered', () => {
  it('are those of the text, in their order', () => {
    const words = rememberingWords((word) => `<${word}>`)
    fc.assert(
      fc.property(text, (some) => {
        expect(words.inText(some)).toEqual((some.match(/[a-z0-9]+/g) ?? []).map((word) => `<${word}>`))
      }),
      { numRuns: 2000 },
    )
  })

  it('are worked out once, wherever they stand', () => {
    const worked: string[] = []
    const words = rememberingWords((word) => {
      worked.push(word)
      return { word }
    })
    const [first, second] = words.inText('one two')
    expect(words.inText('two, one!')).toEqual([second, first])
    expect(words.inText('two, one!')[0]).toBe(second)
    expect(words.of('one')).toBe(first)
    expect(words.of('~one')).toEqual({ word: '~one' })
    expect(worked).toEqual(['one', 'two', '~one'])
  })

  it('are told apart however many there are, and forgotten beyond the most', () => {
    const many = Array.from({ length: 30_000 }, (_, number) => `w${number.toString(36)}`)
    let worked = 0
    const words = rememberingWords((word) => {
      worked += 1
      return word
    }, 20_000)
    for (const word of many) expect(words.of(word)).toBe(word)
    expect(worked).toBe(30_000)
    expect(words.inText(many.slice(-10_000).join(' '))).toEqual(many.slice(-10_000))
    expect(worked).toBe(30_000)
    expect(words.of(many[0] as string)).toBe(many[0])
    expect(worked).toBe(30_001)
  })

  it('may stand for anything that is made of a text', () => {
    let worked = 0
    const length = remembering((word) => {
      worked += 1
      return word.length
    }, 2)
    expect([length(''), length('ab'), length('')]).toEqual([0, 2, 0])
    expect(worked).toBe(2)
    expect([length('abc'), length('')]).toEqual([3, 0])
    expect(worked).toBe(4)
  })
})
