import { describe, expect, it } from 'vitest'
import { footnotesOf } from './footnotes.ts'
import { readListSources } from './list-sources.ts'

const sections = readListSources().footnotes

describe('footnotes of the Entity List', () => {
  it.each([
    ['All items subject to the EAR. (See §744.11 of the EAR)', []],
    ['All items (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)', [3]],
    ['All Items (See §734.9(g), 3 §746.8(a)(3), and §744.21(b) of the EAR).', [3]],
    ['All items (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)', [3]],
    ['All items (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)', [3]],
    ['All items, see §§ 734.9(e)1 and 744.11 of the EAR2', [1, 2]],
    ['All items, see §§ 734.9(e) 1 and 744.11 of the EAR 2', [1, 2]],
    ['All Items (See §734.9(e)1, and §744.11 of the EAR)2.', [1, 2]],
    ['All items (See §§ 734.9(e)(2) and 744.11 of the EAR)4', [4]],
    ['All items (See §§ 734.9(e)(2) and 744.11 of the EAR) 4', [4]],
    ['All items (See §§ 734.9(e) and 744.11 of the EAR)4', [4]],
    ['All Items (See §734.9(e), and 744.11 of the EAR)4.', [4]],
    ['All items (See §§ 734.9(e)(2) and 744.11 of the EAR)', [4]],
    ['All items (See §734.4(a)(9), 734.9(e)(3) and 744.11 of the EAR)5', [5]],
    ['All items, see §§ 736.2(b)(3)(vi), and 744.11 of the EAR, EXCEPT for technology designated as EAR99', [1]],
    ['All items except food designated as EAR99. (See §744.11 of the EAR)', []],
    ['All items (Footnote 1)', [1]],
    ['For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR.', []],
    ['', []],
  ])('%s', (text, numbers) => {
    expect(footnotesOf(text, sections)).toEqual(numbers)
  })
})
