/**
 * Reads a bill of materials from a CSV file: finds out which column is what, and turns rows into lines of content. What a
 * line says wrongly is named with its line; nothing comes in by halves. What a cell leaves empty stays unknown.
 */
import { BOM_FIELDS, type BomAnswer, type BomField, type BomProblem, LARGEST_BOM_BYTES } from '#shared/domain/bill-of-materials.ts'
import { type ContentLine, ITEM_KINDS, MOST_CONTENT_LINES } from '#shared/domain/case.ts'
import { CONTROL, csvRows, csvText, FORMULA, headingKey, NOT_KNOWN, type Row, refused } from './csv-file.ts'

/** What the reader asks of the rule pack and the table of countries. */
export type BomKnowledge = {
  /** The code in its usual form, or what it should have been. */
  eccn: (text: string) => { code: string } | { expected: string }
  /** ISO code of a country by code or name, empty when there is none. */
  country: (text: string) => string
  /** The kind that a code's entry describes; undefined when the code does not say. */
  kindOf: (code: string) => ContentLine['kind']
}
export type BomFile = { name: string; bytes: Uint8Array; currency: string; columns?: readonly (BomField | null)[] | undefined }

const LONGEST: Readonly<Record<'part' | 'description', number>> = { part: 200, description: 2000 }
const MOST_COLUMNS = 200
const SHOWN_PROBLEMS = 50

const NAMES: Readonly<Record<BomField, readonly string[]>> = {
  part: [
    'part',
    'partnumber',
    'partno',
    'pn',
    'mpn',
    'sku',
    'itemnumber',
    'itemno',
    'material',
    'materialnumber',
    '料号',
    '物料号',
    '物料编码',
    '零件号',
    '部件号',
    '型号',
  ],
  description: [
    'description',
    'desc',
    'itemdescription',
    'partdescription',
    'name',
    'partname',
    'component',
    '描述',
    '名称',
    '品名',
    '说明',
    '物料名称',
    '物料描述',
  ],
  eccn: [
    'eccn',
    'useccn',
    'eccncode',
    'exportcontrolclassificationnumber',
    'classification',
    'eccn编码',
    '出口管制分类编码',
    '出口管制编码',
    '管制编码',
    '管制条目',
    '管制分类',
  ],
  kind: ['kind', 'type', 'itemtype', 'itemkind', '类型', '种类', '物项类型'],
  origin: ['origin', 'countryoforigin', 'country', 'coo', 'madein', 'countryofmanufacture', '原产地', '原产国', '产地', '国家'],
  quantity: ['quantity', 'qty', 'qtyper', 'pcs', 'pieces', '数量', '用量'],
  unitPrice: ['unitprice', 'priceperunit', 'price', 'unitcost', 'unitvalue', '单价', '单位价格', '单位成本'],
  value: [
    'value',
    'amount',
    'total',
    'totalvalue',
    'linevalue',
    'totalprice',
    'linetotal',
    'extendedprice',
    'extendedcost',
    'totalcost',
    'fairmarketvalue',
    'fmv',
    '金额',
    '总价',
    '价值',
    '总值',
    '小计',
    '公平市场价值',
  ],
  currency: ['currency', 'curr', 'ccy', '币种', '货币'],
  bundled: ['bundled', '捆绑', '是否捆绑'],
}
const KINDS: Readonly<Record<(typeof ITEM_KINDS)[number], readonly string[]>> = {
  commodity: ['commodity', 'hardware', 'goods', 'product', '货物', '硬件', '商品'],
  software: ['software', '软件'],
  technology: ['technology', 'technical data', '技术'],
}
const YES = ['yes', 'y', 'true', '1', '是']
const NO = ['no', 'n', 'false', '0', '否']
/**
 * Reads a file. Throws InputError when it is no CSV file in UTF-8, has no rows, or more lines than an item may have;
 * mistakes of single lines stand in the answer, which then has no lines.
 */
export function readBillOfMaterials(file: BomFile, knowledge: BomKnowledge): BomAnswer {
  const rows = csvRows(csvText(file, LARGEST_BOM_BYTES), file.name)
  const heading = rows[0]?.cells ?? []
  const body = rows.slice(1)
  if (heading.length > MOST_COLUMNS) throw refused(file.name, `expected at most ${MOST_COLUMNS} columns, and found ${heading.length}`)
  if (body.length === 0) throw refused(file.name, 'expected a heading and at least one line below it, and found none')
  if (body.length > MOST_CONTENT_LINES) throw refused(file.name, `expected at most ${MOST_CONTENT_LINES} lines, and found ${body.length}`)
  const columns = file.columns ?? columnsByHeading(heading)
  const problems: BomProblem[] = []
  const lines = body.map((row) => readLine(row, heading, columns, file.currency, knowledge, problems))
  return {
    columns: heading.map((text, at) => ({ heading: text.slice(0, 100), field: columns[at] ?? null, samples: samples(body, at) })),
    total: body.length,
    lines: problems.length === 0 ? lines : [],
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
  }
}

