/** What is screened: a name, and what else is known to compare. */
import { Button, Collapse, Group, Select, TagsInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { NumberWarnings } from '#renderer/ui/number-warnings.tsx'
import { QUERY_KINDS, type ScreenQuery } from '#shared/domain/screening.ts'
import css from './screening.module.css'

export function QueryForm({ first, busy, onScreen }: { first: string; busy: boolean; onScreen: (query: ScreenQuery) => void }) {
  const say = useSay()
  const [query, setQuery] = useState<ScreenQuery>({ name: first })
  const [more, setMore] = useState(false)
  const set = (changes: Partial<ScreenQuery>) => setQuery((now) => ({ ...now, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.fromEntries(
      Object.entries({ ...query, name: query.name.trim() }).filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
    )
    if (query.name.trim() !== '') onScreen(given as ScreenQuery)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={say('screening:name')}
        placeholder={say('screening:name.hint')}
        value={query.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        data-search
        data-testid="screen-name"
      />
      <Group grow gap="xs" align="flex-end">
        <CountryField label={say('screening:country')} value={query.country} onChange={(country) => set({ country })} testId="screen-country" />
        <Select
          label={say('screening:kind')}
          placeholder={say('screening:kind.any')}
          data={QUERY_KINDS.map((kind) => ({ value: kind, label: say(`screening:kind.${kind}`) }))}
          value={query.kind ?? null}
          onChange={(kind) => set({ kind: (kind as ScreenQuery['kind']) ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': say('ui:clear') }}
          data-testid="screen-kind"
        />
      </Group>
      <Collapse expanded={more} transitionDuration={0}>
        <div className={css.form}>
          <TextInput label={say('screening:address')} value={query.address ?? ''} onChange={(event) => set({ address: event.currentTarget.value })} />
          <TextInput
            label={say('screening:dob')}
            value={query.dob ?? ''}
            onChange={(event) => set({ dob: event.currentTarget.value })}
            placeholder="1970-01-31"
          />
          <TagsInput label={say('screening:ids')} description={say('screening:ids.hint')} value={query.ids ?? []} onChange={(ids) => set({ ids })} />
          <NumberWarnings ids={query.ids} kind={query.kind} />
        </div>
      </Collapse>
      <Group justify="space-between">
        <Button variant="subtle" size="compact-xs" onClick={() => setMore(!more)} aria-expanded={more}>
          {say('screening:more')}
        </Button>
        <Button type="submit" variant="filled" size="sm" loading={busy} disabled={query.name.trim() === ''} data-testid="screen-act">
          {say('screening:act')}
        </Button>
      </Group>
    </form>
  )
}
