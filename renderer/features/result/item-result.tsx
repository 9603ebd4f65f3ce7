/** One item: its verdict and sentence, then requirements, exceptions, review policy, duties and the General Prohibitions, each with its citation. */
import { Button } from '@mantine/core'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { ItemAnswer, Requirement } from '#shared/domain/determination.ts'
import { Cautions, Duties, Policies } from './cited.tsx'
import { Exceptions } from './exceptions.tsx'
import { GeneralProhibitions } from './general-prohibitions.tsx'
import css from './result.module.css'

function Requirements({ title, rows }: { title: string; rows: Requirement[] }) {
  const say = useSay()
  return (
    <table className={css.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: 64 }}>
            {say('result:reason')}
          </th>
          <th scope="col" style={{ width: 84 }}>
            {say('result:column')}
          </th>
          <th scope="col">{say('result:says')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.rule}-${row.column ?? ''}-${row.reason}`} data-testid="requirement">
            <td>
              <strong>{row.reason}</strong>
            </td>
            <td>{row.column ?? '–'}</td>
            <td>
              {row.says}
              <div>
                <Cite href={to('rules', 'rule', row.rule)}>{row.cite}</Cite>
              </div>
              <Cautions rows={row.cautions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ItemResult({ item, onProof }: { item: ItemAnswer; onProof: () => void }) {
  const say = useSay()
  return (
    <section className={css.item} aria-label={say('result:item', { id: item.id })} data-testid={`result-item-${item.id}`} data-outcome={item.outcome}>
      <header className={css.itemHead}>
        <h2>
          {say('result:item', { id: item.id })}
          {item.eccn ? (
            <>
              {' · '}
              <Code>{item.eccn}</Code>
            </>
          ) : null}
        </h2>
        <span className={css.description}>{item.description}</span>
        <VerdictChip verdict={item.outcome} />
        <Button size="compact-xs" variant="subtle" onClick={onProof} rightSection={<Icon name="right" size={13} />} data-testid={`proof-${item.id}`}>
          {say('result:proof.open')}
        </Button>
      </header>
      <p className={css.sentence}>{item.says}</p>
      {item.prohibitions.length > 0 ? <Requirements title={say('result:prohibitions')} rows={item.prohibitions} /> : null}
      {item.requirements.length > 0 ? <Requirements title={say('result:requirements')} rows={item.requirements} /> : null}
      {item.exceptions.length > 0 ? <Exceptions rows={item.exceptions} /> : null}
      {item.policy.length > 0 ? <Policies rows={item.policy} /> : null}
      {item.duties.length > 0 ? <Duties rows={item.duties} title={say('result:duties')} /> : null}
      {item.generalProhibitions.length > 0 ? <GeneralProhibitions rows={item.generalProhibitions} /> : null}
    </section>
  )
}
