import { describe, expect, it } from 'vitest'
import { defaults, readValues } from './preference-values.ts'

describe('stored preferences', () => {
  it('start in the language of the system', () => {
    expect(defaults('zh-CN').language).toBe('zh')
    expect(defaults('zh').language).toBe('zh')
    expect(defaults('en-GB').language).toBe('en')
    expect(defaults('de').language).toBe('en')
    expect(defaults('').language).toBe('en')
  })

  it('are kept as they are when they are sound', () => {
    const stored = {
      language: 'zh',
      theme: 'dark',
      officer: 'Li',
      dataFolder: '/data',
      panes: { list: 340 },
      window: { x: 1, y: 2, width: 900, height: 700, maximized: true },
    }
    expect(readValues(stored, 'en')).toEqual({ values: stored, unsound: [] })
  })

  it('take the default for what is absent', () => {
    expect(readValues({}, 'en')).toEqual({ values: defaults('en'), unsound: [] })
  })

  it('lose only what is not sound', () => {
    const { values, unsound } = readValues({ language: 'fr', theme: 7, officer: 'Li', window: { width: -1, height: 5 } }, 'en')
    expect(values).toEqual({ ...defaults('en'), officer: 'Li' })
    expect(unsound).toEqual(['language', 'theme', 'window'])
  })

  it.each([null, 'text', 7, [1]])('that are %s count as nothing', (stored) => {
    expect(readValues(stored, 'en')).toEqual({ values: defaults('en'), unsound: ['the whole file'] })
  })
})
