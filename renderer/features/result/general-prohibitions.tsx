/** The ten General Prohibitions, each answered on a line of its own. */
import { useSay } from '#renderer/client/words.ts'
import { Cite } from '#renderer/ui/hash.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { ProhibitionLine } from '#shared/domain/determination.ts'
import css from './result.module.css'

const MARK = { applies: 'yes', 'does-not-apply': 'no', open: 'unknown', 'not-modelled': 'not-modelled' } as const

export function GeneralProhibitions({ rows }: { rows: ProhibitionLine[] }) {
  const say = useSay()
  return (
    <table className={css.table}>
      <caption>{say('result:generalProhibitions')}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} data-testid="general-prohibition" data-number={row.number} data-state={row.state}>
            <td style={{ width: 32 }}>
              <strong>{row.number}</strong>
            </td>
            <td style={{ width: 150 }}>
              <span className={css.status}>
                <StateMark state={MARK[row.state]} label={say(`result:prohibition.${row.state}`)} /> {say(`result:prohibition.${row.state}`)}
              </span>
            </td>
            <td>
              {row.title}
              {row.state === 'does-not-apply' ? null : <div className={css.soft}>{row.says}</div>}
              <div>
                <Cite>{[row.cite, ...row.cites].slice(0, 4).join('; ')}</Cite>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
