/** One row below the fields of an item: what its content comes to, and the way to its lines. */
import { Button } from '@mantine/core'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import type { CaseItem } from '#shared/domain/case.ts'
import { ResultTag } from './arithmetic.tsx'
import { percent, useShareWords } from './axis.tsx'
import css from './content.module.css'

export function ContentSummary({ item }: { item: CaseItem }) {
  const say = useSay()
  const share = useShareWords()
  const { file, answer } = useCase()
  const content = answer?.items.find((one) => one.id === item.id)?.content
  return (
    <div className={css.summary} data-testid={`content-summary-${item.id}`}>
      <h3>{say('cases:content.title')}</h3>
      {item.content.length === 0 ? (
        <span className={css.soft}>{say('cases:content.none')}</span>
      ) : (
        <>
          <span className={css.soft}>{say('cases:content.lines', { count: item.content.length })}</span>
          {content ? (
            <>
              <span>
                {share(content)}
                {content.limit === null ? '' : ` · ${say('cases:content.limit.at', { limit: percent(content.limit) })}`}
              </span>
              <ResultTag content={content} />
            </>
          ) : null}
        </>
      )}
      <span className={css.spring} />
      <Button
        leftSection={<Icon name="list" size={15} />}
        onClick={() => go('cases', file.id, 'items', item.id, 'content')}
        data-testid={`content-open-${item.id}`}
      >
        {say('cases:content.open')}
      </Button>
    </div>
  )
}
