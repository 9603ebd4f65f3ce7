/** Rules of all packs: search by words, citation or id; a rule with what it says, since when, and what it leaves out. */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Empty, Page, PageHead, Pairs, Section } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Code } from '#renderer/ui/hash.tsx'
import { ListOpener } from '#renderer/ui/panes.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { RuleView } from '#shared/contract/replies.ts'
import { type ListProps, ListSearch } from './list-tools.tsx'
import css from './rules.module.css'

export function RuleList({ chosen, search, onSearch, onOpen }: ListProps) {
  const say = useSay()
  const pick = usePick()
  const [settled] = useDebouncedValue(search, 150)
  const found = useAnswer('rule:search', { search: settled, limit: 500 }, { keep: true, staleTime: 600_000 })
  const columns: Column<RuleView>[] = [
    {
      id: 'rule',
      title: say('rules:title'),
      width: 'minmax(0, 1fr)',
      cell: (rule) => (
        <div className={css.row}>
          <span title={pick(rule.says)}>{pick(rule.says)}</span>
          <small>
            {rule.cites.join('; ')} · <Code>{rule.id}</Code>
          </small>
        </div>
      ),
    },
  ]
  return (
    <>
      <ListSearch label={say('rules:search.rules')} search={search} onSearch={onSearch} />
      {found.error ? <Failure error={found.error} /> : null}
      <Table
        headless
        label={say('rules:title')}
        columns={columns}
        rows={found.data?.rows ?? []}
        rowKey={(rule) => rule.id}
        chosen={chosen}
        onOpen={(rule) => onOpen(rule.id)}
        rowHeight={50}
        testId="rule-list"
      />
      <div className={css.foot}>{say('rules:count', { count: found.data?.total ?? 0 })}</div>
    </>
  )
}

export function RuleDetail({ id }: { id: string }) {
  const say = useSay()
  const pick = usePick()
  const found = useAnswer('rule:get', { id }, { staleTime: 600_000 })
  if (found.error)
    return found.error.code === 'not-found' ? (
      <Empty main icon="rules" title={say('rules:gone.title', { id })} action={<Button onClick={() => go('rules')}>{say('rules:title')}</Button>}>
        {say('rules:gone.body')}
      </Empty>
    ) : (
      <Failure error={found.error} />
    )
  const rule = found.data
  if (!rule) return null
  return (
    <>
      <PageHead before={<ListOpener />} title={rule.cites[0] ?? rule.id} note={<Code>{rule.id}</Code>} />
      <Page>
        <p className={css.law} data-testid="rule-says">
          {pick(rule.says)}
        </p>
        <p className={css.soft}>{say('rules:translation')}</p>
        {rule.notModelled.length > 0 ? (
          <Section title={say('rules:notModelled')}>
            <ul className={css.left}>
              {rule.notModelled.map((what) => (
                <li key={what.en}>{pick(what)}</li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Pairs
          rows={[
            [say('rules:cites'), rule.cites.join('; ')],
            [
              say('rules:inForce'),
              rule.inForce.map((range) => (
                <div key={range.from}>
                  {range.until ? say('rules:inForce.between', { from: range.from, until: range.until }) : say('rules:inForce.since', { from: range.from })}
                </div>
              )),
            ],
            [say('rules:reviewed'), say('rules:reviewed.is', { on: rule.reviewed.on, against: rule.reviewed.against })],
            [say('rules:concludes'), <Code key="path">{rule.concludes}</Code>],
            ...(rule.reason ? ([[say('rules:reason'), rule.reason]] as [string, string][]) : []),
            ...(rule.column ? ([[say('rules:column'), rule.column]] as [string, string][]) : []),
            [say('rules:pack'), rule.pack],
          ]}
        />
      </Page>
    </>
  )
}
