/** A block that is laid out and waits to be drawn. */
import type { Element } from './sheet.ts'

export type Prepared = {
  /** White space above, in points; none at the top of a page. */
  above: number
  /** The least height that must be there for it to begin. A heading before it asks for this room too. */
  lead: number
  draw(parent: Element): void
}
