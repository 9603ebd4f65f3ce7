/** One pack against the one in use: how much changed of each kind, every changed clause, and its parts before and after. */
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Notice, Section, Tag } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { PackChange } from '#shared/contract/replies.ts'
import type { PackUsed } from '#shared/domain/determination.ts'
import { ListSearch } from './list-tools.tsx'
import css from './rules.module.css'

const KINDS = ['rule', 'list', 'entry', 'fact', 'exception', 'family'] as const
const CHANGES = ['added', 'removed', 'changed'] as const
const TONE = { added: 'green', removed: 'red', changed: 'amber' } as const
/** Two packs may have the same version: the beginning of the hash tells them apart. */
const nameOf = ({ id, version, sha256 }: PackUsed): string => `${id} ${version} (${sha256.slice(0, 12)})`
const keyOf = ({ kind, name }: PackChange): string => `${kind} ${name}`
const textOf = ({ name, cites, details }: PackChange): string =>
  `${name} ${cites.join(' ')} ${details.map(({ before, after }) => `${before} ${after}`).join(' ')}`.toLowerCase()

/** `source` names the other pack: a hash, a folder or a signed file. */
export function Comparison({ source, weighing, onWeigh }: { source: string; weighing: boolean; onWeigh: () => void }) {
  const say = useSay()
  const found = useAnswer('packs:diff', { after: source, lang: useLang() }, { keep: true })
  const actions = (
    <>
      <Button onClick={onWeigh} disabled={weighing || !found.data} data-testid="weigh-compared">
        {say('rules:impact.start')}
      </Button>
      <Button onClick={() => go('rules', 'pack')} data-testid="close-comparison">
        {say('rules:diff.close')}
      </Button>
    </>
  )
  const { before, after, changes } = found.data ?? {}
  return (
    <Section
      title={say('rules:diff.title')}
      note={before && after ? say('rules:diff.of', { before: nameOf(before), after: nameOf(after) }) : source}
      actions={actions}
    >
      {found.error ? <Failure error={found.error} again={() => void found.refetch()} testId="diff-refused" /> : null}
      {found.isPending ? <p className={css.soft}>{say('rules:diff.reading')}</p> : null}
      {changes?.length === 0 ? (
        <Notice tone="good" title={say('rules:diff.none.title')} testId="diff-none">
          {say('rules:diff.none.body')}
        </Notice>
      ) : null}
      {changes && changes.length > 0 ? <Changes changes={changes} /> : null}
    </Section>
  )
}

function Changes({ changes }: { changes: PackChange[] }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState('')
  const typed = search.trim().toLowerCase()
  const rows = KINDS.flatMap((one) => changes.filter((change) => change.kind === one && (kind === '' || kind === one) && textOf(change).includes(typed)))
  const shown = rows.find((row) => keyOf(row) === chosen) ?? rows[0]
  const kinds = KINDS.filter((one) => changes.some((change) => change.kind === one))
  const columns: Column<PackChange>[] = [
    { id: 'kind', title: say('rules:diff.kind'), width: '110px', cell: (row) => say(`rules:diff.kind.${row.kind}`) },
    { id: 'change', title: say('rules:diff.change'), width: '100px', cell: (row) => <Tag tone={TONE[row.change]}>{say(`rules:diff.${row.change}`)}</Tag> },
    { id: 'name', title: say('rules:diff.name'), width: 'minmax(0, 1fr)', cell: (row) => <Code>{row.name}</Code> },
    { id: 'cite', title: say('rules:cites'), width: 'minmax(0, 1fr)', cell: (row) => <Cite>{row.cites.join('; ')}</Cite> },
    {
      id: 'parts',
      title: say('rules:diff.parts'),
      width: 'minmax(0, 1fr)',
      cell: (row) => [...new Set(row.details.map(({ what }) => say(`rules:diff.part.${what}`)))].join(' · '),
    },
  ]
  return (
    <>
      <table className={css.plain} data-testid="diff-counts">
        <thead>
          <tr>
            <th scope="col">{say('rules:diff.kind')}</th>
            {CHANGES.map((change) => (
              <th key={change} scope="col">
                {say(`rules:diff.${change}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((one) => (
            <tr key={one}>
              <th scope="row">{say(`rules:diff.kind.${one}`)}</th>
              {CHANGES.map((change) => (
                <td key={change}>{count(changes.filter((row) => row.kind === one && row.change === change).length)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.diffTools}>
        <Select
          size="xs"
          aria-label={say('rules:diff.kind')}
          data={[{ value: '', label: say('rules:diff.kind.all') }, ...kinds.map((one) => ({ value: one, label: say(`rules:diff.kind.${one}`) }))]}
          value={kind}
          onChange={(next) => setKind(next ?? '')}
          allowDeselect={false}
        />
        <ListSearch label={say('rules:search.diff')} search={search} onSearch={setSearch} />
        <span className={css.soft}>{say('rules:diff.shown', { shown: count(rows.length), all: count(changes.length) })}</span>
      </div>
      <Table
        label={say('rules:diff.title')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        chosen={shown ? keyOf(shown) : ''}
        onOpen={(row) => setChosen(keyOf(row))}
        onMove={(row) => setChosen(keyOf(row))}
        flow
        testId="diff-table"
      />
      {shown ? <Details change={shown} /> : null}
    </>
  )
}

function Details({ change }: { change: PackChange }) {
  const say = useSay()
  const side = (text: string) => (text === '' ? <span className={css.soft}>–</span> : text)
  return (
    <div className={css.details} data-testid="diff-details">
      <h3>
        <Code>{change.name}</Code> <Tag tone={TONE[change.change]}>{say(`rules:diff.${change.change}`)}</Tag>
      </h3>
      <p className={css.soft}>{change.cites.join('; ')}</p>
      <table className={css.sides}>
        <thead>
          <tr>
            <th scope="col">{say('rules:diff.part')}</th>
            <th scope="col">{say('rules:diff.before')}</th>
            <th scope="col">{say('rules:diff.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.details.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{say(`rules:diff.part.${what}`)}</th>
              <td>{side(before)}</td>
              <td>{side(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
