/** Screens every party of every open case against the lists in force, and keeps what was found as alerts. */
import type { ScreenedParty } from '#main/casework/alerts.ts'
import { screen } from '#main/screening/screen.ts'
import type { ScreeningRun } from '#shared/contract/replies.ts'
import { queryOfParty } from '#shared/domain/party.ts'
import type { Core } from './core.ts'
import type { JobTools } from './run-job.ts'
import { EVERY_HIT } from './screen-parties.ts'

/** Stores the run only when all parties were screened. Rejects with InputError `cancelled`; then nothing is stored. */
export async function screenAll(core: Core, { progress, breathe }: Pick<JobTools, 'progress' | 'breathe'>): Promise<ScreeningRun> {
  const { index, lists } = core.screening()
  const parties = core.casework.alerts.parties()
  const screened: ScreenedParty[] = []
  for (const known of parties) {
    screened.push({ ...known, hits: screen(index, queryOfParty(known.party), { top: EVERY_HIT }).hits })
    progress(screened.length, parties.length)
    await breathe()
  }
  const stamps = lists.map(({ id, contentDate, sha256, complete }) => ({ id, contentDate, sha256, complete }))
  return core.casework.alerts.store(screened, stamps, core.signature())
}
