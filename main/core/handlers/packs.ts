/** Rule packs against one another: what differs, and what it would do to the cases already determined. */
import type { Core } from '#main/core/core.ts'
import { installFromFile } from '#main/core/install-pack.ts'
import { packImpact } from '#main/core/pack-impact.ts'
import { packOf } from '#main/core/pack-source.ts'
import { coverageParts } from '#main/rules/coverage.ts'
import { diffPacks } from '#main/rules/diff.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import type { ErrorCode } from '#shared/contract/contract.ts'
import type { ImpactReport } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import type { HandlersFor } from './handlers.ts'

/** The window shows so many rows of each kind; the counts are whole. The command line prints every row. */
const MOST_ROWS = 5000

export function packHandlers(core: Core): HandlersFor<'packs'> {
  const startImpact = (pack: LoadedPack): string =>
    core.jobs.start('impact', 'Another comparison with the cases is running. Wait for it to end, or cancel it.', (id, ended) => {
      const abort = new AbortController()
      const end = (ok: boolean, code: ErrorCode | '', detail: string, impact?: ImpactReport) => {
        ended()
        core.emit({ event: 'job:done', job: id, ok, code, detail, reports: [], ...(impact === undefined ? {} : { impact }) })
      }
      const running = packImpact(core, pack, {
        signal: abort.signal,
        onProgress: ({ done, total }) => core.emit({ event: 'job:progress', job: id, done, total, phase: 'evaluating' }),
      }).then(
        (report) => end(true, '', '', shortened(report)),
        (error) => end(false, error instanceof InputError ? error.code : 'failed', error instanceof Error ? error.message : String(error)),
      )
      return {
        cancel: () => abort.abort(),
        stop: () => {
          abort.abort()
          return running
        },
      }
    })
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
