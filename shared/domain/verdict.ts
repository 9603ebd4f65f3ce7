/** The seven verdicts, in the order of the contract. */
export const VERDICTS = [
  'not-subject',
  'no-licence-required',
  'exception-available',
  'licence-required',
  'prohibited',
  'needs-information',
  'needs-review',
] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * Restrictiveness when several items or regimes are put together: the most restrictive verdict that is certain wins,
 * an undecided one outranks every permissive one.
 */
const RANK: Record<Verdict, number> = {
  'not-subject': 0,
  'no-licence-required': 1,
  'exception-available': 2,
  'needs-review': 3,
  'needs-information': 4,
  'licence-required': 5,
  prohibited: 6,
}

/** Puts verdicts together; `not-subject` for none at all never happens, an empty list is `needs-information`. */
export function mostRestrictive(verdicts: readonly Verdict[]): Verdict {
  let worst: Verdict | undefined
  for (const verdict of verdicts) if (worst === undefined || RANK[verdict] > RANK[worst]) worst = verdict
  return worst ?? 'needs-information'
}
