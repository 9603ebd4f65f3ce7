/** An ECCN field that suggests entries by code or words. What is typed stays as it is; the core says whether it exists. */
import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import css from './eccn-field.module.css'

type EccnFieldProps = { label: React.ReactNode; description?: React.ReactNode; value: string; onChange: (eccn: string) => void; testId?: string }

export function EccnField({ label, description, value, onChange, testId }: EccnFieldProps) {
  const say = useSay()
  const pick = usePick()
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  const [search] = useDebouncedValue(typed.trim(), 120)
  const found = useAnswer('entry:search', { search, limit: 30 }, { enabled: search.length > 0, keep: true })
  const titles = new Map((found.data?.rows ?? []).map((row) => [row.eccn, pick(row.title)]))
  const give = (next: string) => {
    const eccn = next.trim()
    if (eccn !== value) onChange(eccn)
  }
  return (
    <Autocomplete
      size="sm"
      label={label}
      description={description}
      placeholder={say('ui:eccn.placeholder')}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={(eccn) => {
        setTyped(eccn)
        give(eccn)
      }}
      onBlur={() => give(typed)}
      onKeyDown={(event) => event.key === 'Enter' && give(typed)}
      data={[...titles.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span className={css.option}>
          <code>{option.value}</code>
          <span>{titles.get(option.value)}</span>
        </span>
      )}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md', width: 480, position: 'bottom-start', transitionProps: { duration: 0 } }}
      classNames={{ input: css.input }}
      data-testid={testId}
    />
  )
}
