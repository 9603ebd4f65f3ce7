import { describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { type BomFile, type BomKnowledge, readBillOfMaterials } from './bill-of-materials.ts'

const CODES = ['EAR99', '3A001', '3A001.a', '5D002']
const COUNTRIES: Record<string, string> = { us: 'US', 'united states': 'US', 美国: 'US', jp: 'JP', na: 'NA' }
const KNOWLEDGE: BomKnowledge = {
  eccn: (text) => (CODES.includes(text.toUpperCase().replace('.A', '.a')) ? { code: text.toUpperCase().replace('.A', '.a') } : { expected: '3A001' }),
  country: (text) => COUNTRIES[text.toLowerCase()] ?? '',
  kindOf: (code) => (code === '5D002' ? 'software' : code === 'EAR99' ? undefined : 'commodity'),
}
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, more: Partial<BomFile> = {}) => readBillOfMaterials({ name: 'bom.csv', bytes: bytes(text), currency: 'EUR', ...more }, KNOWLEDGE)
const refusal = (text: string | Uint8Array): string => {
  try {
    readBillOfMaterials({ name: 'bom.csv', bytes: typeof text === 'string' ? bytes(text) : text, currency: 'EUR' }, KNOWLEDGE)
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}
const problems = (text: string) => read(text).problems.map(({ line, code }) => [line, code])

describe('what is read', () => {
  it('knows English headings', () =>
    expect(read('Part No.,Description,ECCN,Country of Origin,Qty,Unit Price\nP-1,Converter,3a001.a,United States,2,10.25\n').lines).toEqual([
      { part: 'P-1', description: 'Converter', eccn: '3A001.a', origin: 'US', value: '20.5', quantity: 2 },
    ]))
  it('knows Chinese headings, with the mark of UTF-8 before them', () =>
    expect(read('\ufeff料号,名称,ECCN编码,原产国,数量,单价,物项类型\nP-1,转换器,3A001,美国,3,0.1,货物\n').lines).toEqual([
      { part: 'P-1', description: '转换器', eccn: '3A001', kind: 'commodity', origin: 'US', value: '0.3', quantity: 3 },
    ]))
  it.each([';', '\t'])('takes “%s” between cells', (mark) =>
    expect(read(`${['eccn', 'origin', 'value'].join(mark)}\n${['3A001', 'US', '5'].join(mark)}`).lines).toEqual([{ eccn: '3A001', origin: 'US', value: '5' }]),
  )
  it('leaves unknown what is empty or said to be unknown', () =>
    expect(read('eccn,origin,value\n,,\nn/a,?,TBD\n-,US,5\n').lines).toEqual([{}, { origin: 'US', value: '5' }]))
  it('takes Namibia for a country', () => expect(read('origin,value\nNA,1').lines).toEqual([{ origin: 'NA', value: '1' }]))
  it.each([
    ['1234.5', '1234.5'],
    ['"1,234.50"', '1234.50'],
    ['"1,234,567"', '1234567'],
    ['EUR 12.00', '12.00'],
  ])('reads the number %s', (cell, value) => expect(read(`value,eccn\n${cell},3A001`).lines[0]?.value).toBe(value))
  it('multiplies exactly', () => expect(read('qty,unit price\n3,0.1').lines[0]?.value).toBe('0.3'))
  it('asks which when two headings claim one field', () =>
    expect(read('Total,Amount,eccn\n1,2,3A001').columns.map(({ field }) => field)).toEqual([null, null, 'eccn']))
  it('follows the columns that the officer chose', () =>
    expect(read('Total,Amount,eccn\n1,2,3A001', { columns: [null, 'value', 'eccn'] }).lines).toEqual([{ eccn: '3A001', value: '2' }]))
  it('shows samples of each column', () =>
    expect(read('eccn,mystery\n3A001,a\nEAR99,b').columns[1]).toEqual({ heading: 'mystery', field: null, samples: ['a', 'b'] }))
  it('keeps parts that only look like signed numbers', () =>
    expect(read('description\n+5V regulator\n-40C cable').lines).toEqual([{ description: '+5V regulator' }, { description: '-40C cable' }]))
  it('reads ten thousand lines', () => expect(read(`eccn,origin,value\n${'3A001,US,0.1\n'.repeat(10_000)}`).lines).toHaveLength(10_000))
})

describe('what is wrong in a line is named, and nothing comes in', () => {
  it.each<[string, string, [number, string][]]>([
    ['an entry that does not exist', 'eccn\n3A001\n9Z999', [[3, 'no-entry']]],
    ['a country that does not exist', 'origin\nAtlantis', [[2, 'no-country']]],
    ['a kind that is none', 'kind\nthing', [[2, 'no-kind']]],
    ['a kind that its entry is not', 'eccn,kind\n5D002,commodity', [[2, 'no-kind']]],
    ['text for a number', 'value\nmany', [[2, 'no-number']]],
    ['a negative value', 'value\n-5', [[2, 'no-number']]],
    ['a comma that may be either', 'value\n"1,234"', [[2, 'unclear-number']]],
    ['a decimal comma', 'value;eccn\n1.234,50;3A001', [[2, 'unclear-number']]],
    ['seven decimals', 'value\n0.0000001', [[2, 'no-number']]],
    ['another currency', 'value,currency\n5,USD', [[2, 'other-currency']]],
    ['a value that is not the product', 'qty,unit price,value\n2,3,7', [[2, 'value-differs']]],
    ['a missing cell', 'eccn,value\n3A001', [[2, 'cells']]],
    ['a formula', 'description,value\n"=HYPERLINK(""http://x"",""y"")",5', [[2, 'formula']]],
    ['a formula behind a sign', 'description\n"+cmd|\' /C calc\'!A0"', [[2, 'formula']]],
    ['an at sign', 'description\n@SUM(1)', [[2, 'formula']]],
    ['a control character', 'description\nbell\u0007', [[2, 'control-character']]],
    ['a cell far too long', `description\n${'x'.repeat(3000)}`, [[2, 'too-long']]],
    ['neither yes nor no', 'bundled\nmaybe', [[2, 'no-yes-or-no']]],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected)
    expect(read(text).lines).toEqual([])
  })
  it('counts every problem and shows the first fifty', () => {
    const answer = read(`eccn\n${'9Z999\n'.repeat(80)}`)
    expect(answer.problemCount).toBe(80)
    expect(answer.problems).toHaveLength(50)
  })
})

describe('files that are refused whole', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty one', '', /expected a heading/],
    ['a heading alone', 'eccn,value\n', /at least one line/],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), /expected CSV/],
    ['another encoding', new Uint8Array([0x65, 0x0a, 0xd6, 0xd0]), /not UTF-8/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x65, 0x00]), /not UTF-8/],
    ['a NUL', 'eccn\n3A\u0000001', /line 2 holds a NUL/],
    ['a quote that is never closed', `eccn\n"3A001${'\nx'.repeat(5)}`, /never closed/],
    ['a cell without end', `eccn\n"${'x'.repeat(200_000)}"`, /longer than any/],
    ['more lines than an item may have', `eccn\n${'3A001\n'.repeat(10_001)}`, /at most 10000 lines/],
    ['more columns than any', `${'a,'.repeat(300)}\n1`, /at most 200 columns/],
    ['more bytes than any', new Uint8Array(21 * 1024 * 1024), /at most 20 MB/],
  ])('%s', (_, text, expected) => expect(refusal(text)).toMatch(expected))
})
