import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { type TestImport, testImport } from '../development/test-import.ts'

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'ecfr-part-744.xml')
const part = readFileSync(FIXTURE, 'utf8')
let test: TestImport
beforeEach(() => {
  test = testImport()
})
afterEach(() => test.close())

const supplement = (number: number, text = part): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${text.slice(text.indexOf(`<DIV9 N="Supplement No. ${number} `)).split('</DIV9>')[0]}</DIV9>\n`
/** The other rendering of the eCFR: letters instead of their numbers, and breaks that are opened and closed. */
const byAppendix = (xml: string): string =>
  xml.replace(/&#x([0-9A-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replaceAll('<br/>', '<br></br>')
const inside = (xml: string): string => xml.slice(xml.indexOf('<DIV5'))
const hashes = (list: string): string[] =>
  test
    .inForce(list)
    .map((entry) => `${entry.entry} ${(entry as ListEntry & { entryHash: string }).entryHash}`)
    .sort()
const named = (name: string): ListEntry => {
  const found = ['EL', 'UVL', 'MEU'].flatMap((list) => test.inForce(list)).find((entry) => entry.name === name)
  if (found === undefined) throw new Error(`${name} is not listed`)
  return found
}

describe('lists of Part 744', () => {
  it('are recognised by their content, whatever the name, and dated by the file', async () => {
    const [report] = await test.take([test.written('anything.bin', gzipSync(part))])
    expect(report).toMatchObject({ format: 'ecfr-xml', contentDate: '2026-09-01', records: 19 })
    expect(report?.lists.map((list) => `${list.id} ${list.records}`)).toEqual(['EL 15', 'UVL 2', 'MEU 2'])
    expect(report?.warnings.filter((warning) => !warning.includes('may not be the whole list'))).toEqual([
      expect.stringContaining('a row is reserved or removed and was left out (line 87)'),
    ])
  })

  it('keep all fields of a row', async () => {
    await test.take([FIXTURE])
    expect(named('Blue Kite FZC')).toMatchObject({
      list: 'EL',
      entry: 'AFGHANISTAN/Blue Kite FZC',
      kind: 'unknown',
      aliases: ['Kite General', 'Kite Comm.'],
      addresses: ['Unit 2, Sample Plaza, Herat, Afghanistan', '7 Other Road, Kabul, Afghanistan'],
      countries: ['AF', 'PK', 'AE'],
      licenceRequirement: 'For all items subject to the EAR',
      licencePolicy: 'Case-by-case review',
      citation: '81 FR 14958, 3/21/16.',
      startDate: '2016-03-21',
      remarks: 'See alternate addresses under Pakistan and U.A.E',
      footnotes: [],
    })
    expect(named('Blue Kite FZC').fields).toEqual({
      Country: 'AFGHANISTAN',
      Entity:
        'Blue Kite FZC, a.k.a., the following two aliases:\n—Kite General; and\n—Kite Comm.\n\nUnit 2, Sample Plaza, Herat, Afghanistan; and 7 Other Road, Kabul, Afghanistan (See alternate addresses under Pakistan and U.A.E.).',
    })
    expect(named('Omar Example').addresses).toEqual(['Room 5, 9th Floor, Sample Market, Kabul, Afghanistan'])
    expect(named('Omar Example').citation).toBe('76 FR 71869, 11/21/11. 85 FR 83769, 12/23/20.')
  })

  it('carry the country to the rows below its own', async () => {
    await test.take([FIXTURE])
    expect(named('Grey Heron Group 13th Research Institute (GHG 13)').countries).toEqual(['CN'])
    expect(named('Quiet Harbour, OOO').countries).toEqual(['UA'])
    expect(named('Otter and Sons, Ltd.').countries).toEqual(['GE'])
    expect(named('Golden Stork Works').countries).toEqual(['MM'])
  })

  it('keep raised figures as footnotes, and as raised figures in the text', async () => {
    await test.take([FIXTURE])
    expect(named('Redwood Falcon Electronics Co., Ltd.')).toMatchObject({
      footnotes: [4],
      licenceRequirement: 'For all items subject to the EAR (See §§ 734.9(e)(2) and 744.11 of the EAR) ⁴',
      aliases: ['Hongshan Falcon Inc.'],
    })
    expect(named('Grey Heron Group 13th Research Institute (GHG 13)').footnotes).toEqual([1, 2])
    expect(named('Quiet Harbour, OOO').footnotes).toEqual([3])
  })

  it('take aliases in brackets and inside a line', async () => {
    await test.take([FIXTURE])
    expect(named('Quiet Harbour, OOO')).toMatchObject({ aliases: ['Harbour Quiet', 'Tikhaya Gavan'], addresses: ['4 Quay, Kerch'] })
    expect(named('Tall Pine Technologies Co., Ltd. (Tall Pine)')).toMatchObject({ aliases: ['Pine Tech'], addresses: ['Longgang District, Shenzhen, China'] })
    expect(named('Otter and Sons, Ltd.').aliases).toEqual(['O&S'])
  })

  it('list the parties under a party by themselves, with what the row says and a pointer to it', async () => {
    await test.take([FIXTURE])
    const institute = named('Grey Heron Group 13th Research Institute (GHG 13)')
    expect(institute).toMatchObject({ aliases: ['Heron Semiconductor Research Institute', 'HSRI'], addresses: ['113 Sample Road, Shijiazhuang, China'] })
    expect(named('Bowl Integrated Circuits')).toMatchObject({
      aliases: ['Bowl Integrated', 'Bowl Technology Co., Ltd.'],
      addresses: ['21 Long Street, Shijiazhuang, China'],
      licencePolicy: 'Presumption of denial',
      footnotes: [1, 2],
      startDate: '2018-08-01',
      relations: [{ says: 'Subordinate Institution', entry: institute.entry, name: institute.name }],
    })
    expect(named('Heron Brightway International Ltd.').addresses).toEqual(['5 Short Street, Shijiazhuang, China'])
    const pine = named('Tall Pine Technologies Co., Ltd. (Tall Pine)')
    for (const name of ['Tall Pine Tech. Investment Co.', 'Shenzhen Tall Pine Software', 'Tall Pine Terminal Co., Ltd.'])
      expect(named(name)).toMatchObject({ licencePolicy: 'Presumption of denial', relations: [{ says: 'Affiliated entities', entry: pine.entry }] })
    expect(named('Tall Pine Terminal Co., Ltd.').aliases).toEqual(['TPT'])
    expect(named('Example Reactors').relations?.[0]?.name).toBe('Department of Example')
  })

  it('keep both readings where a comma may end the name or not', async () => {
    await test.take([FIXTURE])
    expect(named('Academy of Sample Sciences, Institute of Example Medicine')).toMatchObject({
      aliases: ['Academy of Sample Sciences'],
      addresses: ['27 Sample Road, Beijing, China'],
    })
  })

  it('take no date that the calendar does not have, and keep what is written', async () => {
    await test.take([FIXTURE])
    expect(named('Academy of Sample Sciences, Institute of Example Medicine')).toMatchObject({ startDate: '', citation: '86 FR 71557, 2/30/21.' })
  })

  it('take no paragraph, note, footnote or other table for a party', async () => {
    await test.take([FIXTURE])
    const all = ['EL', 'UVL', 'MEU'].flatMap((list) => test.inForce(list))
    expect(all.filter((entry) => /Not a party|Footnote Road|Paragraph Road|made-up|63 FR 64325/.test(JSON.stringify(entry)))).toEqual([])
  })

  it('are the same in both renderings, by part, by appendix and in the whole title', async () => {
    await test.take([FIXTURE])
    const expected = ['EL', 'UVL', 'MEU'].map(hashes)
    const anew = (): void => {
      test.close()
      test = testImport()
    }
    anew()
    const files = [4, 6, 7].map((number) => test.written(`supplement-${number}.xml`, byAppendix(supplement(number))))
    const reports = await test.take(files)
    expect(reports.map((report) => report.lists.map((list) => list.id).join())).toEqual(['EL', 'UVL', 'MEU'])
    expect(reports.flatMap((report) => report.warnings).filter((warning) => warning.includes('not in the file'))).toEqual([])
    expect(['EL', 'UVL', 'MEU'].map(hashes)).toEqual(expected)
    const undated = inside(part).replace(/ hierarchy_metadata="[^"]*"/, '')
    const title = `<?xml version="1.0" encoding="UTF-8" ?>\n<DLPSTEXTCLASS><HEADER/><TEXT><BODY><ECFRBRWS>\n<AMDDATE>Aug. 18, 2026\n</AMDDATE>\n<DIV1 N="2" NODE="15:2" TYPE="TITLE"><HEAD>Title 15</HEAD>
      <DIV5 N="734" TYPE="PART"><HEAD>PART 734</HEAD><P>Text</P></DIV5>${undated}<DIV5 N="774" TYPE="PART"><HEAD>PART 774</HEAD><TABLE><TR><TD>x</TD></TR></TABLE></DIV5>
      </DIV1></ECFRBRWS><ECFRBRWS><AMDDATE>Sept. 9, 2026</AMDDATE><DIV1 N="3" TYPE="TITLE"><HEAD>Title 15</HEAD></DIV1></ECFRBRWS></BODY></TEXT></DLPSTEXTCLASS>`
    anew()
    const [whole] = await test.take([test.written('ECFR-title15.xml', title)])
    expect(whole).toMatchObject({ contentDate: '2026-08-18', records: 19 })
    expect(['EL', 'UVL', 'MEU'].map(hashes)).toEqual(expected)
  })

  it('say of another part what it holds and what was expected', async () => {
    const other =
      '<?xml version="1.0"?>\n<DIV5 N="734" TYPE="PART"><HEAD>PART 734&#x2014;SCOPE</HEAD><DIV8 N="734.2" TYPE="SECTION"><HEAD>A section</HEAD></DIV8></DIV5>'
    const { message } = await test.refusal([test.written('part-734.xml', other)])
    expect(message).toContain('part-734.xml holds "PART 734—SCOPE". Expected one of Supplement No. 4 to Part 744 (Entity List)')
    const unheaded = '<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX"><TABLE><TR><TD>x</TD></TR></TABLE></DIV9>'
    expect((await test.refusal([test.written('ccl.xml', unheaded)])).message).toContain('holds "Supplement No. 1 to Part 774". Expected')
  })

  it('say which supplement of a part is absent', async () => {
    const [report] = await test.take([test.written('a.xml', part.replace(supplement(6).split('\n').slice(1).join('\n').trim(), ''))])
    expect(report?.warnings.join()).toContain('UVL is not in the file')
  })

  it('say of a piece of the list that its country is not known', async () => {
    const [report] = await test.take([test.written('a.xml', supplement(4).replace('AFGHANISTAN', ' '))])
    expect(report?.warnings.join()).toContain(
      '2 parties stand above the first country of their table, so the file may be a piece of the list: Omar Example; Blue Kite FZC',
    )
    expect(named('Omar Example')).toMatchObject({ entry: 'Omar Example', countries: ['AF'] })
    const [next] = await test.take([test.written('b.xml', supplement(4).replace('AFGHANISTAN', 'ATLANTIS'))])
    expect(next?.warnings.join()).toContain('a country is not known by name: ATLANTIS')
  })

  it('leave out no party that stands alone, and say so', async () => {
    const lone = '<TR><TD> </TD><TD>Lone Wolf Ltd., 3 Road, Delhi, India.</TD><TD> </TD><TD> </TD><TD> </TD></TR>'
    const [report] = await test.take([test.written('a.xml', supplement(4).replace('<TR><TD colspan="5"><sup>', `${lone}<TR><TD colspan="5"><sup>`))])
    expect(named('Lone Wolf Ltd.').addresses).toEqual(['3 Road, Delhi, India'])
    expect(report?.warnings.join()).toContain('a row has a party and nothing else and was taken as it stands: Lone Wolf Ltd.')
  })

  it.each([
    ['is cut off in the middle of a row', supplement(4).slice(0, supplement(4).indexOf('Bowl Technology')), 'cut off'],
    ['declares entities', supplement(4).replace('<DIV9', '<!DOCTYPE a [<!ENTITY b "bomb">]>\n<DIV9'), 'An official list file was expected'],
    ['has a row with a cell too few', supplement(4).replace('<TD class="left">Case-by-case review</TD>', ''), 'has 4 cells, expected 5'],
    [
      'has no heading over its columns',
      supplement(4).replace(/<THEAD>[\s\S]*<\/THEAD>/, ''),
      'no heading with the columns country, party, requirement, policy, citation',
    ],
    ['lacks a column in the heading', supplement(4).replace('<TH>License review policy</TH>', '<TH>Other</TH>'), 'no heading with the columns'],
    ['has the table of another list', supplement(4).replace('No. 4', 'No. 6'), 'has 5 cells, expected 3'],
    [
      'has an empty table',
      supplement(7).replace(/<TBODY>[\s\S]*<\/TBODY>/, '<TBODY/>'),
      'Supplement No. 7 to Part 744 has a heading but no row that names a party',
    ],
    ['has a NUL byte', supplement(4).replace('Falcon', 'Fal\0con'), 'NUL byte'],
    ['is in another encoding', Buffer.from(byAppendix(supplement(4)), 'latin1'), 'not UTF-8'],
    ['has a cell longer than any', supplement(4).replace('Omar Example', 'x, '.repeat(7000)), 'line 11: a cell is longer than any'],
    ['has a text of megabytes without an end', supplement(4).replace('Omar Example', 'x'.repeat(9 * 1024 * 1024)), 'longer than any of the official file'],
  ])('are refused when the file %s', async (_, content, says) => {
    const error = await test.refusal([test.written('a.xml', content)])
    expect(error.message).toContain(says)
    expect(error.message).toContain('Nothing was imported')
  })

  it('are not shaken by an element named __proto__ or by parties of one name', async () => {
    const twice =
      '<TR><TD> </TD><TD><__proto__>Omar Example</__proto__>, 8 Other Street, Kabul.</TD><TD>For all items</TD><TD>Denial</TD><TD>76 FR 71869, 11/21/11.</TD></TR>'
    const [report] = await test.take([test.written('a.xml', supplement(4).replace('<TR>\n<TD class="left">CHINA', `${twice}<TR>\n<TD class="left">CHINA`))])
    expect(
      test
        .inForce('EL')
        .filter((entry) => entry.name === 'Omar Example')
        .map((entry) => entry.entry)
        .sort(),
    ).toEqual(['AFGHANISTAN/Omar Example', 'AFGHANISTAN/Omar Example~2'])
    expect(report?.warnings.join()).toContain('1 rows share the id of another row')
  })
})

describe.skipIf(!hasReferenceData())('official pieces and parties', () => {
  it('reads the official piece of the Entity List', async () => {
    const [report] = await test.take([referenceFile('ear/ecfr-xml-excerpts/part-744-supp-4-entity-list.excerpt.xml')])
    expect(report).toMatchObject({ records: 8 })
    expect(named('Smartcom (Hong Kong) Co., Limited')).toMatchObject({ footnotes: [1, 2], addresses: ['Sheung Wan, Hong Kong'], countries: ['HK'] })
    expect(named('Spacety Co., Ltd.')).toMatchObject({ footnotes: [3], countries: ['LU'] })
    expect(named('Spacety Co., Ltd.').aliases).toContain('Spacety Luxembourg S.A.')
    expect(named('Sophgo Technologies Ltd.').addresses).toHaveLength(2)
    expect(named('SMIC Northern Integrated Circuit Manufacturing (Beijing) Co., Ltd.').footnotes).toEqual([5])
  })

  it.each([
    ['part-734', 'PART 734—SCOPE'],
    ['part-738-supp-1-country-chart', 'Supplement No. 1 to Part 738—Commerce Country Chart'],
    ['part-774-supp-1-ccl', 'Supplement No. 1 to Part 774'],
  ])('says of %s what it holds', async (name, says) => {
    expect((await test.refusal([referenceFile(`ear/ecfr-xml-excerpts/${name}.excerpt.xml`)])).message).toContain(says)
  })

  it('finds the end of nearly every name as the Consolidated Screening List has it', async () => {
    const rows = parse(gunzipSync(readFileSync(referenceFile('csl/consolidated-2022-04.csv.gz'))), { columns: true, bom: true, relax_quotes: true }) as Record<
      string,
      string
    >[]
    // Rows that the Consolidated Screening List itself put together from several are no measure.
    const parties = rows.filter(({ source, name }) => source?.startsWith('Entity List') && !/[akf]\.k\.a|Affiliated|Subordinate|subordinate/.test(name ?? ''))
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const cells = parties.map(({ name = '', addresses = '', alt_names = '' }) => {
      const places = addresses.split('; ').map((address) => address.replace(/,? ?[A-Z]{2}$/, ', Atlantis'))
      const aliases = alt_names
        .split('; ')
        .map((alias) => alias.replace(/^and /, '').trim())
        .filter((alias) => alias !== '')
      const list =
        aliases.length === 0 ? '' : `, a.k.a., the following aliases:<br/>${aliases.map((alias) => `&#x2014;${escaped(alias)}`).join(';<br/>')}.<br/> <br/>`
      return `<TR><TD>CHINA</TD><TD>${escaped(name.trim().replace(/,$/, ''))}${list === '' ? ', ' : list}${escaped(places.join('; and '))}.</TD><TD>a</TD><TD>b</TD><TD>c</TD></TR>`
    })
    const xml = `${supplement(4).split('<TBODY>')[0]}<TBODY>${cells.join('\n')}</TBODY></TABLE></DIV></DIV></DIV9>`
    await test.take([test.written('a.xml', xml)])
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    const found = new Set(
      test
        .inForce('EL')
        .flatMap((entry) => [entry.name, ...entry.aliases])
        .map(plain),
    )
    const missed = parties.filter(({ name = '' }) => !found.has(plain(name)))
    expect(parties.length).toBeGreaterThan(1900)
    expect(missed.length / parties.length).toBeLessThan(0.025)
    const aliases = parties
      .flatMap(({ alt_names = '' }) => alt_names.split('; '))
      .map((alias) => plain(alias.replace(/^and /, '')))
      .filter((alias) => alias !== '')
    const missedAliases = aliases.filter((alias) => !found.has(alias))
    expect(missedAliases.length / aliases.length).toBeLessThan(0.01)
  })
})
