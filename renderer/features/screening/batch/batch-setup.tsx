/** How a file was understood, column by column, with its first rows; columns can be taken for another field before the start. */
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { BATCH_FIELDS, type BatchColumns, type BatchPreview } from '#shared/domain/batch.ts'
import css from './batch.module.css'

type SetupProps = { file: string; onStarted: () => void; onChoose: () => void; onBack: () => void }

export function BatchSetup({ file, onStarted, onChoose, onBack }: SetupProps) {
  const say = useSay()
  const preview = useAnswer('batch:preview', { file }, { staleTime: 0 })
  const start = useAct('batch:run')
  const [changed, setChanged] = useState<BatchColumns | null>(null)
  const other = (
    <Button onClick={onChoose} data-testid="batch-other">
      {say('screening:batch.other')}
    </Button>
  )
  const back = <Button onClick={onBack}>{say('ui:cancel')}</Button>
  if (preview.error)
    return (
      <div className={css.setup}>
        <Failure error={preview.error} />
        <div className={css.acts}>
          {other}
          {back}
        </div>
      </div>
    )
  if (!preview.data) return null
  const { name, bytes, format, columns: understood } = preview.data
  const columns = changed ?? understood
  const nameless = format === 'csv' && !columns.includes('name')
  const unused = preview.data.headings.filter((_, i) => columns[i] === '')
  return (
    <div className={css.setup} data-testid="batch-setup">
      <h1>{name}</h1>
      <p className={css.soft}>
        {say(format === 'csv' ? 'screening:batch.csv' : 'screening:batch.jsonl', { bytes: count(bytes) })} {say('screening:batch.understood')}
      </p>
      {start.error ? <Failure error={start.error} /> : null}
      <Rows preview={preview.data} columns={columns} onChange={setChanged} />
      {nameless ? <Notice tone="warning">{say('screening:batch.nameless')}</Notice> : null}
      {unused.length > 0 ? <p className={css.soft}>{say('screening:batch.unused', { columns: unused.join(', ') })}</p> : null}
      <div className={css.acts}>
        <Button
          variant="filled"
          disabled={nameless}
          loading={start.isPending}
          onClick={() => start.mutate({ file, columns: format === 'csv' ? columns : [] }, { onSuccess: onStarted })}
          data-testid="batch-start"
        >
          {say('screening:batch.start')}
        </Button>
        {other}
        {back}
      </div>
    </div>
  )
}

/** A field that one column holds leaves the column that had it before; identity numbers may stand in several. */
function withField(columns: BatchColumns, at: number, field: BatchColumns[number]): BatchColumns {
  return columns.map((one, i) => (i === at ? field : one === field && field !== 'ids' ? '' : one))
}

function Rows({ preview, columns, onChange }: { preview: BatchPreview; columns: BatchColumns; onChange: (columns: BatchColumns) => void }) {
  const say = useSay()
  const csv = preview.format === 'csv'
  const headings = csv ? preview.headings : BATCH_FIELDS.map((field) => say(`screening:batch.field.${field}`))
  const fields = [
    { value: '', label: say('screening:batch.field.none') },
    ...BATCH_FIELDS.map((value) => ({ value, label: say(`screening:batch.field.${value}`) })),
  ]
  return (
    <div className={css.preview}>
      <table data-testid="batch-preview">
        <thead>
          <tr>
            <th scope="col">{say('screening:batch.line')}</th>
            {numbered(headings).map(({ key, at, value: heading }) => (
              <th key={key} scope="col">
                <span>{heading}</span>
                {csv ? (
                  <Select
                    size="xs"
                    aria-label={say('screening:batch.takenFor', { column: heading })}
                    data={fields}
                    value={columns[at] ?? ''}
                    onChange={(field) => onChange(withField(columns, at, (field ?? '') as BatchColumns[number]))}
                    allowDeselect={false}
                    data-testid={`batch-column-${at}`}
                  />
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              {row.error === '' ? (
                numbered(row.cells).map(({ key, at, value: cell }) => (
                  <td key={key} data-unused={(csv && columns[at] === '') || undefined}>
                    {cell}
                  </td>
                ))
              ) : (
                <td colSpan={headings.length} className={css.fault}>
                  {row.error}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
