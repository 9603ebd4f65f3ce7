/** Reads control numbers as people write them, and finds the known ones that a wrong one was probably meant to be. */
import { EAR99 } from '#shared/domain/eccn.ts'

/**
 * The entry in capitals, the paragraph in lower case with dots, empty when none is written; blanks, small letters and missing
 * dots are forgiven. Undefined when the text is not built like a control number.
 */
export function parseEccn(text: string): { eccn: string; paragraph: string } | undefined {
  const plain = text.normalize('NFKC').trim()
  if (/^ear\s*99$/i.test(plain)) return { eccn: EAR99, paragraph: '' }
  const parts = /^([0-9])\s*([A-E])\s*([0-9]{3})(?:[\s.]*([a-z](?:[\s.]*[0-9a-z]+)*))?\.?$/i.exec(plain)
  if (parts === null) return undefined
  const steps = (parts[4] ?? '').toLowerCase().match(/[a-z]+|[0-9]+/g) ?? []
  return { eccn: `${parts[1]}${parts[2]}${parts[3]}`.toUpperCase(), paragraph: steps.join('.') }
}

/** Letters and digits that are taken for one another in codes. */
const ALIKE = new Set(['O0', '0O', 'I1', '1I', 'L1', '1L', 'S5', '5S', 'B8', '8B', 'Z2', '2Z', 'G6', '6G'])

/** Number of letters to change, add, drop or swap to make `b` of `a`; letters that look alike count half. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const [left, right] = [a.charAt(row - 1), b.charAt(column - 1)]
      const change = left === right ? 0 : ALIKE.has(left + right) ? 0.5 : 1
      let least = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + change)
      if (row > 1 && column > 1 && left === b.charAt(column - 2) && a.charAt(row - 2) === right) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      line.push(least)
    }
    before = above
    above = line
  }
  return above[b.length] ?? 0
}

function sameBeginning(wanted: string, each: string): number {
  let at = 0
  while (at < wanted.length && wanted.charAt(at) === each.charAt(at).toUpperCase()) at++
  return at
}

/** The texts nearest to `input`, nearest first, at most `limit`, none that would have to be rewritten by half. */
export function nearest(input: string, known: readonly string[], limit: number): string[] {
  const wanted = input.normalize('NFKC').toUpperCase().slice(0, 200)
  return known
    .map((each) => ({ each, distance: editDistance(wanted, each.toUpperCase()) }))
    .filter(({ each, distance }) => distance <= Math.max(1, Math.floor(Math.min(each.length, wanted.length) / 2)))
    .sort((a, b) => a.distance - b.distance || sameBeginning(wanted, b.each) - sameBeginning(wanted, a.each) || (a.each < b.each ? -1 : 1))
    .slice(0, limit)
    .map(({ each }) => each)
}

/** Up to five known control numbers that a wrong one may have meant, nearest first. A paragraph behind the number is left aside. */
export function suggestEccns(input: string, codes: readonly string[]): string[] {
  const letters =
    input
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s-]+/g, '')
      .split('.')[0] ?? ''
  return nearest(codes.includes(letters.slice(0, 5)) ? letters.slice(0, 5) : letters, codes, 5)
}
