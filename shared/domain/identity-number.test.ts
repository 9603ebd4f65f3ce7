/** Sound numbers and such with a slip, in the writings that lists and officers use. */
import { describe, expect, it } from 'vitest'
import { identityNumbers, numberWarnings } from './identity-number.ts'
import type { PartyKind } from './screening.ts'

const CODE = '91350100M000100Y43'
const LEI = '5493001KJTIIGC8Y1R12'
const read = (text: string, party?: PartyKind): string =>
  identityNumbers(text, party)
    .map(({ kind, number, fault }) => [kind, number, ...(fault ? [fault] : [])].join(' '))
    .join('; ')

describe('identity numbers', () => {
  it.each<[text: string, kind: PartyKind | undefined, is: string]>([
    // unified social credit code
    [CODE, undefined, `social-credit-code ${CODE}`],
    [`CN, ${CODE}, Unified Social Credit Code (USCC)`, 'entity', `social-credit-code ${CODE}`],
    [`Unified Social Credit Code (USCC) ${CODE} (China)`, 'entity', `social-credit-code ${CODE}`],
    [`USCC${CODE}`, undefined, `social-credit-code ${CODE}`],
    [`统一社会信用代码：${CODE}`, undefined, `social-credit-code ${CODE}`],
    ['usc code 91350100m000100y43', undefined, `social-credit-code ${CODE}`],
    ['９１３５０１００Ｍ０００１００Ｙ４３', undefined, `social-credit-code ${CODE}`],
    ['USCC 9135 0100 M000 100Y 43', undefined, `social-credit-code ${CODE}`],
    ['91350100M000100Y44', undefined, 'social-credit-code 91350100M000100Y44 check'],
    ['91350100M000100Y34', undefined, 'social-credit-code 91350100M000100Y34 check'],
    ['USCC 91350100M000I00Y43', undefined, 'social-credit-code 91350100M000I00Y43 form'],
    ['USCC 91350100M000100Y4', undefined, 'social-credit-code 91350100M000100Y4 form'],
    // eighteen characters of another kind
    ['11010519491231002X', undefined, ''],
    ['National ID No. 110105194912310021', 'person', ''],
    ['CAUP590612HJCDRR09', 'person', ''],
    ['Success 12', undefined, ''],
    // legal entity identifier
    [LEI, undefined, `lei ${LEI}`],
    [`LEI: ${LEI}`, undefined, `lei ${LEI}`],
    [`RU, ${LEI}, Legal Entity Number`, 'entity', `lei ${LEI}`],
    ['LEI 5493001KJTIIGC8Y1R13', undefined, 'lei 5493001KJTIIGC8Y1R13 check'],
    ['LEI 5493001KJTIIGC8Y1R1', undefined, 'lei 5493001KJTIIGC8Y1R1 form'],
    // An account is no legal entity identifier, nor is a number that only bears a name like it.
    ['40702810938000012345', undefined, ''],
    ['NL, 851683897, Legal Entity Number', 'entity', ''],
    // ships
    ['IMO 9187629', undefined, 'imo 9187629'],
    ['IMO number: 9187629', undefined, 'imo 9187629'],
    ['IMO9187629', undefined, 'imo 9187629'],
    ['IMO No. 9187629', undefined, 'imo 9187629'],
    ['IMO编号：9187629', undefined, 'imo 9187629'],
    ['IMO 9187629 (IMO9187629)', 'vessel', 'imo 9187629'],
    ['IMO 9187629, Vessel Registration Identification', 'vessel', 'imo 9187629'],
    ['Vessel Registration Identification 9187629', 'vessel', 'imo 9187629'],
    ['9187629', 'vessel', 'imo 9187629'],
    ['9187629', undefined, ''],
    ['9187629', 'entity', ''],
    ['IMO 9187628', 'vessel', 'imo 9187628 check'],
    ['IMO 918762', 'vessel', 'imo 918762 form'],
    // The owner of ships has a number by another rule, which a ship can not have.
    ['IMO 5342883, Company Number', 'entity', 'imo 5342883'],
    ['IMO 5342883', 'vessel', 'imo 5342883 check'],
    ['Simon 9187629', undefined, ''],
    ['MMSI 356123000', undefined, 'mmsi 356123000'],
    ['356123000, MMSI', 'vessel', 'mmsi 356123000'],
    ['356123000', 'vessel', 'mmsi 356123000'],
    ['356123000', undefined, ''],
    ['MMSI 35612300', undefined, 'mmsi 35612300 form'],
  ])('%s of a party of kind %s', (text, party, is) => {
    expect(read(text, party)).toBe(is)
  })

  it('stand any text', () => {
    for (const text of ['', ' ', 'IMO', 'USCC', 'LEI', 'MMSI', '\u0000', '9'.repeat(200), 'IMO '.repeat(40)])
      expect(() => identityNumbers(text, 'vessel')).not.toThrow()
  })
})

describe('warnings', () => {
  it('say which number is none of its kind and why, in plain words', () => {
    expect(numberWarnings(['P1234567', CODE, 'USCC 91350100M000100Y44', 'IMO 12'])).toEqual([
      {
        value: 'USCC 91350100M000100Y44',
        kind: 'social-credit-code',
        fault: 'check',
        says: '“USCC 91350100M000100Y44” is no valid unified social credit code: its check character does not fit. It is compared as it is written and tells no party apart.',
      },
    ])
    expect(numberWarnings(['IMO 123'])).toMatchObject([{ kind: 'imo', fault: 'form' }])
  })
})
