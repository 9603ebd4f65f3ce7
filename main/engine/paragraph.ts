/**
 * Compares paragraph designators of a control entry (`a.1.b`). A paragraph is inside another when it is at or below it.
 * One that stands above is undecided: the item may fall under the listed part or beside it.
 */

const inside = (paragraph: string, listed: string) => paragraph === listed || paragraph.startsWith(`${listed}.`)

/** `true`, `false`, or `undefined` when the paragraph is not narrow enough to tell. An empty paragraph is the whole entry. */
export function matchesParagraph(paragraph: string, listed: readonly string[]): boolean | undefined {
  let above = false
  for (const one of listed) {
    if (inside(paragraph, one)) return true
    if (paragraph === '' || inside(one, paragraph)) above = true
  }
  return above ? undefined : false
}
