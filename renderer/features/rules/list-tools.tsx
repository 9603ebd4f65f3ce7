/** The search field above a list. */
import { TextInput } from '@mantine/core'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './rules.module.css'

export type ListProps = { chosen: string; search: string; onSearch: (search: string) => void; onOpen: (id: string) => void }

export function SearchField({ label, search, onSearch }: { label: string; search: string; onSearch: (search: string) => void }) {
  return (
    <div className={css.search}>
      <TextInput
        size="xs"
        placeholder={label}
        aria-label={label}
        leftSection={<Icon name="search" size={14} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        data-search
        data-testid="rules-search"
      />
    </div>
  )
}
