/** Countries: the chart row as sixteen cells with marks, footnotes, and groups as tags. */
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Notice, Page, PageHead, Section, Tag } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { ListOpener } from '#renderer/ui/panes.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { CountryRow, CountryView } from '#shared/contract/replies.ts'
import { type ListProps, ListSearch } from './list-tools.tsx'
import css from './rules.module.css'

export function CountryList({ chosen, search, onSearch, onOpen }: ListProps) {
  const say = useSay()
  const pick = usePick()
  const found = useAnswer('country:list', {}, { staleTime: Number.POSITIVE_INFINITY })
  const typed = search.trim().toLowerCase()
  const rows = (found.data ?? []).filter((row) => `${row.code} ${row.name.en} ${row.name.zh}`.toLowerCase().includes(typed))
  const columns: Column<CountryRow>[] = [
    { id: 'code', title: 'ISO', width: '56px', cell: (row) => <Code>{row.code}</Code> },
    { id: 'name', title: say('rules:tab.countries'), width: 'minmax(0, 1fr)', cell: (row) => pick(row.name) },
  ]
  return (
    <>
      <ListSearch label={say('rules:search.countries')} search={search} onSearch={onSearch} />
      {found.error ? <Failure error={found.error} /> : null}
      <Table
        label={say('rules:tab.countries')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        chosen={chosen}
        onOpen={(row) => onOpen(row.code)}
        testId="country-list"
      />
    </>
  )
}

/** Columns of one reason stand together: `NS 1` and `NS 2` under `NS`. */
function byReason(columns: string[]): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const column of columns) {
    const reason = column.split(' ')[0] ?? column
    groups.set(reason, [...(groups.get(reason) ?? []), column])
  }
  return [...groups]
}

function ChartRow({ country }: { country: CountryView }) {
  const say = useSay()
  const groups = byReason(country.columns)
  return (
    <div className={css.chartFrame}>
      <table className={css.chart} data-testid="chart-row">
        <thead>
          <tr>
            {groups.map(([reason, columns]) => (
              <th key={reason} colSpan={columns.length} scope="colgroup">
                {reason}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap(([reason, columns]) =>
              columns.map((column) => (
                <th key={column} scope="col">
                  {column.slice(reason.length).trim() || ' '}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            {groups.flatMap(([, columns]) =>
              columns.map((column) => {
                const marked = country.marks.includes(column)
                return (
                  <td key={column} data-marked={marked || undefined}>
                    <span role="img" aria-label={say(marked ? 'rules:country.marked' : 'rules:country.unmarked', { column })}>
                      {marked ? '✕' : ''}
                    </span>
                  </td>
                )
              }),
            )}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

export function CountryDetail({ id }: { id: string }) {
  const say = useSay()
  const pick = usePick()
  const found = useAnswer('country:get', { code: id }, { staleTime: 600_000 })
  if (found.error) return <Failure error={found.error} />
  const country = found.data
  if (!country) return null
  return (
    <>
      <PageHead before={<ListOpener />} title={pick(country.name)} note={<Code>{country.code}</Code>} />
      <Page>
        <Section title={say('rules:country.chart')}>
          {country.chart === 'row' ? <ChartRow country={country} /> : <Notice tone="warning">{say(`rules:country.${country.chart}`)}</Notice>}
          <p className={css.says}>
            <Cite>{country.cite}</Cite>
          </p>
        </Section>
        <Section title={say('rules:country.groups')}>
          <div className={css.tags} data-testid="country-groups">
            {country.groups.length === 0 ? <span className={css.soft}>{say('rules:country.groups.none')}</span> : null}
            {country.groups.map((group) => (
              <Tag key={group}>{group}</Tag>
            ))}
          </div>
        </Section>
        {country.footnotes.length > 0 ? (
          <Section title={say('rules:country.footnotes')}>
            <ul className={css.left}>
              {country.footnotes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Page>
    </>
  )
}
