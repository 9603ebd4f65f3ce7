/** One line of the content: its fields, and the facts that its code still waits for. */
import { Button, Checkbox, Group, Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { withField } from '#renderer/client/facts.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { EccnField } from '#renderer/ui/eccn-field.tsx'
import { type ContentLine, decimalText, ITEM_KINDS } from '#shared/domain/case.ts'
import type { ContentGroup } from '#shared/domain/determination.ts'
import { EAR99, ECCN, kindOfEntry, splitCode } from '#shared/domain/eccn.ts'
import css from './content.module.css'

export type Editing = { at: number | null; line: ContentLine; group: ContentGroup | undefined; alike: number }
type LineDialogProps = { editing: Editing | null; currency: string; onClose: () => void; onKeep: (line: ContentLine, alike: boolean) => void }

type FactValue = NonNullable<ContentLine['facts']>[string]

/** Facts beside the fields: those that the line waits for, and those that it states. */
function factNames({ line, group }: Editing): string[] {
  const fields = new Set(['eccn', 'paragraph', 'kind', 'origin', 'bundled'])
  const waiting = (group?.missing ?? []).flatMap(({ fact, of }) =>
    of.line === undefined || !/^(item|content)\./.test(fact) ? [] : [fact.slice(fact.indexOf('.') + 1)],
  )
  return [...new Set([...waiting, ...Object.keys(line.facts ?? {})])].filter((name) => !fields.has(name))
}

function FactField({ name, value, onChange }: { name: string; value: FactValue | undefined; onChange: (value: FactValue | undefined) => void }) {
  const say = useSay()
  const pick = usePick()
  const facts = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  const fact = facts.data?.find(({ path }) => path === `content.${name}` || path === `item.${name}`)
  if (!fact) return null
  const choices =
    fact.type === 'boolean'
      ? [
          { value: 'true', label: say('cases:content.yes') },
          { value: 'false', label: say('cases:content.no') },
        ]
      : fact.choices.map((choice) => ({ value: choice.value, label: pick(choice.label) }))
  const label = pick(fact.ask)
  if (choices.length > 0)
    return (
      <Select
        className={css.whole}
        label={label}
        description={fact.cite}
        placeholder={say('cases:content.unknown')}
        data={choices}
        value={value === undefined ? null : String(value)}
        onChange={(next) => onChange(next === null ? undefined : fact.type === 'boolean' ? next === 'true' : next)}
        clearable
        clearButtonProps={{ 'aria-label': say('ui:clear') }}
        data-testid={`line-fact-${name}`}
      />
    )
  if (fact.type === 'number')
    return (
      <NumberInput
        className={css.whole}
        label={label}
        description={[fact.unit, fact.cite].filter((part) => part !== '').join(' · ')}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        hideControls
        data-testid={`line-fact-${name}`}
      />
    )
  const list = fact.type === 'set'
  const shown = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  const take = (text: string) => (list ? text.split(',').flatMap((part) => part.trim() || []) : text)
  return (
    <TextInput
      className={css.whole}
      label={label}
      description={fact.cite}
      value={shown}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : take(event.currentTarget.value))}
      data-testid={`line-fact-${name}`}
    />
  )
}

