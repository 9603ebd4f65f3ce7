/** The five states of a line: each with a shape, a word and a colour. */
import { useSay } from '#renderer/client/words.ts'
import type { ContentState } from '#shared/domain/determination.ts'
import css from './content.module.css'

function Shape({ state }: { state: ContentState }) {
  switch (state) {
    case 'controlled':
      return <path d="M3 3h10v10H3z" />
    case 'open':
      return <path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.4M8 12.5h.01" />
    case 'free':
      return <circle cx="8" cy="8" r="5" />
    case 'separate':
      return <path d="M3 5h6v6H3zM12 3v10" />
    case 'foreign':
      return <path d="M4 8h8" />
  }
}

export function StateWord({ state }: { state: ContentState }) {
  const say = useSay()
  return (
    <span className={css.state} data-state={state}>
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <Shape state={state} />
      </svg>
      {say(`cases:content.state.${state}`)}
    </span>
  )
}
