import { describe, expect, it } from 'vitest'
import type { ListEntry } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { contentHash, entryBody, entryOfBody } from './entry-hash.ts'

/** Every field of an entry: the compiler asks for a value here when a new one is added. */
const full: Required<ListEntry> = {
  list: 'EL',
  entry: 'a1',
  kind: 'entity',
  name: '华为 “Huawei” Co.',
  aliases: ['b', 'a'],
  weakAliases: ['w'],
  addresses: ['x\ny'],
  countries: ['CN'],
  dates: ['1970'],
  ids: ['1'],
  programmes: ['P'],
  remarks: 'r',
  licenceRequirement: 'q',
  licencePolicy: 'p',
  citation: 'c',
  startDate: '2020-01-01',
  endDate: '',
  footnotes: [1, 4],
  url: 'u',
  fields: { title: 't', call_sign: 's', '10': 'ten' },
  relations: [{ says: 'Owned or Controlled By', entry: 'a2', name: 'n' }],
  suspensions: [{ from: '2025-11-10', until: '2026-11-10', citation: 'c' }],
  addedNames: ['华为'],
}

describe('the body of an entry', () => {
  it('is its canonical text without what was added', () => {
    const { addedNames: _added, ...official } = full
    const { endDate: _empty, ...given } = official
    expect(entryBody(full)).toBe(canonicalJson(given))
    expect(entryOfBody(entryBody(full))).toEqual(official)
  })

  it('leaves out what is empty and gives it back', () => {
    const bare: ListEntry = { ...entryOfBody('{"entry":"e","kind":"person","list":"SDN","name":"n"}') }
    expect(entryBody({ ...bare, fields: {} })).toBe('{"entry":"e","kind":"person","list":"SDN","name":"n"}')
    expect(bare).toMatchObject({ aliases: [], remarks: '', footnotes: [] })
  })

  it('changes with every field', () => {
    const { addedNames: _added, ...official } = full
    for (const key of Object.keys(official) as (keyof typeof official)[]) {
      const value = official[key]
      const changed = { ...full, [key]: Array.isArray(value) ? [] : typeof value === 'string' ? `${value}!` : {} }
      expect(entryBody(changed as ListEntry), key).not.toBe(entryBody(full))
    }
  })
})

describe('the hash of a content', () => {
  it('does not depend on the order of the entries', () => {
    expect(contentHash(['b', 'a'])).toBe(contentHash(['a', 'b']))
    expect(contentHash(['a'])).not.toBe(contentHash(['a', 'b']))
  })
})
