/** Says of an empty field what it would decide, when the engine asks for it. */
import { refKey } from '#renderer/client/facts.ts'
import { useCase } from '#renderer/client/use-case.ts'
import type { Subject } from '#shared/trace/trace.ts'

/** The engine's reason for asking, or undefined when the fact is given or cannot matter. */
export function useOpenFact(): (path: string, of?: Subject) => string | undefined {
  const { answer } = useCase()
  return (path, of = {}) => answer?.questions.find((question) => refKey({ path: question.fact, of: question.of }) === refKey({ path, of }))?.why
}
