import { describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { parseClassificationTables } from './tables.ts'

const words = { en: 'words', zh: '文字' }
const reviewed = { on: '2026-01-01', against: 'a fixture' }
const length = { name: 'length', label: words, type: 'number', unit: 'mm', help: words, cite: 'fixture' }
const sealed = { name: 'sealed', label: words, type: 'boolean', help: words, cite: 'fixture' }
const colour = {
  name: 'colour',
  label: words,
  type: 'choice',
  help: words,
  cite: 'fixture',
  choices: [
    { value: 'red', label: words },
    { value: 'blue', label: words },
  ],
}
const paragraph = (at: string, when?: unknown, more: object = {}): object => ({ at, says: words, ...(when === undefined ? {} : { when }), ...more })
const entry = (paragraphs: object[], more: object = {}): object => ({
  eccn: '9A999',
  source: 'Fixture',
  says: words,
  kinds: ['commodity'],
  paragraphs,
  ...more,
})
const long = { parameter: 'length', above: 5 }

const refusal = (...files: object[]): string => {
  try {
    parseClassificationTables(files.map((file) => ({ reviewed, ...file })))
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  return 'accepted'
}

describe('classification tables', () => {
  it('joins files and plants the tree', () => {
    const tables = parseClassificationTables([
      { reviewed, parameters: [length] },
      {
        reviewed,
        entries: [
          entry([
            paragraph('a'),
            paragraph('a.1', undefined, { of: 'all' }),
            paragraph('a.1.a', long),
            paragraph('a.1.b', { not: long }),
            paragraph('b', long),
          ]),
        ],
      },
    ])
    const paragraphs = tables.entries[0]?.paragraphs ?? {}
    expect(Object.values(paragraphs).map(({ at, parent, children, target }) => ({ at, parent, children, target }))).toEqual([
      { at: 'a', parent: null, children: ['a.1'], target: true },
      { at: 'a.1', parent: 'a', children: ['a.1.a', 'a.1.b'], target: true },
      { at: 'a.1.a', parent: 'a.1', children: [], target: false },
      { at: 'a.1.b', parent: 'a.1', children: [], target: false },
      { at: 'b', parent: null, children: [], target: true },
    ])
    expect(paragraphs['a.1']?.cite).toBe('Fixture, 9A999.a.1')
  })

  const faults: [string, object[], string][] = [
    ['a file without a review', [{ reviewed: undefined }], 'file 1, reviewed'],
    ['a key it does not know', [{ parameters: [{ ...length, colour: 1 }] }], 'file 1, parameters.0: Unrecognized key'],
    ['a parameter twice', [{ parameters: [length] }, { parameters: [length] }], 'parameter length is declared twice'],
    ['a spelling twice', [{ parameters: [length, { ...sealed, aliases: ['LENGTH'] }] }], 'already stands for length'],
    ['an unknown unit', [{ parameters: [{ ...length, unit: 'furlong' }] }], 'the unit furlong is not known'],
    ['a number without unit', [{ parameters: [{ ...length, unit: undefined }] }], 'the unit (none) is not known'],
    ['a unit on an answer', [{ parameters: [{ ...sealed, unit: 'mm' }] }], 'a boolean has no unit'],
    ['a choice without choices', [{ parameters: [{ ...colour, choices: [] }] }], 'a choice needs its choices'],
    [
      'a parameter that nothing uses',
      [{ parameters: [length, sealed], entries: [entry([paragraph('a', long)])] }],
      'parameter sealed: no paragraph and no formula uses it',
    ],
    ['a test of nothing', [{ entries: [entry([paragraph('a', long)])] }], 'parameter length is not declared'],
    [
      'a limit in another kind of unit',
      [{ parameters: [length], entries: [entry([paragraph('a', { ...long, unit: 'GHz' })])] }],
      'length is measured in m, mm, cm, km, ft, not in GHz',
    ],
    ['a number asked of an answer', [{ parameters: [sealed], entries: [entry([paragraph('a', { parameter: 'sealed', above: 1 })])] }], 'sealed is a boolean'],
    [
      'a choice that is none',
      [{ parameters: [colour], entries: [entry([paragraph('a', { parameter: 'colour', in: ['red', 'green'] })])] }],
      'colour cannot be green; expected red, blue',
    ],
    [
      'an operator that is none',
      [{ parameters: [length], entries: [entry([paragraph('a', { parameter: 'length', over: 5 })])] }],
      'entries.0.paragraphs.0.when',
    ],
    ['an entry twice', [{ parameters: [length], entries: [entry([paragraph('a', long)]), entry([paragraph('a', long)])] }], 'entry 9A999 is declared twice'],
    ['a paragraph twice', [{ parameters: [length], entries: [entry([paragraph('a', long), paragraph('a', long)])] }], 'paragraph a is declared twice'],
    ['a paragraph without the one above', [{ parameters: [length], entries: [entry([paragraph('a.1', long)])] }], 'the paragraph above it is not declared'],
    ['a paragraph that asks nothing', [{ entries: [entry([paragraph('a')])] }], 'say notModelled where the law is not held'],
    [
      'a paragraph that is not there',
      [{ parameters: [length], entries: [entry([paragraph('a', { paragraph: '9A999.c' }), paragraph('b', long)])] }],
      'there is no paragraph 9A999.c',
    ],
    ['a first that is not there', [{ parameters: [length], entries: [entry([paragraph('a', long)], { first: ['z'] })] }], 'there is no paragraph z'],
    [
      'a circle of paragraphs',
      [{ entries: [entry([paragraph('a', { paragraph: '9A999.b' }), paragraph('b', { limitsOf: '9A999.a' })])] }],
      'leads back to itself',
    ],
    ['a paragraph that asks for the one above', [{ entries: [entry([paragraph('a'), paragraph('a.1', { paragraph: '9A999.a' })])] }], 'leads back to itself'],
    [
      'a condition that nothing uses',
      [{ parameters: [length], conditions: [{ name: 'idle', says: words, cite: 'x', when: long }], entries: [entry([paragraph('a', long)])] }],
      'condition idle: no paragraph uses it',
    ],
    ['a condition that is not there', [{ entries: [entry([paragraph('a', { condition: 'lost' })])] }], 'condition lost is not declared'],
    ['an order with a hole', [{ parameters: [length], entries: [entry([paragraph('a', long)])], order: ['9A998'] }], 'there is no entry 9A998'],
    ['an order that forgets', [{ parameters: [length], entries: [entry([paragraph('a', long)])], order: [] }], 'entry 9A999 has no place in the order'],
    [
      'a formula on itself',
      [{ parameters: [{ ...length, derive: [{ product: [2, 'length'] }] }], entries: [entry([paragraph('a', long)])] }],
      'its formula leads back to itself',
    ],
    [
      'a formula on an answer',
      [{ parameters: [{ ...length, derive: ['sealed'] }, sealed], entries: [entry([paragraph('a', long)])] }],
      'takes sealed, which is a boolean',
    ],
    [
      'a formula on what may be below zero',
      [
        {
          parameters: [
            { ...length, derive: ['heat'] },
            { ...length, name: 'heat', unit: 'K' },
          ],
          entries: [entry([paragraph('a', long)])],
        },
      ],
      'takes heat, which may be below zero',
    ],
    [
      'a formula on nothing',
      [{ parameters: [{ ...length, derive: ['depth'] }], entries: [entry([paragraph('a', long)])] }],
      'its formula names depth, which is not declared',
    ],
  ]
  it.each(faults)('refuses %s', (_, files, said) => {
    expect(refusal(...files)).toContain(said)
  })
})
