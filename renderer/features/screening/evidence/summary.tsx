/** The figures that are shown first: what the set as a whole says at the threshold. */
import { useSay } from '#renderer/client/words.ts'
import { count } from '#renderer/ui/dates.ts'
import type { Figures, Summary as SummaryFigures } from '#shared/evaluation/measure.ts'
import css from './evidence.module.css'

/** A share as it is written in tables; a dash where there is nothing to measure. */
export const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

type Shown = 'precision' | 'recall' | 'f1' | 'falseAlertRate'

export function Summary({ summary, notHeld }: { summary: SummaryFigures; notHeld: number }) {
  const say = useSay()
  const block = (id: 'pairs' | 'companies' | 'crossScript' | 'queries', figures: Figures | null, shown: Shown[]) => (
    <div className={css.block} data-testid={`evidence-${id}`}>
      <h3>{say(`evidence:block.${id}`)}</h3>
      {figures === null ? (
        <p className={css.soft}>{say('evidence:queries.none')}</p>
      ) : (
        <>
          <dl>
            {shown.map((name) => (
              <div key={name} data-figure={name}>
                <dt>{say(`evidence:figure.${name}`)}</dt>
                <dd>{percent(figures[name])}</dd>
              </div>
            ))}
          </dl>
          <p className={css.soft}>
            {id === 'queries'
              ? say('evidence:queries.of', { found: count(figures.found), asked: count(figures.found + figures.missed), notHeld: count(notHeld) })
              : say('evidence:block.of', {
                  same: count(figures.found + figures.missed),
                  different: count(figures.falseAlerts + figures.silent),
                })}
          </p>
        </>
      )}
    </div>
  )
  const innocents = (id: 'innocentPeople' | 'innocentCompanies') => {
    const { asked, alerts } = summary[id]
    return (
      <div className={css.block} data-testid={`evidence-${id}`}>
        <h3>{say(`evidence:block.${id}`)}</h3>
        <dl>
          <div>
            <dt>{say('evidence:innocents.rate')}</dt>
            <dd>{asked === 0 ? '–' : ((1000 * alerts) / asked).toFixed(1)}</dd>
          </div>
        </dl>
        <p className={css.soft}>{say('evidence:innocents.of', { alerts: count(alerts), asked: count(asked) })}</p>
      </div>
    )
  }
  return (
    <div className={css.blocks}>
      {block('pairs', summary.pairs, ['precision', 'recall', 'f1'])}
      {block('companies', summary.companies, ['precision', 'recall'])}
      {block('crossScript', summary.crossScript, ['recall', 'falseAlertRate'])}
      {block('queries', summary.queries, ['recall'])}
      {innocents('innocentPeople')}
      {innocents('innocentCompanies')}
    </div>
  )
}
