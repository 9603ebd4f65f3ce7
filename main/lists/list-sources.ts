/**
 * What the importers know beforehand: the lists and their publishers' names for them, how long a copy counts as fresh,
 * names that must not vanish, and the built-in starter list. All of it is data under assets/lists.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { OWN_PREFIX } from '#shared/domain/own-list.ts'

/** The folder of the built-in data when the program runs from its sources. */
export const LIST_ASSETS = join(import.meta.dirname, '..', '..', 'assets', 'lists')

const words = z.strictObject({ en: z.string(), zh: z.string() })
const sourcesSchema = z.strictObject({
  lists: z.array(
    z.strictObject({
      id: z.string(),
      /** The list's name in the Consolidated Screening List, for those that stand in it. */
      csl: z.string().optional(),
      title: words,
      publisher: z.string(),
      staleAfterDays: z.number().int().positive(),
      discontinued: z.boolean().optional(),
    }),
  ),
  ofacConsolidated: z.strictObject({
    sdn: z.string(),
    umbrella: z.string(),
    lists: z.array(z.strictObject({ id: z.string(), names: z.array(z.string()), programmes: z.array(z.string()), remarks: z.array(z.string()) })),
    otherwise: z.string(),
  }),
  ofacStatements: z.string(),
  footnotes: z.array(z.strictObject({ footnote: z.number().int().positive(), sections: z.array(z.string()), cite: z.string() })),
  entityListScopeAll: z.string(),
  countryNames: z.record(z.string(), z.string().length(2)),
  partyCells: z.strictObject({ nameSuffixes: z.array(z.string()), unitWords: z.array(z.string()), addressWords: z.array(z.string()) }),
  chinaAnnouncements: z.strictObject({
    lists: z.array(z.strictObject({ id: z.string(), names: z.array(z.string()) })),
    organisationEndings: z.array(z.string()),
    offices: z.array(z.string()),
  }),
  usStates: z.array(z.string().length(2)),
})
const sentinelsSchema = z.strictObject({ shrinkLimitPercent: z.number().min(0).max(100), lists: z.record(z.string(), z.array(z.string())) })

export type ListSources = z.infer<typeof sourcesSchema>
export type Sentinels = z.infer<typeof sentinelsSchema>
export type ListSource = ListSources['lists'][number]

/** Reads assets/lists/sources.yaml. Throws when the file of the program itself is broken. */
export const readListSources = (assets: string = LIST_ASSETS): ListSources => sourcesSchema.parse(parse(readFileSync(join(assets, 'sources.yaml'), 'utf8')))

/** Reads assets/lists/sentinels.yaml. Throws when the file of the program itself is broken. */
export const readSentinels = (assets: string = LIST_ASSETS): Sentinels => sentinelsSchema.parse(parse(readFileSync(join(assets, 'sentinels.yaml'), 'utf8')))

const FRESH_DAYS_OF_OTHER_LISTS = 14
/** An own list has no publisher who changes it; a year without a look at it is long. */
const FRESH_DAYS_OF_OWN_LISTS = 366

/** What is known of a list; a list by another name stands under that name. */
export function listSource(sources: ListSources, id: string): ListSource {
  return (
    sources.lists.find((list) => list.id === id) ?? {
      id,
      title: { en: id, zh: id },
      publisher: '',
      staleAfterDays: id.startsWith(OWN_PREFIX) ? FRESH_DAYS_OF_OWN_LISTS : FRESH_DAYS_OF_OTHER_LISTS,
    }
  )
}

/** The title of a list that is held: an own list has the one that the officer gave it, which its copies name as their source. */
export const listTitle = (sources: ListSources, held: { id: string; source: string }, language: 'en' | 'zh'): string =>
  held.id.startsWith(OWN_PREFIX) ? held.source : listSource(sources, held.id).title[language]
