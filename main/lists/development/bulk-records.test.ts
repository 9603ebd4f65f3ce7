import { describe, expect, it } from 'vitest'
import { hasReferenceData } from '#main/core/reference-data.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { bulkEntries, namesOf } from './bulk-records.ts'

describe.skipIf(!hasReferenceData())('bulk records', () => {
  const entries = hasReferenceData() ? bulkEntries() : []
  const count = (list: string): number => entries.filter((entry) => entry.list === list).length
  const find = (list: string, name: string): ListEntry | undefined => entries.find((entry) => entry.list === list && entry.name === name)

  it('has every record of each reference copy, with a name', () => {
    expect({ SDN: count('SDN'), EL: count('EL'), DPL: count('DPL'), EU: count('EU'), UK: count('UK') }).toEqual({
      SDN: 19181,
      EL: 3420,
      DPL: 1596,
      EU: 5860,
      UK: 6349,
    })
    expect({ 'CN-ECL': count('CN-ECL'), 'CN-UEL': count('CN-UEL'), 'CN-WATCH': count('CN-WATCH') }).toEqual({ 'CN-ECL': 139, 'CN-UEL': 61, 'CN-WATCH': 40 })
    expect(entries.length).toBe(25_921 + 5_860 + 6_349 + 240)
    expect(entries.filter((entry) => entry.name === '')).toEqual([])
    expect(namesOf(entries)).toBeGreaterThan(95_000)
  })

  it('keeps the fields that the copies have', () => {
    expect(find('EU', 'Mohammad Mehdi ESMAEILI')).toMatchObject({
      entry: 'EU.9834.50',
      kind: 'person',
      aliases: ['محمد مهدی اسماعیلی'],
      countries: ['IR'],
      dates: ['1975'],
      programmes: ['IRN'],
      startDate: '2023-02-20',
    })
    expect(find('UK', 'Dmitry Ivanovich SAVELIEV')).toMatchObject({ entry: 'RUS0630', aliases: ['Дмитрий Иванович Савельев'], countries: ['RU'] })
    expect(find('CMIC', 'China Telecom Corporation Limited')).toMatchObject({ entry: '30882', kind: 'entity', programmes: ['CMIC-EO13959'], countries: ['CN'] })
    expect(find('CN-WATCH', 'TDK Corporation')).toMatchObject({ aliases: ['TDK株式会社'], startDate: '2026-02-24', countries: [] })
  })
})
