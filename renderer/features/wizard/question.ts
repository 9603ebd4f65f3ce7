/** A question to the officer, whether the engine asks it now or it was answered before. */
import type { Answer, AnswerValue } from '#renderer/client/facts.ts'
import type { FactRow } from '#shared/contract/replies.ts'
import type { Determination, Question } from '#shared/domain/determination.ts'
import type { FactRef, Lang } from '#shared/trace/trace.ts'

export type Asked = {
  ref: FactRef
  ask: string
  why: string
  help: string
  cite: string
  type: string
  unit: string
  choices: { value: string; label: string }[]
}

/** The engine's question with unit and help from the dictionary of facts. */
export function fromQuestion(question: Question, row: FactRow | undefined, lang: Lang): Asked {
  return {
    ref: { path: question.fact, of: question.of },
    ask: question.ask,
    why: question.why,
    help: row?.help?.[lang] ?? '',
    cite: question.cite,
    type: question.type,
    unit: row?.unit ?? '',
    choices: question.choices,
  }
}

/** The question behind an answer that was given before. */
export function fromFact(ref: FactRef, row: FactRow, lang: Lang): Asked {
  return {
    ref,
    ask: row.ask[lang],
    why: row.why[lang],
    help: row.help?.[lang] ?? '',
    cite: row.cite,
    type: row.type,
    unit: row.unit,
    choices: row.choices.map((choice) => ({ value: choice.value, label: choice.label[lang] })),
  }
}

/** What an answer changed, as the officer should be told. */
export type Moved = {
  outcome: [Determination['outcome'], Determination['outcome']] | null
  questions: [number, number] | null
  added: string[]
  gone: string[]
}

const requirementsOf = (answer: Determination): string[] => [
  ...new Set(answer.items.flatMap((item) => [...item.requirements, ...item.prohibitions].map((one) => one.says))),
]

export function moved(before: Determination, after: Determination): Moved {
  const earlier = requirementsOf(before)
  const later = requirementsOf(after)
  return {
    outcome: before.outcome === after.outcome ? null : [before.outcome, after.outcome],
    questions: before.questions.length === after.questions.length ? null : [before.questions.length, after.questions.length],
    added: later.filter((says) => !earlier.includes(says)),
    gone: earlier.filter((says) => !later.includes(says)),
  }
}

/** An answer as text: choices and countries by name, truth as a word. */
export function answerText(
  answer: Answer,
  asked: Pick<Asked, 'type' | 'choices' | 'unit'>,
  words: { yes: string; no: string; country: (code: string) => string },
): string {
  const one = (value: AnswerValue): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (Array.isArray(value)) return value.map((part) => one(part)).join(', ')
    const label = asked.choices.find((choice) => choice.value === String(value))?.label
    if (label) return label
    if (typeof value === 'string' && /^[A-Z]{2}$/.test(value) && (asked.type === 'country' || asked.type === 'set')) return words.country(value)
    return asked.unit && typeof value === 'number' ? `${value} ${asked.unit}` : String(value)
  }
  return one(answer.value)
}
