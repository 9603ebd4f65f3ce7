import { describe, expect, it } from 'vitest'
import { CHINESE, ENGLISH } from './catalogue.ts'

const files = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })
const sources = Object.values(files).join('\n')

/** Plural endings belong to the language, not to the key. */
const plain = (key: string): string => key.replace(/_(one|other)$/, '')
const keysOf = (words: Record<string, string>): string[] => [...new Set(Object.keys(words).map(plain))].sort()
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

/** Keys in the code: whole ones, and the beginnings of those that end in a value. */
const whole = new Set([...sources.matchAll(/['"`]([a-z]+:[\w.-]+)['"`]/gi)].map((match) => match[1] ?? ''))
const beginnings = [...new Set([...sources.matchAll(/`([a-z]+:[\w.-]*)\$\{/gi)].map((match) => match[1] ?? ''))]
const isUsed = (key: string): boolean => whole.has(key) || beginnings.some((start) => key.startsWith(start))

describe.each(Object.keys(ENGLISH) as (keyof typeof ENGLISH)[])('the words of %s', (feature) => {
  const english: Record<string, string> = ENGLISH[feature]
  const chinese: Record<string, string> = CHINESE[feature]

  it('have the same keys in both languages', () => {
    expect(keysOf(chinese)).toEqual(keysOf(english))
  })

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(chinese)) {
      const other = english[key] ?? english[`${plain(key)}_other`] ?? ''
      expect({ key, places: places(text) }).toEqual({ key, places: places(other) })
    }
  })

  it('are all used', () => {
    expect(keysOf(english).filter((key) => !isUsed(`${feature}:${key}`))).toEqual([])
  })

  it('are not empty', () => {
    for (const text of [...Object.values(english), ...Object.values(chinese)]) expect(text.trim()).not.toBe('')
  })
})

describe('keys in the code', () => {
  it('all have words', () => {
    const known = new Set(Object.entries(ENGLISH).flatMap(([feature, words]) => keysOf(words).map((key) => `${feature}:${key}`)))
    const said = [...sources.matchAll(/\bsay\(\s*'([a-z]+:[\w.-]+)'/gi)].map((match) => match[1] ?? '')
    expect(said.filter((key) => !known.has(key))).toEqual([])
  })
})
