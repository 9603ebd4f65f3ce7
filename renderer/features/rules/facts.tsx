/** The dictionary of facts: what each one asks, why, in which type and unit. */
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Page, PageHead, Pairs } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Code } from '#renderer/ui/hash.tsx'
import { ListOpener } from '#renderer/ui/panes.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { FactRow } from '#shared/contract/replies.ts'
import { type ListProps, ListSearch } from './list-tools.tsx'
import css from './rules.module.css'

const useFacts = () => useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })

export function FactList({ chosen, search, onSearch, onOpen }: ListProps) {
  const say = useSay()
  const pick = usePick()
  const found = useFacts()
  const typed = search.trim().toLowerCase()
  const rows = (found.data ?? []).filter((fact) => `${fact.path} ${fact.ask.en} ${fact.ask.zh} ${fact.cite}`.toLowerCase().includes(typed))
  const columns: Column<FactRow>[] = [
    {
      id: 'fact',
      title: say('rules:tab.facts'),
      width: 'minmax(0, 1fr)',
      cell: (fact) => (
        <div className={css.row}>
          <span title={pick(fact.ask)}>{pick(fact.ask)}</span>
          <small>
            <Code>{fact.path}</Code> · {fact.cite}
          </small>
        </div>
      ),
    },
  ]
  return (
    <>
      <ListSearch label={say('rules:search.facts')} search={search} onSearch={onSearch} />
      {found.error ? <Failure error={found.error} /> : null}
      <Table
        headless
        label={say('rules:tab.facts')}
        columns={columns}
        rows={rows}
        rowKey={(fact) => fact.path}
        chosen={chosen}
        onOpen={(fact) => onOpen(fact.path)}
        rowHeight={50}
        testId="fact-list"
      />
    </>
  )
}

export function FactDetail({ id }: { id: string }) {
  const say = useSay()
  const pick = usePick()
  const fact = useFacts().data?.find((one) => one.path === id)
  if (!fact) return null
  return (
    <>
      <PageHead before={<ListOpener />} title={pick(fact.ask)} />
      <Page>
        <Pairs
          rows={[
            [say('rules:fact.why'), pick(fact.why)],
            ...(fact.help ? ([[say('rules:fact.help'), pick(fact.help)]] as [string, string][]) : []),
            [say('rules:cites'), fact.cite],
            [say('rules:fact.name'), <Code key="path">{fact.path}</Code>],
            [say('rules:fact.type'), fact.type],
            ...(fact.unit ? ([[say('rules:fact.unit'), fact.unit]] as [string, string][]) : []),
            ...(fact.choices.length > 0
              ? ([[say('rules:fact.choices'), fact.choices.map((choice) => pick(choice.label)).join(' · ')]] as [string, string][])
              : []),
            [say('rules:pack'), fact.pack],
          ]}
        />
      </Page>
    </>
  )
}
