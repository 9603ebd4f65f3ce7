import { describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { checkStarter } from './check-starter.ts'
import { readStarter } from './starter.ts'

describe('starter list', () => {
  it('holds about 150 parties of all lists that the party rules read', () => {
    const { entries } = readStarter()
    expect(entries.length).toBeGreaterThan(150)
    for (const list of ['EL', 'UVL', 'DPL', 'MEU', 'SDN', 'CMIC', 'SSI', 'ISN', 'DTC', 'MBS', 'CAP'])
      expect(
        entries.some((entry) => entry.list === list),
        list,
      ).toBe(true)
  })

  it.skipIf(!hasReferenceData())('says nothing that the official list does not', () => {
    expect(checkStarter(referenceFile('csl/csl-reduced-2026-07-31.json.gz'))).toEqual([])
  })
})
