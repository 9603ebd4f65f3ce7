/** Home: the cases worked on last, how fresh the lists are (worst first), which rules apply, and one button. */
import { Button } from '@mantine/core'
import { useAnswer } from '#renderer/client/queries.ts'
import { go, to } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Page, PageHead, Section } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Freshness } from './freshness.tsx'
import css from './home.module.css'
import { Packs } from './packs.tsx'
import { RecentCases } from './recent-cases.tsx'

function NewCase({ filled = true, testId = 'new-case' }: { filled?: boolean; testId?: string }) {
  const say = useSay()
  return (
    <Button
      size="sm"
      variant={filled ? 'filled' : 'default'}
      leftSection={<Icon name="add" size={16} />}
      onClick={() => go('cases', 'new')}
      data-testid={testId}
    >
      {say('home:new')}
    </Button>
  )
}

export function HomePage() {
  const say = useSay()
  const status = useAnswer('app:status', { lang: useLang() })
  const cases = useAnswer('case:list', { limit: 12 })
  const alerts = useAnswer('alert:list', { limit: 0 }).data?.counts ?? { open: 0, awaiting: 0, news: 0 }
  const open = alerts.open + alerts.awaiting
  return (
    <>
      <PageHead title={say('home:title')} note={say('home:note')}>
        <NewCase />
      </PageHead>
      <Page wide>
        {status.error ? <Failure error={status.error} again={() => void status.refetch()} /> : null}
        {status.data?.starterOnly ? (
          <Notice
            tone="warning"
            title={say('home:starter.title')}
            actions={
              <Button onClick={() => go('lists')} data-testid="starter-import">
                {say('home:starter.act')}
              </Button>
            }
            testId="starter-warning"
          >
            {say('home:starter.body')}
          </Notice>
        ) : null}
        {open > 0 ? (
          <Notice
            tone="warning"
            title={say('home:alerts.title', { count: open })}
            actions={<Button onClick={() => go('screening', 'alerts')}>{say('home:alerts.act')}</Button>}
            testId="home-alerts"
          >
            {say('home:alerts.news', { count: alerts.news })}
          </Notice>
        ) : null}
        <div className={css.columns}>
          <Section title={say('home:recent')} actions={<a href={to('cases')}>{say('home:all')}</a>}>
            {cases.data && cases.data.rows.length === 0 ? (
              <div className={css.empty}>
                <Empty icon="cases" title={say('home:none.title')} action={<NewCase filled={false} testId="new-case-empty" />}>
                  {say('home:none.body')}
                </Empty>
              </div>
            ) : (
              <RecentCases rows={cases.data?.rows ?? []} />
            )}
          </Section>
          <div>
            <Section title={say('home:lists')} actions={<a href={to('lists')}>{say('home:lists.open')}</a>}>
              <Freshness lists={status.data?.lists ?? []} />
            </Section>
            <Section title={say('home:packs')} actions={<a href={to('rules')}>{say('home:packs.open')}</a>}>
              <Packs packs={status.data?.packs ?? []} />
            </Section>
          </div>
        </div>
      </Page>
    </>
  )
}