/** A field that two headings claim stays open for the officer to choose. */
function columnsByHeading(heading: readonly string[]): (BomField | null)[] {
  const claimed = heading.map((text) => BOM_FIELDS.find((field) => NAMES[field].includes(headingKey(text))) ?? null)
  return claimed.map((field) => (claimed.filter((other) => other === field).length > 1 ? null : field))
}

function samples(body: readonly Row[], at: number): string[] {
  return body
    .map(({ cells }) => (cells[at] ?? '').slice(0, 60))
    .filter((cell) => cell !== '')
    .slice(0, 3)
}

function readLine(
  { cells, line }: Row,
  heading: readonly string[],
  columns: readonly (BomField | null)[],
  currency: string,
  knowledge: BomKnowledge,
  problems: BomProblem[],
): ContentLine {
  const problem = (at: number, code: BomProblem['code'], found: string, expected = '') => {
    problems.push({ line, column: heading[at] ?? '', code, found: found.slice(0, 80), expected })
    return undefined
  }
  if (cells.length !== heading.length) problem(-1, 'cells', String(cells.length), String(heading.length))
  cells.forEach((cell, at) => {
    if (CONTROL.test(cell)) problem(at, 'control-character', cell.replace(new RegExp(CONTROL, 'gu'), '�'))
    else if (FORMULA.test(cell)) problem(at, 'formula', cell)
  })
  const cell = (field: BomField): { at: number; text: string } | undefined => {
    const at = columns.indexOf(field)
    const text = (cells[at] ?? '').trim()
    return at < 0 || NOT_KNOWN.includes(text.toLowerCase()) ? undefined : { at, text }
  }
  const read = <T>(field: BomField, by: (text: string, at: number) => T | undefined): T | undefined => {
    const found = cell(field)
    return found === undefined ? undefined : by(found.text, found.at)
  }
  const words = (field: 'part' | 'description') =>
    read(field, (text, at) => (text.length > LONGEST[field] ? problem(at, 'too-long', text, String(LONGEST[field])) : text))
  const number = (field: 'quantity' | 'unitPrice' | 'value') =>
    read(field, (text, at) => {
      const found = decimal(text, currency)
      return typeof found === 'string' ? found : problem(at, found.code, text, found.expected)
    })
  const eccn = read('eccn', (text, at) => {
    const found = knowledge.eccn(text)
    return 'code' in found ? found.code : problem(at, 'no-entry', text, found.expected)
  })
  const kind = read(
    'kind',
    (text, at) => ITEM_KINDS.find((one) => KINDS[one].includes(text.toLowerCase())) ?? problem(at, 'no-kind', text, ITEM_KINDS.join(', ')),
  )
  const byEntry = eccn === undefined ? undefined : knowledge.kindOf(eccn)
  if (kind !== undefined && byEntry !== undefined && kind !== byEntry) problem(columns.indexOf('kind'), 'no-kind', kind, byEntry)
  const origin = read('origin', (text, at) => knowledge.country(text) || problem(at, 'no-country', text))
  const bundled = read('bundled', (text, at) =>
    YES.includes(text.toLowerCase()) ? true : NO.includes(text.toLowerCase()) ? false : problem(at, 'no-yes-or-no', text),
  )
  read('currency', (text, at) => (currency !== '' && text.toUpperCase() !== currency ? problem(at, 'other-currency', text, currency) : undefined))
  const [quantity, unitPrice, stated] = [number('quantity'), number('unitPrice'), number('value')]
  const product = quantity === undefined || unitPrice === undefined ? undefined : times(quantity, unitPrice)
  if (product !== undefined && stated !== undefined && !same(product, stated)) problem(columns.indexOf('value'), 'value-differs', stated, product)
  const value = stated ?? product
  if (value !== undefined && !/^\d{1,15}(\.\d{1,6})?$/.test(value)) problem(columns.indexOf(stated === undefined ? 'unitPrice' : 'value'), 'no-number', value)
  const given = {
    part: words('part'),
    description: words('description'),
    eccn,
    kind,
    origin,
    value,
    quantity: quantity === undefined ? undefined : Number(quantity),
    bundled,
  }
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)) as ContentLine
}

/** Decimal text from a cell such as `1234.5`, `1,234.50` or `USD 12.00`, or what is wrong with it. */
function decimal(text: string, currency: string): string | { code: 'no-number' | 'unclear-number'; expected: string } {
  const bare = currency !== '' && text.toUpperCase().startsWith(currency) ? text.slice(currency.length).trim() : text
  if (/^\d+(\.\d+)?$/.test(bare)) return bare
  if (/^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$/.test(bare)) return bare.replaceAll(',', '')
  return { code: /^\d[\d.,]*$/.test(bare) ? 'unclear-number' : 'no-number', expected: '1234.50' }
}

/** The exact product of two decimal texts, without needless zeros. */
function times(a: string, b: string): string {
  const places = (text: string) => text.split('.')[1]?.length ?? 0
  const decimals = places(a) + places(b)
  const digits = (BigInt(a.replace('.', '')) * BigInt(b.replace('.', ''))).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : trim(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
}

const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
const same = (a: string, b: string): boolean => trim(a).replace(/^0+(?=\d)/, '') === trim(b).replace(/^0+(?=\d)/, '')
