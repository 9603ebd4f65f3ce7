/** Rule packs against one another: what differs, and what it would do to the cases already determined. */
import type { Core } from '#main/core/core.ts'
import { installFromFile } from '#main/core/install-pack.ts'
import { packImpact } from '#main/core/pack-impact.ts'
import { packOf } from '#main/core/pack-source.ts'
import { runJob } from '#main/core/run-job.ts'
import { coverageParts } from '#main/rules/coverage.ts'
import { diffPacks } from '#main/rules/diff.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import type { ImpactReport } from '#shared/contract/replies.ts'
import type { HandlersFor } from './handlers.ts'

/** The window shows so many rows of each kind; the counts are whole. The command line prints every row. */
const MOST_ROWS = 5000

export function packHandlers(core: Core): HandlersFor<'packs'> {
  const startImpact = (pack: LoadedPack): string =>
    runJob(core, 'impact', 'evaluating', 'Another comparison with the cases is running. Wait for it to end, or cancel it.', async ({ signal, progress }) => ({
      impact: shortened(await packImpact(core, pack, { signal, onProgress: ({ done, total }) => progress(done, total) })),
    }))
  return {
    'packs:coverage': () => ({ parts: coverageParts(core.loaded.coverage), rows: core.loaded.coverage }),
    'packs:diff': ({ before, after, lang }) => {
      const [from, to] = [packOf(core, before), packOf(core, after)]
      return { before: stamp(from), after: stamp(to), changes: diffPacks(from.pack, to.pack, lang) }
    },
    'packs:install': ({ file }) => {
      const { loaded, publisher, key, expires } = installFromFile(core, file)
      return { pack: stamp(loaded), publisher, key, expires }
    },
    'packs:impact': ({ pack }) => ({ job: startImpact(packOf(core, pack)) }),
  }
}

const stamp = ({ sha256, pack: { id, version, lawAsOf } }: LoadedPack) => ({ id, version, lawAsOf, sha256 })

const shortened = (report: ImpactReport): ImpactReport => ({
  ...report,
  wrongThen: report.wrongThen.slice(0, MOST_ROWS),
  differNow: report.differNow.slice(0, MOST_ROWS),
  failed: report.failed.slice(0, MOST_ROWS),
})
