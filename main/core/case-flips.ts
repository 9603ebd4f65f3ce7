/** What would change the answer of a stored determination, on the facts that it read and under its own pack. */
import type { CaseFacts } from '#main/engine/facts.ts'
import { type Flip, findFlips } from '#main/engine/flips.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { FlipRow } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { buildCaseFacts } from './case-facts.ts'
import { withContent } from './content.ts'
import type { Evaluated } from './evaluate-case.ts'
import { quickOutcome } from './quick-outcome.ts'
import { hasOpenHits } from './screen-parties.ts'

/** Who and what the case is about, what screening found, and what follows from other facts. */
const FIXED = new Set([
  'item.eccn',
  'item.paragraph',
  'party.role',
  'party.listedOn',
  'party.footnotes',
  'party.entityListScope',
  'party.sdnPrograms',
  'item.usContent',
  'item.controlledShare',
])
const DESTINATION = 'transaction.destination'

/** The smallest changes of facts that flip the verdict on one item. Throws InputError `not-found` when there is no such item. */
export function caseFlips(evaluated: Evaluated, item: string, prepared: PreparedPack, countries: readonly string[]): FlipRow[] {
  const { case: file } = evaluated
  const at = file.items.findIndex(({ id }) => id === item)
  if (at < 0) throw new InputError('not-found', `The case has no item ${item}.`)
  const possibleHits = hasOpenHits(evaluated)
  const plain = buildCaseFacts(file, evaluated, prepared)
  const hasContent = file.items.some(({ content }) => content.length > 0)
  // What follows from lines of content has to follow again from each changed fact.
  const weighed = (facts: CaseFacts) => withContent(facts, file, prepared).facts
  const facts = hasContent ? plain : weighed(plain)
  const verdictOf = (changed: CaseFacts) => {
    const verdict = quickOutcome(prepared, hasContent ? weighed(changed) : changed, possibleHits).verdicts[at]
    if (verdict === undefined) throw new Error(`the item ${item} has no verdict`)
    return verdict
  }
  return findFlips({ prepared, facts, item: at, verdictOf, fixed: FIXED, destination: DESTINATION, countries }).map(row)
}

const row = ({ verdict, changes }: Flip): FlipRow => ({
  verdict,
  changes: changes.map(({ ref, from, to }) => ({ fact: ref.path, of: ref.of, from, to })),
})
