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
import { OWN_PREFIX, type OwnList } from '#shared/domain/own-list.ts'
import { Copies } from './copies.tsx'
import { JobCard } from './job-card.tsx'
import { ListTable } from './list-table.tsx'
import { OwnListDialog } from './own-list-dialog.tsx'

// The plot's library is large and only this screen needs it.
const HistoryPlot = lazy(async () => ({ default: (await import('./history-plot.tsx')).HistoryPlot }))

/** What was asked to be imported, to be asked again with a reason. */
type Order = { files: string[]; own: OwnList | undefined }

export function ListsPage() {
  const say = useSay()
  const status = useAnswer('list:status', { lang: useLang() })
  const start = useAct('list:import', ['list:status'])
  const forget = useAct('list:forgetInterrupted', ['list:status'])
  const jobs = useJobs('import')
  const ordersOf = useRef(new Map<string, Order>())
  const [refused, setRefused] = useState<Order | null>(null)
  const [message, setMessage] = useState('')
  const [chosen, setChosen] = useState('')
  const lists = status.data?.lists ?? []
  const shown = lists.find((list) => list.id === chosen) ?? lists[0]
  const [ownFile, setOwnFile] = useState('')
  const [emptied, setEmptied] = useState('')
  const empty = useAct('list:emptyOwn', ['list:status'])
  const [whole, setWhole] = useState('')
  const stateWhole = useAct('list:stateWhole', ['list:status', 'audit:list'])
  const run = (files: string[], reason?: string, own?: OwnList) => {
    setMessage('')
    if (files.length === 0) return
    start.mutate(
      { files, ...(reason === undefined ? {} : { force: true, reason }), ...(own === undefined ? {} : { own }) },
      { onSuccess: ({ job }) => ordersOf.current.set(job, { files, own }) },
    )
  }
  const chooseOwn = async () => setOwnFile((await call('shell:chooseFiles', { purpose: 'own-list' })).files[0] ?? '')
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
        <Button size="sm" leftSection={<Icon name="list" size={16} />} onClick={() => void chooseOwn()} data-testid="own-list-button">
          {say('lists:own')}
        </Button>
        {button}
      </PageHead>
      <Page wide>
        {status.error ? <Failure error={status.error} again={() => void status.refetch()} /> : null}
        {start.error ? <Failure error={start.error} /> : null}
        {empty.error ? <Failure error={empty.error} /> : null}
        {stateWhole.error ? <Failure error={stateWhole.error} /> : null}
        {message ? <Notice tone="warning">{message}</Notice> : null}
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} onForce={() => setRefused(ordersOf.current.get(job.id) ?? null)} />
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
                <Section
                  title={`${say('lists:history')}: ${shown.id}`}
                  note={shown.title}
                  actions={
                    shown.id.startsWith(OWN_PREFIX) && shown.records > 0 ? (
                      <Button onClick={() => setEmptied(shown.id)} data-testid="own-empty">
                        {say('lists:own.empty')}
                      </Button>
                    ) : !shown.complete && !shown.starter ? (
                      <Button onClick={() => setWhole(shown.id)} data-testid="list-whole">
                        {say('lists:whole')}
                      </Button>
                    ) : null
                  }
                >
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
      <OwnListDialog
        file={ownFile}
        lists={lists}
        onClose={() => setOwnFile('')}
        onImport={(own) => {
          run([ownFile], undefined, own)
          setOwnFile('')
        }}
      />
      <ReasonDialog
        title={say('lists:own.empty.title', { list: emptied })}
        body={say('lists:own.empty.body')}
        label={say('lists:force.reason')}
        act={say('lists:own.empty')}
        opened={emptied !== ''}
        onClose={() => setEmptied('')}
        onAct={(reason) => {
          empty.mutate({ list: emptied, reason })
          setEmptied('')
        }}
        testId="own-empty"
      />
      <ReasonDialog
        title={say('lists:whole.title', { list: whole })}
        body={say('lists:whole.body')}
        label={say('lists:whole.reason')}
        act={say('lists:whole')}
        opened={whole !== ''}
        onClose={() => setWhole('')}
        onAct={(reason) => {
          stateWhole.mutate({ list: whole, reason })
          setWhole('')
        }}
        testId="list-whole"
      />
      <ReasonDialog
        title={say('lists:force.title')}
        body={say('lists:force.body')}
        label={say('lists:force.reason')}
        act={say('lists:force')}
        opened={refused !== null}
        onClose={() => setRefused(null)}
        onAct={(reason) => {
          if (refused) run(refused.files, reason, refused.own)
          setRefused(null)
        }}
        testId="force"
      />
    </DropZone>
  )
}
