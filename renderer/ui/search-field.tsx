/** The field that narrows a list down to what is typed. */
import { TextInput } from '@mantine/core'
import { Icon } from './icon.tsx'

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void; testId: string; className?: string | undefined; main?: boolean }

/** `main` makes it the search of its screen, which a key of the keyboard leads to. */
export function SearchField({ label, value, onChange, testId, className, main = true }: SearchFieldProps) {
  return (
    <TextInput
      size="xs"
      className={className}
      placeholder={label}
      aria-label={label}
      leftSection={<Icon name="search" size={14} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-search={main || undefined}
      data-testid={testId}
    />
  )
}
