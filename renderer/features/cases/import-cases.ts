/** Takes dropped case files into the casebook. A case whose id is taken comes in as a copy; nothing is overwritten. */
import { CallError, call } from '#renderer/client/bridge.ts'
import { newCaseId, readCases } from '#renderer/client/case-file.ts'
import { askAgain } from '#renderer/client/queries.ts'
import type { Say } from '#renderer/client/words.ts'
import type { CaseFile } from '#shared/domain/case.ts'

export type ImportOutcome = { done: string[]; failed: { file: string; why: string }[] }

/** Stores one case as new; answers the id of the copy when the id was taken. */
async function store(file: CaseFile): Promise<string | null> {
  try {
    await call('case:save', { case: file, revision: 0 })
    return null
  } catch (cause) {
    if (!(cause instanceof CallError) || cause.code !== 'stale') throw cause
    const copy = newCaseId(new Date().toISOString())
    await call('case:save', { case: { ...file, id: copy }, revision: 0 })
    return copy
  }
}

/** Reads and stores each file; a file that fails does not keep the others back. */
export async function importCases(files: File[], say: Say): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { done: [], failed: [] }
  let stored = 0
  for (const file of files) {
    try {
      for (const one of readCases(await file.text())) {
        const copy = await store(one)
        stored += 1
        if (copy) outcome.done.push(say('cases:import.copied', { id: one.id, copy }))
      }
    } catch (cause) {
      const why = cause instanceof CallError ? cause.detail : `${say('cases:import.expected')} ${firstFault(cause)}`
      outcome.failed.push({ file: file.name, why })
    }
  }
  if (stored > 0) outcome.done.unshift(say('cases:import.done', { count: stored }))
  askAgain('case:list', 'app:status')
  return outcome
}

function firstFault(cause: unknown): string {
  if (cause instanceof Error && 'issues' in cause) {
    const issue = (cause.issues as { path: PropertyKey[]; message: string }[])[0]
    return issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : ''
  }
  return cause instanceof Error ? cause.message : String(cause)
}
