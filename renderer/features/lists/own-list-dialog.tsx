/** An own list from any CSV file: its id and title, and which column is what, beside the first rows of the file. */
import { Alert, Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { type Say, useSay } from '#renderer/client/words.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { scrollable } from '#renderer/ui/scrollable.ts'
import type { ListStatus } from '#shared/contract/replies.ts'
import { DELIMITERS, OWN_FIELDS, OWN_ID, OWN_PREFIX, type OwnField, type OwnList, type OwnListPreview } from '#shared/domain/own-list.ts'
import css from './lists.module.css'

type Delimiter = OwnListPreview['delimiter']
const NAMES: Record<Delimiter, 'comma' | 'semicolon' | 'tab'> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }

/** Open while `file` is not empty. It stays mounted, so that the Escape that closes it is not taken for a step back as well. */
export function OwnListDialog({
  file,
  lists,
  onClose,
  onImport,
}: {
  file: string
  lists: ListStatus[]
  onClose: () => void
  onImport: (own: OwnList) => void
}) {
  const say = useSay()
  const [delimiter, setDelimiter] = useState<Delimiter>()
  const preview = useAnswer('list:previewOwn', delimiter === undefined ? { file } : { file, delimiter }, { staleTime: 0, keep: true, enabled: file !== '' })
  const close = () => {
    setDelimiter(undefined)
    onClose()
  }
  return (
    <Modal opened={file !== ''} onClose={close} title={say('lists:own.title')} size="xl" closeButtonProps={{ 'aria-label': say('ui:close') }}>
      {preview.error ? <Failure error={preview.error} again={() => void preview.refetch()} /> : null}
      {preview.data ? (
        <Mapping
          key={JSON.stringify([preview.data.columns, preview.data.delimiter, preview.data.remembered])}
          preview={preview.data}
          file={file.split(/[\\/]/).pop() ?? file}
          lists={lists}
          onDelimiter={setDelimiter}
          onClose={close}
          onImport={(own) => {
            setDelimiter(undefined)
            onImport(own)
          }}
        />
      ) : null}
    </Modal>
  )
}

type MappingProps = {
  preview: OwnListPreview
  file: string
  lists: ListStatus[]
  onDelimiter: (delimiter: Delimiter) => void
  onClose: () => void
  onImport: (own: OwnList) => void
}

function Mapping({ preview, file, lists, onDelimiter, onClose, onImport }: MappingProps) {
  const say = useSay()
  const { columns, rows, delimiter, remembered } = preview
  const [id, setId] = useState(remembered?.list.slice(OWN_PREFIX.length) ?? '')
  const [title, setTitle] = useState(remembered?.title ?? '')
  const [map, setMap] = useState<OwnList['map']>(remembered?.map ?? {})
  const list = `${OWN_PREFIX}${id.trim().toUpperCase()}`
  const held = lists.find((one) => one.id === list)
  const problem = idProblem(id, list, say)
  const ready = problem === '' && id.trim() !== '' && title.trim() !== '' && map.name !== undefined
  const choose = (field: OwnField, column: string | null) => {
    const { [field]: _before, ...others } = map
    setMap(column === null ? others : { ...others, [field]: column })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onImport({ list, title: title.trim(), delimiter, map })
      }}
      data-testid="own-list"
    >
      <p className={css.soft}>{say('lists:own.body', { file })}</p>
      {remembered ? (
        <p className={css.soft} data-testid="own-remembered">
          {say('lists:own.remembered', { list: remembered.list })}
        </p>
      ) : null}
      <div className={css.pair}>
        <TextInput
          label={say('lists:own.id')}
          leftSection={<span className={css.soft}>{OWN_PREFIX}</span>}
          leftSectionWidth={52}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          error={problem === '' ? undefined : problem}
          data-autofocus
          data-testid="own-id"
        />
        <TextInput label={say('lists:own.name')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-testid="own-title" />
        <Select
          label={say('lists:own.delimiter')}
          data={DELIMITERS.map((value) => ({ value, label: say(`lists:own.${NAMES[value]}`) }))}
          value={delimiter}
          onChange={(value) => onDelimiter((value ?? ',') as Delimiter)}
          allowDeselect={false}
          data-testid="own-delimiter"
        />
      </div>
      {held ? <Alert className={css.held}>{say('lists:own.replaces', { list, title: held.title, count: held.records })}</Alert> : null}
      <h3 className={css.step}>{say('lists:own.columns')}</h3>
      <div className={css.columns}>
        {OWN_FIELDS.map((field) => (
          <Select
            key={field}
            size="xs"
            label={say(`lists:own.field.${field}`)}
            withAsterisk={field === 'name'}
            data={columns}
            value={map[field] ?? null}
            onChange={(column) => choose(field, column)}
            clearable={field !== 'name'}
            clearButtonProps={{ 'aria-label': say('lists:own.clear', { field: say(`lists:own.field.${field}`) }) }}
            placeholder={say('lists:own.none')}
            data-testid={`own-map-${field}`}
          />
        ))}
      </div>
      <h3 className={css.step}>{say('lists:own.rows')}</h3>
      <div className={css.preview} {...scrollable(say('lists:own.rows'))}>
        <table data-testid="own-preview">
          <thead>
            <tr>
              {columns.map((column) => {
                const field = OWN_FIELDS.find((one) => map[one] === column)
                return (
                  <th key={column} scope="col" data-used={field !== undefined}>
                    {column}
                    <span>{field ? say(`lists:own.field.${field}`) : say('lists:own.kept')}</span>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {numbered(rows).map(({ key, value }) => (
              <tr key={key}>
                {numbered(value).map((cell) => (
                  <td key={cell.key}>{cell.value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!ready} data-testid="own-import">
          {say('lists:own.import')}
        </Button>
      </Group>
    </form>
  )
}

const idProblem = (typed: string, list: string, say: Say): string => (typed.trim() === '' || OWN_ID.test(list) ? '' : say('lists:own.id.wrong'))
