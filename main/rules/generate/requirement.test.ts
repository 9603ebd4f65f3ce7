import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type RequirementReading, readRequirement, suffixOf } from './requirement.ts'

const { requirements, suffixes }: { requirements: RequirementReading[]; suffixes: Record<string, string> } = parse(
  readFileSync(join(import.meta.dirname, 'readings', 'requirements.yaml'), 'utf8'),
)
const requires = (cell: string) => readRequirement(cell, requirements)?.requires

describe('requirement cells', () => {
  it.each([
    ['NS Column 1', 'NS 1'],
    ['AT  Column 2.', 'AT 2'],
    ['RS Column 1, See § 742.6(a)(3) for more.', 'RS 1 reexport 742.6(a)(3)'],
    ['See § 746.1 of the EAR for UN controls.', 'un-embargo 746.1(b)'],
    ['See § 746.1(b) for UN controls', 'un-embargo 746.1(b)'],
    ['See § 764.1(b) for UN controls', 'un-embargo 746.1(b)'],
    ['China, Russia or Venezuela (see § 742.6(a)(7)).', 'china-russia-venezuela 742.6(a)(7)'],
    ['China, Russia, or Venezuela (see § 742.6(a)(7))', 'china-russia-venezuela 742.6(a)(7)'],
    ['Worldwide control. See § 742.4(a)(5)', 'worldwide 742.4(a)(5)'],
    ['Worldwide control. See § 742.6(a)(10)', 'worldwide 742.6(a)(10)'],
    ['To or within any destination worldwide. See § 742.6(a)(6)(iii)(A).', 'worldwide 742.6(a)(6)(iii)(A)'],
    ['To or within any destination worldwide, see § 742.6(a)(6)(iii)(A).', 'worldwide 742.6(a)(6)(iii)(A)'],
    ['To or within any destination worldwide. See § 742.6(a)(13).', 'worldwide 742.6(a)(13)'],
    ['To or within the United Arab Emirates or destinations specified in Country Groups D:1, D:4, and D:5', 'uae-or-D:1-D:4-D:5 742.6(a)(6)(iii)(B)'],
    ['To or within Macau or a D:5 place. See § 742.4(a)(4).', 'macau-or-D:5 742.4(a)(4)'],
    ['To or within Macau or a D:5 place. See § 742.6(a)(6).', 'macau-or-D:5 742.6(a)(6)(i)(A)'],
    ['To or within Macau or a D:5 place. See § 742.6(a)(6)(i)(B).', 'macau-or-D:5 742.6(a)(6)(i)(B)'],
    ['To or within Macau or a D:5 place. See § 742.6(a)(12).', 'macau-or-D:5 3A069'],
    ['To or within Macau or a D:5 place. See § 742.6(a)(13).', 'macau-or-D:5 3A069'],
    ['See § 742.6(a)(11).', 'footnote-5 742.6(a)(11)'],
    ['See § 746.8 for specific license requirements', 'russian-industry 746.8(a)(4)'],
    ['Needed for export to Iraq or transfer within Iraq', 'iraq 742.6(a)(5)'],
    ['Needed for export to Iraq and transfer within Iraq', 'iraq 742.6(a)(5)'],
    ['Needed for export to Pakistan or transfer within Pakistan', 'pakistan 742.6(a)(12)'],
    ['Needed for export to Iraq or Pakistan or transfer within Iraq or Pakistan', 'iraq-or-pakistan 742.6'],
    ['Needed for items to North Korea for anti-terrorism reasons', 'north-korea 742.19'],
    ['A license is required for all destinations, as specified in § 742.13', 'all-destinations 742.13'],
    ['Refer to § 742.15.', 'all-but-canada 742.15'],
    ['A license is required for ALL destinations, except Canada', 'all-but-canada 742.7(a)(5)'],
    ['See § 742.14.', 'not-AU-CA-GB 742.14'],
    ['N/A.', 'np-conditional 742.3'],
  ])('%s', (cell, name) => expect(requires(cell)).toBe(name))

  it('guesses nothing', () => {
    expect(requires('Column 1.')).toBeUndefined()
    expect(requires('NP Column 1 AT Column 1')).toBeUndefined()
  })
})

describe('ends of row ids', () => {
  it('are the number of a column or the word of a predicate', () => {
    expect(suffixOf('NS 2', requirements, suffixes)).toBe('2')
    expect(suffixOf('short-supply 754', requirements, suffixes)).toBe('short-supply')
    expect(suffixOf('un-embargo 746.1(b)', requirements, suffixes)).toBe('embargo')
  })
  it('are never made up', () => expect(() => suffixOf('something else', requirements, suffixes)).toThrow('no suffix'))
})
