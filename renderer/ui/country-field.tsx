/** A country picker that is searched by code, English or Chinese name. Nothing is chosen beforehand. */
import { MultiSelect, Select } from '@mantine/core'
import { useAnswer } from '#renderer/client/queries.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import type { CountryRow } from '#shared/contract/replies.ts'

type Option = { value: string; label: string; search: string }

const optionsOf = (rows: CountryRow[], lang: 'en' | 'zh'): Option[] =>
  rows.map((row) => ({
    value: row.code,
    label: `${row.name[lang] || row.name.en} (${row.code})`,
    search: `${row.code} ${row.name.en} ${row.name.zh}`.toLowerCase(),
  }))

/** Names that begin with what was typed come first, then names that hold it. */
function filter({ options, search, limit }: { options: unknown[]; search: string; limit: number }): never[] {
  const typed = search.trim().toLowerCase()
  const all = options as Option[]
  if (typed === '' || all.some((option) => option.label.toLowerCase() === typed)) return all.slice(0, limit) as never[]
  const ranked = all
    .map((option) => ({
      option,
      rank: option.value.toLowerCase() === typed ? 0 : option.search.slice(3).startsWith(typed) ? 1 : option.search.includes(typed) ? 2 : 3,
    }))
    .filter((one) => one.rank < 3)
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.option)
    .slice(0, limit) as never[]
}

/** Names of countries in the window's language, by code. */
export function useCountryName(): (code: string) => string {
  const lang = useLang()
  const countries = useAnswer('country:list', {}, { staleTime: Number.POSITIVE_INFINITY })
  return (code) => {
    const row = countries.data?.find((one) => one.code === code)
    return row ? row.name[lang] || row.name.en : code
  }
}

type FieldProps = {
  label: React.ReactNode
  description?: string
  value: string | undefined
  onChange: (code: string | undefined) => void
  testId?: string
  required?: boolean
  'aria-label'?: string
}

export function CountryField({ label, description, value, onChange, testId, ...rest }: FieldProps) {
  const say = useSay()
  const lang = useLang()
  const countries = useAnswer('country:list', {}, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <Select
      label={label}
      description={description}
      aria-label={rest['aria-label']}
      placeholder={say('ui:country.placeholder')}
      data={optionsOf(countries.data ?? [], lang)}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      filter={filter as never}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('ui:clear') }}
      nothingFoundMessage={say('ui:country.nothing')}
      maxDropdownHeight={280}
      limit={300}
      data-testid={testId}
    />
  )
}

type ManyProps = { label: React.ReactNode; description?: string; value: string[]; onChange: (codes: string[]) => void; testId?: string }

export function CountriesField({ label, description, value, onChange, testId }: ManyProps) {
  const say = useSay()
  const lang = useLang()
  const countries = useAnswer('country:list', {}, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <MultiSelect
      size="sm"
      label={label}
      description={description}
      placeholder={value.length === 0 ? say('ui:country.placeholder') : ''}
      data={optionsOf(countries.data ?? [], lang)}
      value={value}
      onChange={onChange}
      filter={filter as never}
      searchable
      nothingFoundMessage={say('ui:country.nothing')}
      maxDropdownHeight={280}
      limit={300}
      data-testid={testId}
    />
  )
}
