/** The control that fits the type of a question: Yes, No, the value itself, or *I do not know*. */
import { Button, Checkbox, NumberInput, Radio, Select, TagsInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Answer, AnswerValue } from '#renderer/client/facts.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { CountriesField, CountryField } from '#renderer/ui/country-field.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { EccnField } from '#renderer/ui/eccn-field.tsx'
import type { CaseFile } from '#shared/domain/case.ts'
import { splitCode } from '#shared/domain/eccn.ts'
import type { Subject } from '#shared/trace/trace.ts'
import type { Asked } from './question.ts'
import css from './wizard.module.css'

type FieldProps = { asked: Asked; value: AnswerValue | undefined; onChange: (value: AnswerValue | undefined) => void }

/** The code of the item, or of the line of its content, that is asked about. */
function codeOf(file: CaseFile, { item, line }: Subject): string | undefined {
  const of = file.items.find(({ id }) => id === item)
  return line === undefined ? of?.eccn : of?.content[Number(line) - 1]?.eccn
}

function ParagraphField({ asked, value, onChange }: FieldProps) {
  const say = useSay()
  const lang = useLang()
  const { file } = useCase()
  const { eccn } = splitCode(codeOf(file, asked.ref.of) ?? '')
  const entry = useAnswer('entry:get', { eccn, lang }, { enabled: eccn !== '' })
  return (
    <Select
      label={eccn}
      placeholder={say('wizard:value.choose')}
      data={entry.data?.paragraphs ?? []}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
      searchable
      data-testid="answer-value"
    />
  )
}

function SetField({ asked, value, onChange }: FieldProps) {
  const say = useSay()
  const held = Array.isArray(value) ? value.map(String) : []
  if (asked.choices.length > 0)
    return (
      <div className={css.choices}>
        {asked.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            data-testid={`answer-${choice.value}`}
            checked={held.includes(choice.value)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...held, choice.value] : held.filter((one) => one !== choice.value))}
          />
        ))}
      </div>
    )
  if (asked.ref.path === 'transaction.transit')
    return <CountriesField label={say('wizard:value.choose')} value={held} onChange={onChange} testId="answer-value" />
  return <TagsInput label={say('wizard:value.list')} value={held} onChange={onChange} data-testid="answer-value" />
}

function ValueField({ asked, value, onChange }: FieldProps) {
  const say = useSay()
  if (asked.ref.path === 'item.eccn')
    return (
      <EccnField label="ECCN" value={String(value ?? '')} onChange={(eccn) => onChange(eccn === '' ? undefined : eccn.toUpperCase())} testId="answer-value" />
    )
  if (asked.ref.path === 'item.paragraph') return <ParagraphField asked={asked} value={value} onChange={onChange} />
  switch (asked.type) {
    case 'choice':
      return (
        <Radio.Group value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? undefined)} aria-label={asked.ask}>
          <div className={css.choices}>
            {asked.choices.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={choice.label} data-testid={`answer-${choice.value}`} />
            ))}
          </div>
        </Radio.Group>
      )
    case 'country':
      return <CountryField label={say('wizard:value.choose')} value={typeof value === 'string' ? value : undefined} onChange={onChange} testId="answer-value" />
    case 'number':
      return (
        <NumberInput
          label={say('wizard:value.number')}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
          suffix={asked.unit ? ` ${asked.unit}` : ''}
          hideControls
          data-testid="answer-value"
        />
      )
    case 'date':
      return <DateField label={say('wizard:value.date')} value={typeof value === 'string' ? value : undefined} onChange={onChange} testId="answer-value" />
    case 'set':
      return <SetField asked={asked} value={value} onChange={onChange} />
    default:
      return (
        <TextInput
          label={say('wizard:value.text')}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
          data-testid="answer-value"
        />
      )
  }
}

type AnswerFormProps = { asked: Asked; current: Answer | undefined; onAnswer: (answer: Answer) => void; onUnknown: () => void }

export function AnswerForm({ asked, current, onAnswer, onUnknown }: AnswerFormProps) {
  const say = useSay()
  const [value, setValue] = useState(current?.value)
  const [assumed, setAssumed] = useState(current?.assumed ?? false)
  const unknown = (
    <Button size="sm" onClick={onUnknown} data-testid="answer-unknown">
      {say('wizard:unknown')}
    </Button>
  )
  const assume = (
    <Checkbox
      size="xs"
      label={say('wizard:assume')}
      checked={assumed}
      onChange={(event) => setAssumed(event.currentTarget.checked)}
      data-testid="answer-assumed"
    />
  )
  if (asked.type === 'boolean')
    return (
      <div className={css.form}>
        <div className={css.buttons}>
          {([true, false] as const).map((truth) => (
            <Button
              key={String(truth)}
              size="sm"
              miw={88}
              variant={current?.value === truth ? 'filled' : 'default'}
              aria-pressed={current?.value === truth}
              onClick={() => onAnswer({ value: truth, assumed })}
              data-testid={truth ? 'answer-yes' : 'answer-no'}
            >
              {say(truth ? 'ui:yes' : 'ui:no')}
            </Button>
          ))}
          {unknown}
        </div>
        {assume}
      </div>
    )
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!empty && value !== undefined) onAnswer({ value, assumed })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <ValueField asked={asked} value={value} onChange={setValue} />
      <div className={css.buttons}>
        <Button type="submit" size="sm" variant="filled" disabled={empty} data-testid="answer-record">
          {say('wizard:record')}
        </Button>
        {unknown}
      </div>
      {assume}
    </form>
  )
}
