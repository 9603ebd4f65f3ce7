/** Small marks for what is known: met, not met, assumed, unknown, conflict, not modelled. Each has its own shape and a spoken name. */
import { useSay } from '#renderer/client/words.ts'
import css from './state-mark.module.css'

export type MarkState = 'yes' | 'no' | 'value' | 'assumed' | 'unknown' | 'conflict' | 'not-modelled'

function Shape({ state }: { state: MarkState }) {
  switch (state) {
    case 'yes':
      return <path d="M3 8.5 6.5 12 13 4.5" />
    case 'no':
      return <path d="M4 4l8 8M12 4l-8 8" />
    case 'value':
      return <path d="M4 6h8M4 10h8" />
    case 'assumed':
      return <path d="M2.5 9.5c2-4 3.7-4 5.5-1.5s3.5 2.5 5.5-1.5" />
    case 'unknown':
      return <path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.4M8 12.5h.01" />
    case 'conflict':
      return <path d="M2 8h4.5M14 8H9.5M4.5 5.5 7 8l-2.5 2.5M11.5 5.5 9 8l2.5 2.5" />
    case 'not-modelled':
      return <path d="M8 2.5 13.5 8 8 13.5 2.5 8z" strokeDasharray="2.2 1.8" />
  }
}

export function StateMark({ state, label }: { state: MarkState; label?: string }) {
  const say = useSay()
  const name = label ?? say(`ui:mark.${state}`)
  return (
    <svg className={`${css.mark} ${css[state]}`} width={16} height={16} viewBox="0 0 16 16" role="img" aria-label={name}>
      <title>{name}</title>
      <Shape state={state} />
    </svg>
  )
}
