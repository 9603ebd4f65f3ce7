/** One typed parameter: a number with its unit (exact or as a range), yes or no, or a choice. Empty means not known. */
import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import type { ParameterRow } from '#shared/contract/replies.ts'
import type { ParameterInput } from '#shared/domain/classification.ts'
import css from './classification.module.css'

type Props = { row: ParameterRow; value: ParameterInput | undefined; onChange: (value: ParameterInput | undefined) => void }

type Bounds = { min?: number | undefined; max?: number | undefined }

const numberOf = (value: ParameterInput | undefined): number | '' =>
  typeof value === 'number' ? value : typeof value === 'object' && 'value' in value ? value.value : ''
const boundsOf = (value: ParameterInput | undefined): Bounds => (typeof value === 'object' && !('value' in value) ? value : {})

function NumberField({ row, value, onChange }: Props) {
  const say = useSay()
  const pick = usePick()
  const [range, setRange] = useState(typeof value === 'object' && !('value' in value))
  const name = pick(row.label)
  const unit = row.unit ? ` ${row.unit}` : ''
  const bounds = boundsOf(value)
  const setBound = (side: 'min' | 'max', next: number | string) => {
    const changed: Bounds = { ...bounds, [side]: typeof next === 'number' ? next : undefined }
    if (changed.min === undefined && changed.max === undefined) onChange(undefined)
    else
      onChange({
        ...(changed.min === undefined ? {} : { min: changed.min }),
        ...(changed.max === undefined ? {} : { max: changed.max }),
        ...(row.unit ? { unit: row.unit } : {}),
      })
  }
  return (
    <div className={css.numberField}>
      {range ? (
        <>
          <NumberInput
            size="xs"
            hideControls
            aria-label={`${name} ${say('classification:parameter.from')}`}
            placeholder={say('classification:parameter.from')}
            value={bounds.min ?? ''}
            onChange={(next) => setBound('min', next)}
            thousandSeparator=" "
          />
          <NumberInput
            size="xs"
            hideControls
            aria-label={`${name} ${say('classification:parameter.to')}`}
            placeholder={say('classification:parameter.to')}
            value={bounds.max ?? ''}
            onChange={(next) => setBound('max', next)}
            thousandSeparator=" "
            suffix={unit}
          />
        </>
      ) : (
        <NumberInput
          size="xs"
          hideControls
          aria-label={name}
          placeholder={say('classification:parameter.unset')}
          value={numberOf(value)}
          onChange={(next) => onChange(typeof next === 'number' ? (row.unit ? { value: next, unit: row.unit } : next) : undefined)}
          thousandSeparator=" "
          suffix={unit}
          data-testid={`parameter-${row.name}`}
        />
      )}
      <Tooltip label={say(range ? 'classification:range.exact' : 'classification:range.use')}>
        <ActionIcon
          size={28}
          aria-label={`${name}: ${say(range ? 'classification:range.exact' : 'classification:range.use')}`}
          aria-pressed={range}
          onClick={() => {
            onChange(undefined)
            setRange(!range)
          }}
        >
          <Icon name="settings" size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function ChoiceField({ row, value, onChange }: Props) {
  const say = useSay()
  const pick = usePick()
  const truth = row.type === 'boolean'
  const data = truth
    ? [
        { value: 'true', label: say('classification:yes') },
        { value: 'false', label: say('classification:no') },
      ]
    : row.choices.map((choice) => ({ value: choice.value, label: pick(choice.label) }))
  return (
    <Select
      size="xs"
      aria-label={pick(row.label)}
      placeholder={say('classification:parameter.unset')}
      data={data}
      value={value === undefined ? null : String(value)}
      onChange={(next) => onChange(next === null ? undefined : truth ? next === 'true' : next)}
      clearable
      clearButtonProps={{ 'aria-label': say('ui:clear') }}
      data-testid={`parameter-${row.name}`}
    />
  )
}

export function ParameterField(props: Props) {
  const pick = usePick()
  const { row } = props
  return (
    <div className={css.parameter}>
      <div className={css.parameterName} title={pick(row.help)}>
        {pick(row.label)}
      </div>
      {row.type === 'number' ? <NumberField {...props} /> : <ChoiceField {...props} />}
    </div>
  )
}
