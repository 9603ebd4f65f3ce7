/** What a bill of materials would bring in: which column is what, what is wrong in which line. Nothing comes in unconfirmed. */
import { Button, Group, Modal, Select } from '@mantine/core'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { BOM_FIELDS, type BomAnswer, type BomField } from '#shared/domain/bill-of-materials.ts'
import css from './content.module.css'

type ImportDialogProps = {
  read: { name: string; answer: BomAnswer } | null
  /** Lines that are there already. */
  held: number
  busy: boolean
  onColumns: (columns: (BomField | null)[]) => void
  onClose: () => void
  onTake: (how: 'replace' | 'add') => void
}

export function ImportDialog({ read, held, busy, onColumns, onClose, onTake }: ImportDialogProps) {
  const say = useSay()
  const answer = read?.answer
  const columns = answer?.columns ?? []
  const problems = answer?.problems ?? []
  const known = columns.some(({ field }) => field !== null)
  const ready = answer !== undefined && answer.lines.length > 0 && known && !busy
  const set = (at: number, field: BomField | null) =>
    onColumns(columns.map((column, other) => (other === at ? field : column.field === field ? null : column.field)))
  return (
    <Modal
      opened={read !== null}
      onClose={onClose}
      size="xl"
      title={say('cases:content.import.title', { name: read?.name ?? '' })}
      closeButtonProps={{ 'aria-label': say('ui:close') }}
    >
      <p className={css.soft}>{say('cases:content.import.note', { count: answer?.total ?? 0 })}</p>
      <div className={css.columns} data-testid="import-columns">
        {numbered(columns).map(({ key, at, value: { heading, field, samples } }) => (
          <div key={key} className={css.column}>
            <div>
              <strong>{heading || say('cases:content.import.noHeading')}</strong>
              <span className={css.soft}>{samples.join(' · ')}</span>
            </div>
            <Select
              size="xs"
              aria-label={say('cases:content.import.holds', { heading })}
              placeholder={say('cases:content.import.unused')}
              data={BOM_FIELDS.map((one) => ({ value: one, label: say(`cases:content.field.${one}`) }))}
              value={field}
              onChange={(next) => set(at, (next as BomField | null) ?? null)}
              clearable
              clearButtonProps={{ 'aria-label': say('ui:clear') }}
              data-testid={`import-column-${at}`}
            />
          </div>
        ))}
      </div>
      {problems.length > 0 ? (
        <Notice tone="error" title={say('cases:content.import.problems', { count: answer?.problemCount ?? 0 })} testId="import-problems">
          <ul className={css.problems}>
            {problems.slice(0, 12).map(({ line, column, code, found, expected }) => (
              <li key={`${line}-${column}-${code}`}>
                {say('cases:content.import.line', { line })}
                {column === '' ? '' : ` · ${column}`}:{' '}
                {code === 'no-entry' && expected === ''
                  ? say('cases:content.problem.no-entry-near', { found })
                  : say(`cases:content.problem.${code}`, { found, expected })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {answer !== undefined && !known ? (
        <Notice tone="warning" title={say('cases:content.import.nothing')}>
          {say('cases:content.import.choose')}
        </Notice>
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        {held > 0 ? (
          <Button disabled={!ready} onClick={() => onTake('add')} data-testid="import-add">
            {say('cases:content.import.add', { count: held })}
          </Button>
        ) : null}
        <Button variant="filled" disabled={!ready} loading={busy} onClick={() => onTake('replace')} data-testid="import-take">
          {held > 0 ? say('cases:content.import.replace', { count: held }) : say('cases:content.import.take', { count: answer?.lines.length ?? 0 })}
        </Button>
      </Group>
    </Modal>
  )
}
