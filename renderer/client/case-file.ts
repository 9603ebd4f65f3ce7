/** Case files in the window: a new one, and the part of a half-written one that can be stored. */
import { CASE_SCHEMA, type CaseFile, caseSchema } from '#shared/domain/case.ts'

/** Letters and figures that cannot be mistaken for one another when read aloud. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `C-20261121-7K3FQ` from a day and five random bytes. */
export function caseId(today: string, random: Uint8Array): string {
  return `C-${today.slice(0, 10).replaceAll('-', '')}-${[...random.slice(0, 5)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`
}

export const newCaseId = (today: string): string => caseId(today, crypto.getRandomValues(new Uint8Array(5)))

/** A case that says nothing yet: one item without any facts. */
export const blankCase = (id: string): CaseFile => ({
  schema: CASE_SCHEMA,
  id,
  transaction: { transit: [], endUse: { statement: '', facts: {} }, facts: {} },
  items: [{ id: '1', description: '', facts: {}, content: [] }],
  parties: [],
  facts: {},
})

/** What can be stored of a case that is being written: parties, holders and owners without a name wait for it. */
export function storable(file: CaseFile): CaseFile {
  const parties = file.parties
    .filter((party) => party.name.trim() !== '')
    .map((party) => ({ ...party, owners: party.owners.filter((owner) => owner.name.trim() !== '') }))
  if (file.holders === undefined) return { ...file, parties }
  const holders = file.holders
    .filter(({ name }) => name.trim() !== '')
    .map(({ owners, ...holder }) => ({ ...holder, ...(owners === undefined ? {} : { owners: owners.filter(({ name }) => name.trim() !== '') }) }))
  return { ...file, parties, holders }
}

/** Field and reason for everything that keeps a case from being stored; empty when it can be. */
export function faults(file: CaseFile): { path: string; message: string }[] {
  const checked = caseSchema.safeParse(storable(file))
  return checked.success ? [] : checked.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

/** The smallest whole number that no item uses as its id. */
export function nextItemId(file: CaseFile): string {
  const taken = new Set(file.items.map((item) => item.id))
  let number = 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

/**
 * Reads case files out of a text: one JSON object, an array of them, or one a line. Throws SyntaxError or ZodError with
 * what was expected; nothing is stored here.
 */
export function readCases(text: string): CaseFile[] {
  const trimmed = text.trim()
  const parsed = (): unknown[] => {
    try {
      const whole: unknown = JSON.parse(trimmed)
      return Array.isArray(whole) ? whole : [whole]
    } catch (cause) {
      const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '')
      if (lines.length < 2) throw cause
      return lines.map((line) => JSON.parse(line) as unknown)
    }
  }
  return parsed().map((one) => caseSchema.parse(one))
}
