import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openListFile } from './list-file.ts'
import { elementIn, elementsIn, textIn, textOf, type XmlRecord, xmlRecords, xmlRoot } from './xml-records.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-xml-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SHAPE = { root: 'list', records: new Set(['party']) }
async function read(text: string): Promise<XmlRecord[]> {
  const path = join(folder, 'list.xml')
  writeFileSync(path, text)
  const records: XmlRecord[] = []
  for await (const batch of xmlRecords(await openListFile(path), SHAPE)) records.push(...batch)
  return records
}

describe('records of an XML file', () => {
  it('come with their texts, attributes by local name, lines and what they stand in', async () => {
    const [first, second, ...rest] = await read(
      '<?xml version="1.0"?>\n<a:list xmlns:a="urn:x" at="2026">\n <group id="g">\n  <party a:no="1"><name> A &amp; B </name>\n  <name>C</name></party>\n </group><party/>\n</a:list>',
    )
    expect(rest).toEqual([])
    expect(first?.within.map(({ name, attributes }) => [name, attributes.at ?? attributes.id])).toEqual([
      ['list', '2026'],
      ['group', 'g'],
    ])
    expect(first?.element).toMatchObject({ name: 'party', attributes: { no: '1' }, line: 4 })
    expect(elementsIn(first?.element, 'name').map(textOf)).toEqual(['A & B', 'C'])
    expect(textIn(first?.element, 'name')).toBe('A & B')
    expect(elementIn(second?.element, 'name')).toBeUndefined()
    expect(textIn(second?.element, 'name')).toBe('')
  })

  it('keep the order of texts and elements where they are mixed', async () => {
    const [record] = await read('<list><party>one<br/><![CDATA[two <x>]]><sup>3</sup> four</party></list>')
    expect(record?.element.content.map((part) => (typeof part === 'string' ? part : part.name))).toEqual(['one', 'br', 'two <x>', 'sup', ' four'])
    expect(textOf(record?.element)).toBe('onetwo <x>3 four')
  })

  it.each([
    ['a document type, and so an entity bomb', '<!DOCTYPE list [<!ENTITY a "aaaa">]><list/>', /line 1: the file declares a document type/],
    ['an entity that is not declared', '<list><party>&a;</party></list>', /line 1: the XML is not well-formed/],
    ['another root', '\n<other/>', /line 2: the root element is other, expected list/],
    ['elements that cross', '<list>\n<party><a></party></a></list>', /line 2: the XML is not well-formed/],
    ['a file that is cut off', '<list><party>', /ends before its last element is closed|not well-formed/],
    ['a file that is cut off in a tag', '<list><party na', /ends before its last element is closed|not well-formed/],
    ['elements too deep', `<list>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</list>`, /more than 60 deep/],
    ['a text too long', `<list><party>${'a'.repeat(5_000_000)}</party></list>`, /longer than any of the official file/],
    ['a record too large', `<list><party>${`<a>${'b'.repeat(1_000_000)}</a>`.repeat(9)}</party></list>`, /larger than any of the official file/],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  it('gives a name that JavaScript keeps for itself no power', async () => {
    const [record] = await read('<list><party __proto__="x" constructor="y"/></list>')
    expect(record?.element.attributes.constructor).toBe('y')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('are preceded by a root that the head shows', async () => {
    const path = join(folder, 'list.xml')
    writeFileSync(path, '\uFEFF<?xml version="1.0"?>\n<!-- made --><ns:sdnList xmlns:ns="urn:x"/>')
    expect(xmlRoot(await openListFile(path))).toBe('sdnList')
  })
})
