/** The licence exceptions: what is open first, then what an answer could open, the rest on request; each limb with its reason. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { Cite } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { ExceptionLimb, ExceptionState, ExceptionStatus } from '#shared/domain/determination.ts'
import { Cautions, Duties } from './cited.tsx'
import css from './result.module.css'

const MARK = { available: 'yes', unavailable: 'no', 'needs-information': 'unknown' } as const
const ORDER: ExceptionState[] = ['available', 'needs-information', 'unavailable']
const inOrder = <T extends { status: ExceptionState }>(rows: readonly T[]): T[] => ORDER.flatMap((status) => rows.filter((row) => row.status === status))

function Status({ status }: { status: ExceptionState }) {
  const say = useSay()
  return (
    <span className={css.status}>
      <StateMark state={MARK[status]} label={say(`result:exception.${status}`)} /> {say(`result:exception.${status}`)}
    </span>
  )
}

function Limbs({ rows }: { rows: ExceptionLimb[] }) {
  return (
    <ul className={css.limbs}>
      {inOrder(rows).map((limb) => (
        <li key={limb.paragraph} data-testid="limb" data-status={limb.status}>
          <span className={css.limbName}>{limb.paragraph}</span>
          <span>
            {limb.title}
            <div className={css.soft}>{limb.says}</div>
          </span>
          <Status status={limb.status} />
        </li>
      ))}
    </ul>
  )
}

function Row({ row }: { row: ExceptionStatus }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <tr data-testid="exception" data-symbol={row.symbol} data-status={row.status}>
      <td style={{ width: 64 }}>
        <strong>{row.symbol}</strong>
      </td>
      <td style={{ width: 164 }}>
        <Status status={row.status} />
      </td>
      <td>
        <div className={css.soft}>{row.title}</div>
        {row.says} <Cite>{row.cite}</Cite>
        <Cautions rows={row.cautions} />
        {row.limbs.length > 0 ? (
          <div>
            <button type="button" className={css.turn} aria-expanded={open} onClick={() => setOpen(!open)} data-testid={`limbs-${row.symbol}`}>
              <Icon name={open ? 'down' : 'right'} size={12} /> {say('result:exception.limbs', { count: row.limbs.length })}
            </button>
            {open ? <Limbs rows={row.limbs} /> : null}
          </div>
        ) : null}
        {row.status === 'available' && row.duties.length > 0 ? (
          <Duties rows={row.duties} title={say('result:duties.exception', { symbol: row.symbol })} />
        ) : null}
      </td>
    </tr>
  )
}

export function Exceptions({ rows }: { rows: ExceptionStatus[] }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const sorted = inOrder(rows)
  const shut = sorted.filter(({ status }) => status === 'unavailable').length
  const few = shut > 3
  return (
    <>
      <table className={css.table}>
        <caption>{say('result:exceptions')}</caption>
        <tbody>
          {sorted
            .filter(({ status }) => all || !few || status !== 'unavailable')
            .map((row) => (
              <Row key={row.symbol} row={row} />
            ))}
        </tbody>
      </table>
      {few ? (
        <Button size="compact-xs" variant="subtle" mt={6} onClick={() => setAll(!all)} data-testid="show-unavailable">
          {all ? say('result:hide') : say('result:exception.shut', { count: shut })}
        </Button>
      ) : null}
    </>
  )
}
