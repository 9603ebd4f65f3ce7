/** The search field above a list, and the button that opens the list when it is a drawer. */
import { ActionIcon, TextInput } from '@mantine/core'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useListOpener } from '#renderer/ui/panes.tsx'
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

export function ListOpener() {
  const say = useSay()
  const show = useListOpener()
  return show ? (
    <ActionIcon size={30} aria-label={say('rules:openList')} onClick={show}>
      <Icon name="list" />
    </ActionIcon>
  ) : null
}
