/** Cases: the list beside the open case. Puts together what the features of a case show in its tabs. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { blankCase, newCaseId } from '#renderer/client/case-file.ts'
import { useCommand } from '#renderer/client/commands.ts'
import { queryClient, useAnswer } from '#renderer/client/queries.ts'
import { go, replaceRoute } from '#renderer/client/route.ts'
import { OpenCaseProvider, type OpenRecord, useOpenCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { CaseHead } from '#renderer/features/cases/case-head.tsx'
import { CaseList } from '#renderer/features/cases/case-list.tsx'
import { isTab, TABS, type Tab } from '#renderer/features/cases/tabs.ts'
import { Empty } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Panes } from '#renderer/ui/panes.tsx'
import { CaseTab } from './case-tab.tsx'

/** `[` and `]` go to the tab before and after. */
function useTabKeys(id: string, tab: Tab): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const step = event.key === '[' ? -1 : event.key === ']' ? 1 : 0
      if (step === 0 || event.ctrlKey || event.metaKey || (event.target instanceof HTMLElement && ['INPUT', 'TEXTAREA'].includes(event.target.tagName))) return
      const next = TABS[TABS.indexOf(tab) + step]
      if (next) go('cases', id, next)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [id, tab])
}

function OpenCase({ record, tab, rest }: { record: OpenRecord; tab: Tab; rest: string[] }) {
  const open = useOpenCase(record)
  useTabKeys(record.case.id, tab)
  useCommand('case:determine', () => {
    go('cases', record.case.id, 'determination')
    open.determine()
  })
  return (
    <OpenCaseProvider value={open}>
      <CaseHead tab={tab} />
      <CaseTab tab={tab} rest={rest} />
    </OpenCaseProvider>
  )
}

function CaseDetail({ id, tab, rest }: { id: string; tab: Tab; rest: string[] }) {
  const say = useSay()
  const record = useAnswer('case:get', { id })
  if (record.data) return <OpenCase key={id} record={record.data} tab={tab} rest={rest} />
  if (record.error?.code === 'not-found')
    return (
      <Empty main icon="cases" title={say('cases:gone.title', { id })} action={<Button onClick={() => go('cases')}>{say('cases:list')}</Button>}>
        {say('cases:gone.body')}
      </Empty>
    )
  return record.error ? <Failure error={record.error} again={() => void record.refetch()} /> : null
}

/** A new case lives in the window until its first change; only then is it stored. */
function useNewCase(id: string): void {
  useEffect(() => {
    if (id !== 'new') return
    const now = new Date().toISOString()
    const fresh = newCaseId(now)
    const record: OpenRecord = {
      case: blankCase(fresh),
      revision: 0,
      archived: false,
      createdAt: now,
      updatedAt: now,
      determination: null,
      changedSince: true,
      dispositions: [],
      awaiting: [],
    }
    queryClient.setQueryData(['case:get', { id: fresh }], record)
    queryClient.setQueryDefaults(['case:get', { id: fresh }], { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY })
    replaceRoute('cases', fresh, 'facts')
  }, [id])
}

export function CasesPage({ route }: { route: string[] }) {
  const say = useSay()
  const [id = '', name = 'facts', ...rest] = route
  useNewCase(id)
  const tab: Tab = isTab(name) ? name : 'facts'
  const detail =
    id === '' || id === 'new' ? (
      <Empty main icon="cases" title={say('cases:choose.title')} action={<Button onClick={() => go('cases', 'new')}>{say('cases:new')}</Button>}>
        {say('cases:choose.body')}
      </Empty>
    ) : (
      <CaseDetail id={id} tab={tab} rest={rest} />
    )
  return <Panes name="cases" label={say('cases:list')} list={<CaseList chosen={id} />} detail={detail} hasDetail={id !== ''} />
}
