/** A hash or other long mark: the first characters in mono, the whole on hover, copied with one click. */
import { Tooltip, UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useSay } from '#renderer/client/words.ts'
import css from './small.module.css'

export function Hash({ value, length = 12 }: { value: string; length?: number }) {
  const say = useSay()
  const clipboard = useClipboard({ timeout: 1200 })
  if (!value) return <span className={css.none}>–</span>
  const short = value.replace(/^sha256[:-]?/, '').slice(0, length)
  return (
    <Tooltip label={clipboard.copied ? say('ui:copied') : value} multiline maw={360}>
      <UnstyledButton className={css.hash} onClick={() => clipboard.copy(value)} aria-label={say('ui:hash.copy', { value: short })}>
        {short}
      </UnstyledButton>
    </Tooltip>
  )
}

/** A code such as an ECCN or a column, in mono. */
export function Code({ children }: { children: string }) {
  return <code className={css.code}>{children}</code>
}

/** A citation; it opens the rule when one is named. */
export function Cite({ children, href }: { children: string; href?: string }) {
  if (!children) return null
  return href ? (
    <a className={css.cite} href={href}>
      {children}
    </a>
  ) : (
    <span className={css.cite}>{children}</span>
  )
}
