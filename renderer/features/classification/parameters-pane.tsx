import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { FieldName } from '#renderer/ui/open-dot.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import type { ParameterRow } from '#shared/contract/replies.ts'
import type { Candidate, ParameterInput } from '#shared/domain/classification.ts'
import css from './classification.module.css'
import { ParameterField } from './parameter-field.tsx'

type PaneProps = { values: Record<string, ParameterInput>; candidates: Candidate[]; onChange: (name: string, value: ParameterInput | undefined) => void }

const ENTRY = /^\d[A-E]\d{3}/

/** Each parameter stands once, under the first entry that reads it; those that conditions read come first, under none. */
function byEntry(rows: ParameterRow[]): [string, ParameterRow[]][] {
  const groups = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const entry = row.usedBy.map((used) => ENTRY.exec(used)?.[0] ?? '').find((code) => code !== '') ?? ''
    groups.set(entry, [...(groups.get(entry) ?? []), row])
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b))
}

export function ParametersPane({ values, candidates, onChange }: PaneProps) {
  const say = useSay()
  const pick = usePick()
  const known = useAnswer('item:parameters', {}, { staleTime: Number.POSITIVE_INFINITY })
  const [search, setSearch] = useState('')
  const typed = search.trim().toLowerCase()
  const rows = (known.data?.parameters ?? []).filter(
    (row) => typed === '' || `${row.name} ${row.label.en} ${row.label.zh} ${row.usedBy.join(' ')}`.toLowerCase().includes(typed),
  )
  const decides = (name: string): string[] => [
    ...new Set(candidates.filter((one) => one.state === 'unknown' && one.missing.includes(name)).map((one) => `${one.eccn}.${one.paragraph}`)),
  ]
  return (
    <div>
      <SearchField
        label={say('classification:parameters.find')}
        value={search}
        onChange={setSearch}
        testId="parameter-search"
        className={css.find}
        main={false}
      />
      {rows.length === 0 && known.data ? <p className={css.soft}>{say('classification:parameters.none')}</p> : null}
      {byEntry(rows).map(([entry, some]) => {
        const given = some.filter((row) => values[row.name] !== undefined).length
        return (
          <fieldset key={entry} className={css.group}>
            <legend>
              {entry ? <code>{entry}</code> : say('classification:parameters.general')}{' '}
              {given > 0 ? <small>{say('classification:parameters.given', { count: given })}</small> : null}
            </legend>
            {some.map((row) => {
              const open = values[row.name] === undefined ? decides(row.name) : []
              return (
                <div key={row.name} className={open.length > 0 ? css.open : undefined}>
                  <ParameterField row={row} value={values[row.name]} onChange={(value) => onChange(row.name, value)} />
                  {open.length > 0 ? (
                    <div className={css.decides}>
                      <FieldName name="" open={pick(row.help)} /> {say('classification:parameters.decides', { entries: open.slice(0, 4).join(', ') })}
                    </div>
                  ) : null}
                </div>
              )
            })}
          </fieldset>
        )
      })}
    </div>
  )
}
