/**
 * Every importer against files that were broken at random: each is taken or refused with a message for people, in time and
 * with nothing half imported, and what was taken can be read back.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { testImport } from './development/test-import.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name))
const OWN = {
  schema: 'licet-list/1',
  list: 'CN-WATCH',
  contentDate: '2026-06-29',
  entries: [{ entry: '1', name: 'Redwood Falcon, Inc.', otherNames: ['红杉猎鹰公司'], kind: 'entity', countries: ['Japan'], startDate: '2026-03-10' }],
}
const CSL = {
  search_performed_at: '2022-04-21T13:15:00.015113+00:00',
  total: 1,
  results: [
    {
      id: 'a1',
      source: 'Entity List (EL) - Bureau of Industry and Security',
      name: 'Redwood Falcon Electronics Co., Ltd.',
      alt_names: ['Hongshan Falcon'],
      addresses: [{ address: 'No. 1 Example Road', city: 'Chengdu', state: null, postal_code: null, country: 'CN' }],
      license_requirement: 'For all items subject to the EAR',
      start_date: '2021-04-08',
    },
  ],
}
const SAMPLES: [string, Buffer][] = [
  ...['csl.csv', 'sdn.csv', 'dpl.txt', 'ecfr-part-744.xml', 'eu.csv', 'eu.xml', 'hmt.csv'].map((name): [string, Buffer] => [name, fixture(name)]),
  ...[
    'ofac-sdn.xml',
    'ofac-sdn-enhanced.xml',
    'ofac-sdn-advanced.xml',
    'uk.csv',
    'uk.xml',
    'un.xml',
    'china/listing.txt',
    'china/sentence.txt',
    'china/countermeasures.txt',
  ].map((name): [string, Buffer] => [name, fixture(name)]),
  ['licet-list.json', Buffer.from(JSON.stringify(OWN, null, 1))],
  ['csl.json', Buffer.from(JSON.stringify(CSL, null, 1))],
]

/** What has broken readers elsewhere. */
const NASTY = [
  '"',
  "'",
  '<',
  '</',
  ']]>',
  '<!--',
  '&#0;',
  '&nbsp;',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<a>'.repeat(80),
  '__proto__',
  'constructor',
  '=cmd|calc',
  '9'.repeat(400),
  '2026-02-31',
  '0000-00-00',
  '\u0000',
  '\u001a',
  '\u202e',
  '\ud800',
  '\ufeff',
  '\r',
  '\t',
  ';'.repeat(200),
  '[['.repeat(500),
  'null',
  '-0- ',
  'x'.repeat(30_000),
].map((text) => Buffer.from(text))
const BYTES = [0x00, 0x0a, 0x1a, 0x22, 0x26, 0x2c, 0x3c, 0x3e, 0x7b, 0x80, 0xc3, 0xff]

const place = fc.double({ min: 0, max: 1, noNaN: true })
const change = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('byte' as const), at: place, byte: fc.constantFrom(...BYTES) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, text: fc.constantFrom(...NASTY) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function broken(file: Buffer, one: Change): Buffer {
  const at = Math.floor(one.at * file.length)
  const [before, after] = [file.subarray(0, at), file.subarray(at)]
  switch (one.kind) {
    case 'cut':
      return before
    case 'drop':
      return Buffer.concat([before, after.subarray(one.length)])
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, one.length), after])
    case 'byte':
      return Buffer.concat([before, Buffer.from([one.byte]), after.subarray(1)])
    case 'insert':
      return Buffer.concat([before, one.text, after])
  }
}

const RUNS = 40
/** After the dates of every fixture. */
const LATER = '2032-01-01T00:00:00Z'
const CODES = ['bad-input', 'held-back']

describe('files broken at random', () => {
  it.each(SAMPLES)('%s is taken or refused in plain words', async (_, sample) => {
    const lists = testImport()
    try {
      await lists.take(lists.written('sample', sample), { force: true, reason: 'the sample', now: LATER })
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          const path = lists.written('broken', changes.reduce(broken, sample))
          const before = lists.imports()
          const refused = await lists.take(path, { force: true, reason: 'broken on purpose', now: LATER }).then(
            () => undefined,
            (error: unknown) => error,
          )
          if (refused === undefined) {
            for (const { name: listed, list, entry } of lists.entries()) expect([listed, list, entry].every((text) => text.trim() !== '')).toBe(true)
          } else {
            expect(refused).toBeInstanceOf(InputError)
            expect(CODES).toContain((refused as InputError).code)
            expect((refused as InputError).detail).toMatch(/\.$/)
            expect(lists.imports()).toBe(before)
          }
          expect(Object.keys(Object.prototype)).toEqual([])
        }),
        { numRuns: RUNS },
      )
    } finally {
      lists.close()
    }
  })
})
