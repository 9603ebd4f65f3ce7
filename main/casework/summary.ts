/** What the list of cases shows of a case, and the text in which it is searched. */
import type { CaseFile, CaseItem } from '#shared/domain/case.ts'

export type Summary = { title: string; destination: string; items: number; parties: string; titleKey: string; search: string }

const LONGEST_TITLE = 200
const LONGEST_PARTIES = 300
const LONGEST_DESCRIPTION_SEARCHED = 400

/** Summary of a case: its title (else what its first item is), destination, number of items and names of parties. */
export function summaryOf(file: CaseFile): Summary {
  const title = cut(file.title?.trim() || firstWords(file.items[0]) || file.id, LONGEST_TITLE)
  const names = file.parties.map((party) => party.name.trim())
  const items = file.items.flatMap((item) => [item.eccn ?? '', cut(item.description, LONGEST_DESCRIPTION_SEARCHED)])
  return {
    title,
    destination: file.transaction.destination ?? '',
    items: file.items.length,
    parties: cut(names.join(', '), LONGEST_PARTIES),
    titleKey: fold(title),
    search: fold([file.id, title, file.transaction.destination ?? '', ...names, ...items].join('\n')),
  }
}

function firstWords(item: CaseItem | undefined): string {
  const line = item?.description.trim().split(/\r?\n/)[0]
  return line || item?.eccn || ''
}

/** Text made comparable: full-width and compatibility forms, case and accents do not tell two words apart. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()
}

/** The first `longest` characters, never half of one; a cut is shown. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
