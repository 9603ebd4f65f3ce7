/** Precision, recall and false alerts by script, kind, disguise or source. */
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { Section, Tag } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import type { ScoredPair } from '#shared/evaluation/labelled.ts'
import { GROUPINGS, type GroupFigures, type Grouping, measureBy } from '#shared/evaluation/measure.ts'
import css from './evidence.module.css'
import { useGroupName } from './names.ts'
import { percent } from './summary.tsx'

const COLUMNS = ['precision', 'recall', 'f1', 'falseAlertRate'] as const

export function Groups({ pairs, threshold }: { pairs: ScoredPair[]; threshold: number }) {
  const say = useSay()
  const [by, setBy] = useState<Grouping>('script')
  const name = useGroupName()
  const groups = useMemo(() => measureBy(pairs, threshold, by), [pairs, threshold, by])
  const size = ({ found, missed, falseAlerts, silent }: GroupFigures): number => found + missed + falseAlerts + silent
  return (
    <Section
      title={say('evidence:groups')}
      actions={
        <SegmentedControl
          size="xs"
          value={by}
          onChange={(value) => setBy(value as Grouping)}
          data={GROUPINGS.map((one) => ({ value: one, label: say(`evidence:by.${one}`) }))}
          aria-label={say('evidence:groups')}
          data-testid="evidence-by"
        />
      }
    >
      <table className={css.groups} data-testid="evidence-groups">
        <thead>
          <tr>
            <th scope="col">{say(`evidence:by.${by}`)}</th>
            <th scope="col">{say('evidence:pairs')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`evidence:figure.${column}`)}
              </th>
            ))}
            <th scope="col">{say('evidence:wrong.missed')}</th>
            <th scope="col">{say('evidence:wrong.false-alert')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.group} data-group={group.group} data-apart={group.apart || undefined}>
              <th scope="row">
                {name(by, group.group)} {group.apart ? <Tag>{say('evidence:apart')}</Tag> : null}
              </th>
              <td>{count(size(group))}</td>
              {COLUMNS.map((column) => (
                <td key={column}>{percent(group[column])}</td>
              ))}
              <td>{count(group.missed)}</td>
              <td>{count(group.falseAlerts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {by === 'disguise' ? <p className={css.soft}>{say('evidence:apart.says')}</p> : null}
    </Section>
  )
}
