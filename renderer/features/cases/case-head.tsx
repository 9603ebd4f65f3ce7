/** The head of an open case: title, verdict as it stands, the answer in one sentence, actions and tabs. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '#renderer/client/answer.ts'
import { call } from '#renderer/client/bridge.ts'
import { useAct } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice, Tag } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { ListOpener } from '#renderer/ui/panes.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import css from './cases.module.css'
import { TABS, type Tab } from './tabs.ts'

function Tabs({ tab }: { tab: Tab }) {
  const say = useSay()
  const { file, answer } = useCase()
  const open = answer?.questions.length ?? 0
  const counts: Partial<Record<Tab, number>> = { parties: file.parties.length, items: file.items.length, questions: open }
  return (
    <nav className={css.tabs} aria-label={say('cases:tabs')}>
      {TABS.map((one) => {
        const number = counts[one]
        return (
          <a key={one} href={to('cases', file.id, one)} className={css.tab} aria-current={one === tab ? 'page' : undefined} data-testid={`tab-${one}`}>
            {say(`cases:tab.${one}`)}
            {number ? <small data-open={one === 'questions' || undefined}>{number}</small> : null}
          </a>
        )
      })}
    </nav>
  )
}

function CaseMenu() {
  const say = useSay()
  const { file, record, flush } = useCase()
  const { offer } = useUndo()
  const archive = useAct('case:archive', ['case:list', 'case:get', 'app:status'])
  const [error, setError] = useState<Error | null>(null)
  const title = file.title || say('cases:untitled')
  const setArchived = (archived: boolean) =>
    archive.mutate(
      { id: file.id, archived },
      { onSuccess: () => archived && offer({ says: say('cases:archive.done', { title }), undo: () => archive.mutate({ id: file.id, archived: false }) }) },
    )
  const saveAs = async (format: 'csv' | 'json') => {
    try {
      await flush()
      const { name, content } = await call('case:export', { ids: [file.id], format })
      await call('shell:saveFile', { name, content })
    } catch (cause) {
      setError(cause as Error)
    }
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={30} aria-label={say('cases:more')} data-testid="case-more">
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="export" size={16} />} onClick={() => void saveAs('json')}>
            {say('cases:export.json')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="export" size={16} />} onClick={() => void saveAs('csv')}>
            {say('cases:export.csv')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="archive" size={16} />} onClick={() => setArchived(!record.archived)} data-testid="case-archive">
            {say(record.archived ? 'cases:unarchive' : 'cases:archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error || archive.error ? <Failure error={(error ?? archive.error) as Error} /> : null}
    </>
  )
}

function SaveTrouble() {
  const say = useSay()
  const open = useCase()
  if (open.state === 'stale')
    return (
      <Notice
        tone="warning"
        title={say('cases:stale.title')}
        testId="case-stale"
        actions={
          <>
            <Button onClick={() => void open.takeNewer()} data-testid="stale-take">
              {say('cases:stale.take')}
            </Button>
            <Button onClick={() => void open.keepThis()} data-testid="stale-keep">
              {say('cases:stale.keep')}
            </Button>
          </>
        }
      >
        {say('cases:stale.body')}
      </Notice>
    )
  if (open.state === 'failed' && open.error) return <Failure error={open.error} again={() => void open.flush()} testId="case-save-failed" />
  return null
}

export function CaseHead({ tab }: { tab: Tab }) {
  const say = useSay()
  const { file, record, answer, state, answering, answerError } = useCase()
  return (
    <header className={css.head}>
      <div className={css.headRow}>
        <ListOpener />
        <div className={css.headTitle}>
          <h1 data-testid="case-title">{file.title || say('cases:untitled')}</h1>
          <span className={css.id}>{file.id}</span>
          {record.archived ? <Tag>{say('cases:archived')}</Tag> : null}
        </div>
        <span className={css.saved} data-state={state} role="status" data-testid="save-state">
          {say(`cases:state.${state}`)}
        </span>
        {answer && !answerError ? <VerdictChip verdict={answer.outcome} /> : null}
        <CaseMenu />
      </div>
      <p className={css.answer} aria-live="polite" data-testid="answer">
        {answer && !answerError ? (
          <>
            <span className={css.standing}>{answering ? say('cases:working') : `${say('cases:standing')}:`}</span> {sentenceOf(answer)}
          </>
        ) : null}
      </p>
      <SaveTrouble />
      {answerError?.code === 'bad-input' ? (
        <Notice tone="warning" title={say('cases:noAnswer')} testId="no-answer">
          {answerError.detail}
        </Notice>
      ) : answerError ? (
        <Failure error={answerError} />
      ) : null}
      <Tabs tab={tab} />
    </header>
  )
}
