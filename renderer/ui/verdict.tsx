/** The seven verdicts as word, shape and colour: the same in tables, headers and the proof, and readable without colour. */

import { useVerdictWords } from '#renderer/client/words.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import css from './verdict.module.css'

const OCTAGON = 'M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5z'

function Shape({ verdict }: { verdict: Verdict }) {
  switch (verdict) {
    case 'prohibited':
      return (
        <>
          <path d={OCTAGON} fill="currentColor" />
          <path d="M5 8h6" className={css.cut} strokeWidth={2} />
        </>
      )
    case 'licence-required':
      return (
        <>
          <path d={OCTAGON} fill="none" stroke="currentColor" strokeWidth={1.7} />
          <path d="M8 4.8v4M8 11h.01" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" />
        </>
      )
    case 'needs-review':
      return (
        <>
          <path d="M8 1 15 8 8 15 1 8z" fill="currentColor" />
          <path d="M8 5v3.4M8 10.8h.01" className={css.cut} strokeWidth={1.7} strokeLinecap="round" />
        </>
      )
    case 'needs-information':
      return (
        <>
          <circle cx={8} cy={8} r={6.4} fill="none" stroke="currentColor" strokeWidth={1.6} />
          <path d="M6 6.4a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M8 11.4h.01" fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" />
        </>
      )
    case 'exception-available':
      return (
        <>
          <circle cx={4.9} cy={8} r={3.2} fill="none" stroke="currentColor" strokeWidth={1.7} />
          <path d="M8.2 8H15M12 8v3M14.6 8v2.2" fill="none" stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" />
        </>
      )
    case 'no-licence-required':
      return <path d="M11.6 2.9A6.2 6.2 0 1 0 14.2 8" fill="none" stroke="currentColor" strokeWidth={1.9} strokeLinecap="round" />
    case 'not-subject':
      return <circle cx={8} cy={8} r={6} fill="none" stroke="currentColor" strokeWidth={1.5} strokeDasharray="2.4 2.3" />
  }
}

export function VerdictMark({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" className={css[verdict]} aria-hidden="true" focusable="false">
      <Shape verdict={verdict} />
    </svg>
  )
}

/** `plain` for table cells, `chip` for headers. */
export function VerdictChip({ verdict, plain = false }: { verdict: Verdict; plain?: boolean }) {
  const words = useVerdictWords()
  return (
    <span className={`${plain ? css.plain : css.chip} ${css[verdict]}`} data-testid="verdict" data-verdict={verdict}>
      <svg width={plain ? 14 : 16} height={plain ? 14 : 16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <Shape verdict={verdict} />
      </svg>
      <span>{words(verdict)}</span>
    </span>
  )
}
