/** An officer's own list: its id, its title, and which column of a CSV file is what. */
import { z } from 'zod'

export const OWN_FIELDS = ['name', 'aliases', 'kind', 'country', 'address', 'dateOfBirth', 'ids', 'remarks', 'startDate', 'endDate'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** Ids of own lists begin so, and no official one does. */
export const OWN_PREFIX = 'OWN-'
export const OWN_ID = /^OWN-[A-Z0-9][A-Z0-9-]{0,29}$/
export const DELIMITERS = [',', ';', '\t'] as const

export const ownList = z.strictObject({
  list: z.string().regex(OWN_ID, 'expected OWN- and then capital letters, figures and hyphens'),
  title: z.string().trim().min(1).max(120),
  delimiter: z.enum(DELIMITERS).optional(),
  /** Columns by what they hold, each under its name in the heading. */
  map: z.partialRecord(z.enum(OWN_FIELDS), z.string().max(500)),
})
export type OwnList = z.infer<typeof ownList>

/** What the first rows of a file look like, and how a file with this heading was read the last time. */
export type OwnListPreview = { columns: string[]; rows: string[][]; delimiter: (typeof DELIMITERS)[number]; remembered?: OwnList }