export function LineDialog({ editing, currency, onClose, onKeep }: LineDialogProps) {
  const say = useSay()
  const [line, setLine] = useState<ContentLine>({})
  const [alike, setAlike] = useState(false)
  useEffect(() => {
    if (!editing) return
    setLine(editing.line)
    setAlike(false)
  }, [editing])
  const put = <K extends keyof ContentLine>(key: K, value: ContentLine[K] | undefined) => setLine((now) => withField(now, key, value))
  const { eccn } = splitCode(line.eccn ?? '')
  const byEntry = kindOfEntry(eccn)
  const badEccn = line.eccn !== undefined && eccn !== EAR99 && !ECCN.test(eccn)
  const badValue = line.value !== undefined && !decimalText.safeParse(line.value).success
  const names = editing === null ? [] : factNames(editing)
  const setFact = (name: string, value: FactValue | undefined) => {
    const facts = { ...line.facts }
    delete facts[name]
    if (value !== undefined) facts[name] = value
    put('facts', Object.keys(facts).length === 0 ? undefined : facts)
  }
  const number = editing?.at === null || editing === null ? undefined : editing.at + 1
  return (
    <Modal
      opened={editing !== null}
      onClose={onClose}
      size="lg"
      title={number === undefined ? say('cases:content.line.new') : say('cases:content.line.edit', { number })}
      closeButtonProps={{ 'aria-label': say('ui:close') }}
    >
      <div className={css.form}>
        <TextInput label={say('cases:content.part')} value={line.part ?? ''} onChange={(event) => put('part', event.currentTarget.value || undefined)} />
        <TextInput
          label={say('cases:content.description')}
          value={line.description ?? ''}
          onChange={(event) => put('description', event.currentTarget.value || undefined)}
          data-testid="line-description"
        />
        <div>
          <EccnField
            label={say('cases:items.eccn')}
            value={line.eccn ?? ''}
            onChange={(code) => put('eccn', code === '' ? undefined : code.toUpperCase().startsWith('EAR') ? code.toUpperCase() : code)}
            testId="line-eccn"
          />
          {badEccn ? <span className={css.warn}>{say('cases:content.eccn.bad')}</span> : null}
        </div>
        <Select
          label={say('cases:items.kind')}
          placeholder={byEntry === undefined ? say('cases:content.unknown') : say(`ui:itemKind.${byEntry}`)}
          data={ITEM_KINDS.map((kind) => ({ value: kind, label: say(`ui:itemKind.${kind}`) }))}
          value={byEntry ?? line.kind ?? null}
          onChange={(kind) => put('kind', kind ?? undefined)}
          disabled={byEntry !== undefined}
          clearable={byEntry === undefined}
          clearButtonProps={{ 'aria-label': say('ui:clear') }}
          data-testid="line-kind"
        />
        <CountryField label={say('cases:items.origin')} value={line.origin} onChange={(code) => put('origin', code)} testId="line-origin" />
        <TextInput
          label={currency === '' ? say('cases:content.value') : say('cases:content.value.in', { currency })}
          value={line.value ?? ''}
          onChange={(event) => put('value', event.currentTarget.value.trim() || undefined)}
          error={badValue ? say('cases:items.value.bad') : undefined}
          inputMode="decimal"
          data-testid="line-value"
        />
        <NumberInput
          label={say('cases:items.quantity')}
          value={line.quantity ?? ''}
          min={0}
          hideControls
          onChange={(quantity) => put('quantity', typeof quantity === 'number' ? quantity : undefined)}
        />
        {(byEntry ?? line.kind) === 'software' ? (
          <Select
            label={say('cases:content.bundled')}
            placeholder={say('cases:content.unknown')}
            data={[
              { value: 'yes', label: say('cases:content.yes') },
              { value: 'no', label: say('cases:content.no') },
            ]}
            value={line.bundled === undefined ? null : line.bundled ? 'yes' : 'no'}
            onChange={(next) => put('bundled', next === null ? undefined : next === 'yes')}
            clearable
            clearButtonProps={{ 'aria-label': say('ui:clear') }}
          />
        ) : null}
        {names.map((name) => (
          <FactField key={name} name={name} value={line.facts?.[name]} onChange={(value) => setFact(name, value)} />
        ))}
        {names.length > 0 && (editing?.alike ?? 0) > 1 ? (
          <Checkbox
            className={css.whole}
            label={say('cases:content.alike', { count: (editing?.alike ?? 1) - 1 })}
            checked={alike}
            onChange={(event) => setAlike(event.currentTarget.checked)}
          />
        ) : null}
      </div>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        <Button
          variant="filled"
          disabled={badValue || badEccn}
          onClick={() => onKeep(byEntry === undefined ? line : withField(line, 'kind', undefined), alike)}
          data-testid="line-keep"
        >
          {say('cases:content.line.keep')}
        </Button>
      </Group>
    </Modal>
  )
}
