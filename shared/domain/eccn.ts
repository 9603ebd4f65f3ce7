/** The form of an export control classification number: control entries, their paragraphs, and EAR99 for what no entry names. */

/** What is subject to the EAR and stands in no control entry (15 CFR 734.3(c)). */
export const EAR99 = 'EAR99'

/** A control entry: category, product group and number (Supp. No. 1 to part 774). */
export const ECCN = /^[0-9][A-E][0-9]{3}$/

/** What a text should have been that is no control entry. */
export const ENTRY_FORM = 'a digit, a letter from A to E and three digits'

/** What a text should have been that is no ECCN. */
export const ECCN_FORM = `${ENTRY_FORM}, a paragraph behind a dot if there is one, or ${EAR99}`

/** The kind of item that a control entry describes, by its product group: A to C hold commodities, D software, E technology (15 CFR 738.2(b)). */
export function kindOfEntry(eccn: string): 'commodity' | 'software' | 'technology' | undefined {
  if (!ECCN.test(eccn)) return undefined
  const group = eccn.charAt(1)
  return group === 'D' ? 'software' : group === 'E' ? 'technology' : 'commodity'
}

/** The control entry and the paragraph of an item's code, cut at the first dot; the paragraph is empty when there is none. */
export function splitCode(code: string): { eccn: string; paragraph: string } {
  const dot = code.indexOf('.')
  return dot < 0 ? { eccn: code, paragraph: '' } : { eccn: code.slice(0, dot), paragraph: code.slice(dot + 1) }
}

/** The code of a paragraph of a control entry; the entry alone when the paragraph is empty. */
export const joinCode = (eccn: string, paragraph: string): string => (paragraph === '' ? eccn : `${eccn}.${paragraph}`)
