/** The search field above a list. */
import { SearchField } from '#renderer/ui/search-field.tsx'
import css from './rules.module.css'

export type ListProps = { chosen: string; search: string; onSearch: (search: string) => void; onOpen: (id: string) => void }

export function ListSearch({ label, search, onSearch }: { label: string; search: string; onSearch: (search: string) => void }) {
  return (
    <div className={css.search}>
      <SearchField label={label} value={search} onChange={onSearch} testId="rules-search" />
    </div>
  )
}
