/** Puts the question first that spares the officer the most further ones. The order is no part of the determination. */
import { askOrder } from '#main/engine/ask-order.ts'
import { keyOf } from '#main/engine/solves.ts'
import type { Determination, Question } from '#shared/domain/determination.ts'
import type { Determined } from './determine.ts'

const keyOfQuestion = ({ fact, of }: Question): string => keyOf({ path: fact, of })

/** The answer with its questions in the order in which they are best asked. */
export function bestQuestionFirst({ answer, facts, prepared }: Pick<Determined, 'answer' | 'facts' | 'prepared'>): Determination {
  const possibleHits = [...answer.parties, ...(answer.owners ?? [])].some(({ status }) => status === 'possible')
  const open = answer.questions.map(({ fact, of }) => ({ path: fact, of }))
  const rank = new Map(askOrder(prepared, facts, { possibleHits }, open).map((ref, i) => [keyOf(ref), i]))
  const place = (question: Question) => rank.get(keyOfQuestion(question)) ?? 0
  return { ...answer, questions: [...answer.questions].sort((a, b) => place(a) - place(b)) }
}
