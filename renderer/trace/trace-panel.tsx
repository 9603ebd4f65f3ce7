/** The proof of one item of a recorded determination, conclusion by conclusion. */
import { useMemo } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import css from './trace.module.css'
import { TraceOutline } from './trace-outline.tsx'

export function TracePanel({ determination, item }: { determination: string; item: string }) {
  const say = useSay()
  const proof = useAnswer('determination:trace', { id: determination, item }, { staleTime: Number.POSITIVE_INFINITY })
  const traces = useMemo(() => (proof.data?.traces ?? []).map((one) => one.trace), [proof.data])
  if (proof.error) return <Failure error={proof.error} again={() => void proof.refetch()} />
  if (!proof.data) return <p className={css.soft}>{say('ui:loading')}</p>
  if (traces.length === 0) return <p className={css.soft}>{say('trace:empty')}</p>
  return <TraceOutline traces={traces} dictionary={proof.data} />
}
