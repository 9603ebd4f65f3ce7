/** Lists: what is held and how old it is, imports by button or drop, their progress, report and refusals. */
import { Button } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import { call, pathsOf } from '#renderer/client/bridge.ts'
import { useCommand } from '#renderer/client/commands.ts'
import { useJobs } from '#renderer/client/jobs.ts'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Page, PageHead, Section } from '#renderer/ui/block.tsx'
import { moment } from '#renderer/ui/dates.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx'
import { Copies } from './copies.tsx'
import { JobCard } from './job-card.tsx'
import { ListTable } from './list-table.tsx'

// The plot's library is large and only this screen needs it.
const HistoryPlot = lazy(async () => ({ default: (await import('./history-plot.tsx')).HistoryPlot }))

export function ListsPage() {
  const say = useSay()
  const status = useAnswer('list:status', { lang: useLang() })
  const start = useAct('list:import', ['list:status'])
  const forget = useAct('list:forgetInterrupted', ['list:status'])
  const jobs = useJobs('import')
  const filesOf = useRef(new Map<string, string[]>())
  const [refused, setRefused] = useState<string[] | null>(null)
  const [message, setMessage] = useState('')
  const [chosen, setChosen] = useState('')
  const lists = status.data?.lists ?? []
  const shown = lists.find((list) => list.id === chosen) ?? lists[0]
  const run = (files: string[], reason?: string) => {
    setMessage('')
    if (files.length === 0) return
    start.mutate(reason === undefined ? { files } : { files, force: true, reason }, { onSuccess: ({ job }) => filesOf.current.set(job, files) })
  }
  const choose = async () => run((await call('shell:chooseFiles', { purpose: 'list' })).files)
  const drop = (files: File[]) => {
    const paths = pathsOf(files)
    if (paths.length === 0) setMessage(say('lists:notOnDisk'))
    else run(paths)
  }
  useCommand('list:import', () => void choose())
  const button = (
    <Button
      variant="filled"
      size="sm"
      leftSection={<Icon name="import" size={16} />}
      onClick={() => void choose()}
      loading={start.isPending}
      data-testid="import-list"
    >
      {say('lists:import')}
    </Button>
  )
  return (
    <DropZone label={say('lists:drop')} onFiles={drop} testId="list-drop">
      <PageHead title={say('lists:title')} note={say('lists:note')}>
        {button}
      </PageHead>
      <Page wide>
        {status.error ? <Failure error={status.error} again={() => void status.refetch()} /> : null}
        {start.error ? <Failure error={start.error} /> : null}
        {message ? <Notice tone="warning">{message}</Notice> : null}
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} onForce={() => setRefused(filesOf.current.get(job.id) ?? [])} />
        ))}
        {status.data?.interrupted.map(({ id, files, begunAt }) => (
          <Notice
            key={id}
            tone="warning"
            title={say('lists:interrupted.title')}
            testId="import-interrupted"
            actions={
              <>
                <Button onClick={() => run(files)} data-testid="import-again">
                  {say('lists:interrupted.again')}
                </Button>
                <Button onClick={() => forget.mutate({ id })}>{say('lists:dismiss')}</Button>
              </>
            }
          >
            {say('lists:interrupted.body', { files: files.map((file) => file.split(/[\\/]/).pop()).join(', '), at: moment(begunAt) })}
          </Notice>
        ))}
        {status.data?.starterOnly ? (
          <Notice tone="warning" title={say('lists:starter.title')} testId="lists-starter">
            {say('lists:starter.body')}
          </Notice>
        ) : null}
        {status.data && lists.length === 0 ? (
          <Empty icon="lists" title={say('lists:none.title')} action={button}>
            {say('lists:none.body')}
          </Empty>
        ) : (
          <>
            <ListTable lists={lists} chosen={shown?.id ?? ''} onChoose={setChosen} />
            {shown ? (
              <>
                <Section title={`${say('lists:history')}: ${shown.id}`} note={shown.title}>
                  <Suspense fallback={null}>
                    <HistoryPlot list={shown} />
                  </Suspense>
                </Section>
                <Copies key={shown.id} list={shown} />
              </>
            ) : null}
          </>
        )}
      </Page>
      <ReasonDialog
        title={say('lists:force.title')}
        body={say('lists:force.body')}
        label={say('lists:force.reason')}
        act={say('lists:force')}
        opened={refused !== null}
        onClose={() => setRefused(null)}
        onAct={(reason) => {
          run(refused ?? [], reason)
          setRefused(null)
        }}
        testId="force"
      />
    </DropZone>
  )
}
