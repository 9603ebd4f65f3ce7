/** Lines that each rest on a citation: cautions, review policy, duties. */
import { useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { Cite } from '#renderer/ui/hash.tsx'
import type { Cited, Duty, Policy } from '#shared/domain/determination.ts'
import css from './result.module.css'

/** What an officer has to confirm beside the rule. */
export function Cautions({ rows }: { rows: Cited[] }) {
  return rows.map((one) => (
    <div key={`${one.cite}${one.says}`} className={css.caution} data-testid="caution">
      {one.says} <Cite>{one.cite}</Cite>
    </div>
  ))
}

const TONE = {
  denial: 'red',
  'presumption-of-denial': 'red',
  'case-by-case': 'amber',
  'presumption-of-approval': 'green',
  'general-approval': 'green',
} as const
const isShown = (code: string): code is keyof typeof TONE => code in TONE

export function Policies({ rows }: { rows: Policy[] }) {
  const say = useSay()
  return (
    <div className={css.policy}>
      <h3>{say('result:policy')}</h3>
      <ul className={css.lines} data-testid="policies">
        {rows.map((one) => (
          <li key={`${one.cite}${one.says}`} data-testid="policy" data-code={one.code}>
            <span>
              {one.says} <Cite>{one.cite}</Cite>
            </span>
            {isShown(one.code) ? <Tag tone={TONE[one.code]}>{say(`result:policy.${one.code}`)}</Tag> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const TIMES = ['before', 'with', 'after'] as const

/** Duties in the order in which they fall due. */
export function Duties({ rows, title }: { rows: Duty[]; title: string }) {
  const say = useSay()
  const sorted = TIMES.flatMap((time) => rows.filter((one) => one.time === time))
  return (
    <div className={css.policy}>
      <h3>{title}</h3>
      <ul className={css.lines} data-testid="duties">
        {sorted.map((one) => (
          <li key={`${one.cite}${one.says}`}>
            <span>
              {one.says} <Cite>{one.cite}</Cite>
            </span>
            <Tag>{say(`result:duty.${one.time}`)}</Tag>
          </li>
        ))}
      </ul>
    </div>
  )
}
