/** The page furniture: page heading, section with a title, definition rows, empty place, notice, tag. */
import type { ReactNode } from 'react'
import css from './block.module.css'
import { Icon, type IconName } from './icon.tsx'

export function PageHead({ title, note, children, before }: { title: ReactNode; note?: ReactNode; children?: ReactNode; before?: ReactNode }) {
  return (
    <header className={css.head}>
      {before}
      <div className={css.headWords}>
        <h1>{title}</h1>
        {note ? <div className={css.note}>{note}</div> : null}
      </div>
      <div className={css.actions}>{children}</div>
    </header>
  )
}

export function Section({ title, note, actions, children, id }: { title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className={css.section} id={id}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {note ? <span className={css.note}>{note}</span> : null}
        <div className={css.actions}>{actions}</div>
      </div>
      {children}
    </section>
  )
}

/** A name and its value, one per line. */
export function Pairs({ rows }: { rows: [ReactNode, ReactNode, string?][] }) {
  return (
    <dl className={css.pairs}>
      {rows.map(([name, value, key], at) => (
        <div key={key ?? (typeof name === 'string' ? name : at)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `main` when nothing else on the screen is a heading of the first level. */
export function Empty({
  icon,
  title,
  children,
  action,
  main = false,
}: {
  icon: IconName
  title: string
  children: ReactNode
  action?: ReactNode
  main?: boolean
}) {
  return (
    <div className={css.empty}>
      <Icon name={icon} size={28} />
      {main ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{children}</p>
      {action}
    </div>
  )
}

export type Tone = 'info' | 'warning' | 'error' | 'good'
const ICONS: Record<Tone, IconName> = { info: 'info', warning: 'warning', error: 'warning', good: 'check' }

export function Notice({
  tone,
  title,
  children,
  actions,
  testId,
}: {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  testId?: string
}) {
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'} data-testid={testId}>
      <Icon name={ICONS[tone]} size={18} />
      <div className={css.noticeWords}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className={css.actions}>{actions}</div> : null}
    </div>
  )
}

export function Tag({ children, tone }: { children: ReactNode; tone?: 'amber' | 'violet' | 'blue' | 'red' | 'green' }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  )
}

/** A scrolling page body with a comfortable measure. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={css.page}>
      <div className={wide ? css.wide : css.measure}>{children}</div>
    </div>
  )
}
