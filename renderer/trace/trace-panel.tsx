/** The proof of one item, conclusion by conclusion: of a recorded determination, or of the case as it stands. */
import { useMemo } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import css from './trace.module.css'
import { TraceOutline } from './trace-outline.tsx'

type Proof = { data: ReplyOf<'determination:trace'> | undefined; error: Parameters<typeof Failure>[0]['error'] | null; refetch: () => unknown }

export function RecordedProof({ determination, item }: { determination: string; item: string }) {
  return <ProofOutline proof={useAnswer('determination:trace', { id: determination, item }, { staleTime: Number.POSITIVE_INFINITY })} />
}

export function StandingProof({ file, item }: { file: CaseFile; item: string }) {
  return <ProofOutline proof={useAnswer('case:proof', { case: file, item }, { keep: true })} />
}

function ProofOutline({ proof }: { proof: Proof }) {
  const say = useSay()
  const traces = useMemo(() => (proof.data?.traces ?? []).map((one) => one.trace), [proof.data])
  if (proof.error) return <Failure error={proof.error} again={() => void proof.refetch()} />
  if (!proof.data) return <p className={css.soft}>{say('ui:loading')}</p>
  if (traces.length === 0) return <p className={css.soft}>{say('trace:empty')}</p>
  return <TraceOutline traces={traces} dictionary={proof.data} />
}
