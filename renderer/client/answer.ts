/** What the window says of an answer before any detail. */
import type { Determination } from '#shared/domain/determination.ts'

/** The answer in one sentence. With a single item its own sentence says more than the sum over all. */
export const sentenceOf = (answer: Determination): string => (answer.items.length === 1 ? (answer.items[0]?.says ?? answer.says) : answer.says)
