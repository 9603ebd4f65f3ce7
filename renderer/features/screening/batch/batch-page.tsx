/** Screening a whole file: choose or drop it, look at how it was understood, watch the run, and go through what it found. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call, pathsOf } from '#renderer/client/bridge.ts'
import { forgetJob, useJobs } from '#renderer/client/jobs.ts'
import { askAgain, useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Page } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { ScreeningTabs } from '../tabs.tsx'
import { BatchResults } from './batch-results.tsx'
import { BatchSetup } from './batch-setup.tsx'

export function BatchPage({ name: line }: { name: string }) {
  const say = useSay()
  const [file, setFile] = useState('')
  const [message, setMessage] = useState('')
  const newest = useAnswer('batch:newest', {})
  const jobs = useJobs('batch')
  const running = jobs.find(({ end }) => end === null)
  const failed = jobs.find(({ end }) => end?.ok === false)
  const ended = jobs.filter(({ end }) => end !== null).length
  useEffect(() => {
    if (ended > 0) askAgain('batch:newest')
  }, [ended])
  const take = (path: string | undefined) => {
    if (path === undefined) return
    for (const job of jobs) if (job.end !== null) forgetJob(job.id)
    setMessage('')
    setFile(path)
  }
  const choose = async () => take((await call('shell:chooseFiles', { purpose: 'batch' })).files[0])
  const drop = (files: File[]) => {
    const [path] = pathsOf(files)
    if (path === undefined) setMessage(say('lists:notOnDisk'))
    else if (running === undefined) take(path)
  }
  const button = (
    <Button size="sm" variant="filled" leftSection={<Icon name="import" size={16} />} onClick={() => void choose()} data-testid="batch-choose">
      {say('screening:batch.choose')}
    </Button>
  )
  const notices = (
    <>
      {message ? <Notice tone="warning">{message}</Notice> : null}
      {failed?.end ? (
        <Notice
          tone={failed.end.code === 'cancelled' ? 'info' : 'error'}
          title={say(`ui:error.${failed.end.code === '' ? 'failed' : failed.end.code}`)}
          actions={<Button onClick={() => forgetJob(failed.id)}>{say('lists:dismiss')}</Button>}
          testId="batch-failed"
        >
          {failed.end.detail}
        </Notice>
      ) : null}
      {newest.error ? <Failure error={newest.error} again={() => void newest.refetch()} /> : null}
    </>
  )
  const batch = newest.data?.batch
  if (file === '' && running === undefined && batch)
    return (
      <DropZone label={say('screening:batch.drop')} onFiles={drop} testId="batch-drop">
        <BatchResults key={batch.id} batch={batch} line={Number(line)} onChoose={() => void choose()} notices={notices} />
      </DropZone>
    )
  return (
    <DropZone label={say('screening:batch.drop')} onFiles={drop} testId="batch-drop">
      <ScreeningTabs tab="batch" />
      <Page wide>
        {notices}
        {running ? (
          <>
            <h1>{say('screening:batch.running')}</h1>
            <JobProgress
              job={running}
              label={
                running.pace && running.pace.perSecond > 0
                  ? say('screening:batch.pace', { lines: count(running.pace.lines), rate: count(running.pace.perSecond) })
                  : say('screening:batch.begins')
              }
            />
          </>
        ) : file === '' ? (
          newest.data ? (
            <Empty main icon="screening" title={say('screening:batch.empty.title')} action={button}>
              {say('screening:batch.empty.body')}
            </Empty>
          ) : null
        ) : (
          <BatchSetup key={file} file={file} onStarted={() => setFile('')} onChoose={() => void choose()} onBack={() => setFile('')} />
        )}
      </Page>
    </DropZone>
  )
}
