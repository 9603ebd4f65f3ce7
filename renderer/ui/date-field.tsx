/** A date typed as it stands in tables, 2026-09-01: the same on every machine. Only a real date is passed on. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#renderer/client/words.ts'

/** True for a day that exists, written year-month-day. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

type DateFieldProps = { label: string; description?: string; value: string | undefined; onChange: (day: string | undefined) => void; testId?: string }

export function DateField({ label, description, value, onChange, testId }: DateFieldProps) {
  const say = useSay()
  const [typed, setTyped] = useState(value ?? '')
  const [seen, setSeen] = useState(value)
  const [left, setLeft] = useState(false)
  if (seen !== value) {
    setSeen(value)
    if (value !== undefined) setTyped(value)
  }
  const put = (text: string) => {
    setTyped(text)
    setLeft(false)
    if (text === '') onChange(undefined)
    else if (isRealDay(text)) onChange(text)
  }
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={say('ui:date.form')}
      inputMode="numeric"
      maxLength={10}
      value={typed}
      onChange={(event) => put(event.currentTarget.value.trim())}
      onBlur={() => setLeft(true)}
      error={left && typed !== '' && !isRealDay(typed) ? say('ui:date.bad') : undefined}
      data-testid={testId}
    />
  )
}
