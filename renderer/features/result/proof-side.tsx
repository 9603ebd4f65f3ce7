/** The proof beside the result: that of the recorded determination, or of the case as it stands now. */
import { ActionIcon, SegmentedControl } from '@mantine/core'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { RecordedProof, StandingProof } from '#renderer/trace/trace-panel.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { ItemAnswer } from '#shared/domain/determination.ts'
import css from './result.module.css'

type ProofSideProps = { determination: string | null; items: ItemAnswer[]; item: string; onItem: (id: string) => void; onClose: () => void }

export function ProofSide({ determination, items, item, onItem, onClose }: ProofSideProps) {
  const say = useSay()
  const { asked } = useCase()
  return (
    <aside className={css.side} aria-label={say('result:proof')} data-testid="proof-side">
      <header className={css.sideHead}>
        <h2>{say('result:proof')}</h2>
        {items.length > 1 ? (
          <SegmentedControl
            size="xs"
            data={items.slice(0, 6).map((one) => ({ value: one.id, label: say('result:item', { id: one.id }) }))}
            value={item}
            onChange={onItem}
          />
        ) : null}
        <ActionIcon aria-label={say('ui:close')} onClick={onClose} ml="auto">
          <Icon name="close" size={16} />
        </ActionIcon>
      </header>
      {determination ? (
        <RecordedProof key={`${determination}-${item}`} determination={determination} item={item} />
      ) : (
        <StandingProof key={item} file={asked} item={item} />
      )}
    </aside>
  )
}
