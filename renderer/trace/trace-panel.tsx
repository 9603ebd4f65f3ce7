/** The proof of one item, conclusion by conclusion: of a recorded determination, or of the case as it stands. */
import { Button, Modal } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import css from './trace.module.css'
import { TraceOutline } from './trace-outline.tsx'

type Proof = { data: ReplyOf<'determination:trace'> | undefined; error: Parameters<typeof Failure>[0]['error'] | null; refetch: () => unknown }

export function RecordedProof({ determination, item }: { determination: string; item: string }) {
  return (
    <ProofOutline
      proof={useAnswer('determination:trace', { id: determination, item }, { staleTime: Number.POSITIVE_INFINITY })}
      name={`${determination}-${item}`}
    />
  )
}

export function StandingProof({ file, item }: { file: CaseFile; item: string }) {
  return <ProofOutline proof={useAnswer('case:proof', { case: file, item }, { keep: true })} name={`${file.id}-${item}`} />
}

/** The drawing comes with a library of its own and is fetched when it is first wanted. */
const TraceGraph = lazy(() => import('./trace-graph.tsx').then(({ TraceGraph }) => ({ default: TraceGraph })))

function ProofOutline({ proof, name }: { proof: Proof; name: string }) {
  const say = useSay()
  const [graph, setGraph] = useState(false)
  const traces = useMemo(() => (proof.data?.traces ?? []).map((one) => one.trace), [proof.data])
  if (proof.error) return <Failure error={proof.error} again={() => void proof.refetch()} />
  if (!proof.data) return <p className={css.soft}>{say('ui:loading')}</p>
  if (traces.length === 0) return <p className={css.soft}>{say('trace:empty')}</p>
  return (
    <>
      <Button size="compact-xs" variant="subtle" mb={4} onClick={() => setGraph(true)} leftSection={<Icon name="trace" size={14} />} data-testid="open-graph">
        {say('trace:graph.open')}
      </Button>
      <TraceOutline traces={traces} dictionary={proof.data} />
      <Modal opened={graph} onClose={() => setGraph(false)} title={say('trace:graph')} fullScreen transitionProps={{ duration: 0 }}>
        <Suspense fallback={<p className={css.soft}>{say('ui:loading')}</p>}>
          <TraceGraph traces={traces} dictionary={proof.data} name={name} />
        </Suspense>
      </Modal>
    </>
  )
}
