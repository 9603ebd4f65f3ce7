/** The files of the labelled set, made from the reference copies of the official lists. */
import type { InnocentName, LabelledPair } from '#shared/evaluation/labelled.ts'
import { makeInnocents } from './make-innocents.ts'
import { makePairs } from './make-pairs.ts'
import { readChina, readCsl, readEu, readStarter, readUk, readUn } from './sources.ts'

/** The texts of the files by their names. */
export async function evaluationSet(): Promise<Record<string, string>> {
  const listings = { csl: readCsl(), eu: readEu(), uk: readUk(), un: await readUn(), china: readChina(), starter: readStarter() }
  const everybody = [...listings.csl, ...listings.eu, ...listings.uk, ...listings.un]
  return { 'pairs.csv': pairsText(makePairs(listings)), 'innocents.csv': innocentsText(makeInnocents(everybody)) }
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`

function pairsText(pairs: readonly LabelledPair[]): string {
  const head = line(['name1', 'name2', 'same', 'kind', 'script', 'disguise', 'source', 'split'])
  return head + pairs.map((one) => line([one.name1, one.name2, one.same ? '1' : '0', one.kind, one.script, one.disguise, one.source, one.split])).join('')
}

function innocentsText(innocents: readonly InnocentName[]): string {
  const head = line(['name', 'kind', 'script', 'country', 'namesake', 'split'])
  return head + innocents.map((one) => line([one.name, one.kind, one.script, one.country, one.namesake ? '1' : '0', one.split])).join('')
}
