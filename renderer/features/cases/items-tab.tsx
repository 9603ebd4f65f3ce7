/** The items of a case, each with its fields and its own verdict as the facts stand. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { nextItemId } from '#renderer/client/case-file.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Page } from '#renderer/ui/block.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { CaseItem } from '#shared/domain/case.ts'
import css from './cases.module.css'
import { ContentSummary } from './content/summary.tsx'
import { ItemFields } from './item-fields.tsx'

function ItemBlock({ item, alone }: { item: CaseItem; alone: boolean }) {
  const say = useSay()
  const { file, change, answer } = useCase()
  const { offer } = useUndo()
  const verdict = answer?.items.find((one) => one.id === item.id)?.outcome
  const packs = useAnswer('pack:status', {}, { staleTime: Number.POSITIVE_INFINITY })
  const madeElsewhere = item.origin !== undefined && packs.data?.packs.some(({ contentOrigin }) => contentOrigin !== '' && contentOrigin !== item.origin)
  const remove = () => {
    const before = file.items
    change((now) => ({ ...now, items: now.items.filter((one) => one.id !== item.id) }))
    offer({ says: say('cases:items.removed', { id: item.id }), undo: () => change((now) => ({ ...now, items: before })) })
  }
  return (
    <section className={css.block} aria-label={say('cases:items.title', { id: item.id })} data-testid={`item-${item.id}`}>
      <div className={css.blockHead}>
        <h2>{say('cases:items.title', { id: item.id })}</h2>
        {verdict ? <VerdictChip verdict={verdict} plain /> : null}
        <span className={css.spring} />
        <Button onClick={() => go('cases', file.id, 'items', item.id)} leftSection={<Icon name="classify" size={15} />} data-testid={`classify-${item.id}`}>
          {say('cases:items.classify')}
        </Button>
        <Tooltip label={say('cases:items.remove', { id: item.id })}>
          <ActionIcon size={30} onClick={remove} disabled={alone} aria-label={say('cases:items.remove', { id: item.id })}>
            <Icon name="bin" size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={css.blockBody}>
        <ItemFields item={item} />
        {madeElsewhere || item.content.length > 0 ? <ContentSummary item={item} /> : null}
      </div>
    </section>
  )
}

export function ItemsTab() {
  const say = useSay()
  const { file, change } = useCase()
  const add = () => change((now) => ({ ...now, items: [...now.items, { id: nextItemId(now), description: '', facts: {}, content: [] }] }))
  return (
    <Page>
      {file.items.map((item) => (
        <ItemBlock key={item.id} item={item} alone={file.items.length === 1} />
      ))}
      <Button leftSection={<Icon name="add" size={15} />} onClick={add} data-testid="add-item">
        {say('cases:items.add')}
      </Button>
    </Page>
  )
}
