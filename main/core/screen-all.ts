/** Screens every party of every open case against the lists in force, and keeps what was found as alerts. */
import { setImmediate as turn } from 'node:timers/promises'
import type { KnownParty, ScreenedParty } from '#main/casework/alerts.ts'
import { type ScreeningIndex, screen } from '#main/screening/screen.ts'
import type { ScreeningRun } from '#shared/contract/replies.ts'
import { queryOfParty } from '#shared/domain/party.ts'
import type { Core } from './core.ts'
import type { JobTools } from './run-job.ts'
import { EVERY_HIT } from './screen-parties.ts'

type Tools = Pick<JobTools, 'progress' | 'breathe'>

/** Parties whose alerts are stored together. */
const TOGETHER = 100

/** The run counts only when all parties were screened. Rejects with InputError `cancelled`; then the run before stays in force. */
export async function screenAll(core: Core, tools: Tools): Promise<ScreeningRun> {
  const { index, lists } = core.screening()
  const { alerts } = core.casework
  const parties = await alerts.parties(tools.breathe)
  return await alerts.store({
    screened: inParts(index, parties, tools),
    lists: lists.map(({ id, contentDate, sha256, complete }) => ({ id, contentDate, sha256, complete })),
    signature: () => core.signature(),
    giveWay: () => turn(),
  })
}

async function* inParts(index: ScreeningIndex, parties: readonly KnownParty[], { progress, breathe }: Tools): AsyncGenerator<ScreenedParty[]> {
  let part: ScreenedParty[] = []
  for (const [at, known] of parties.entries()) {
    const { hits } = screen(index, queryOfParty(known.party), { top: EVERY_HIT })
    // A hit with its whole listing is large; the alert needs to name it only.
    const named = hits.map(({ why: _why, source: _source, listing: _listing, ...hit }) => hit)
    part.push({ ...known, hits: named })
    progress(at + 1, parties.length)
    await breathe()
    if (part.length < TOGETHER) continue
    yield part
    part = []
  }
  yield part
}
