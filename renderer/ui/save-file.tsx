/** Saving something that a screen shows to a file of the officer's choice: the refusal or the path is shown where it was asked for. */
import { type ReactNode, useState } from 'react'
import { CallError, call } from '#renderer/client/bridge.ts'
import { endOfJob, useJobs } from '#renderer/client/jobs.ts'
import { useSay } from '#renderer/client/words.ts'
import type { ResultFileMade } from '#shared/contract/replies.ts'
import { Notice } from './block.tsx'
import { Failure } from './failure.tsx'
import { JobProgress } from './job-progress.tsx'

export type FileSaver = {
  save: (name: string, content: string | Uint8Array<ArrayBuffer>) => void
  /** Has the core make a file, with progress and cancel, and saves a copy of it; for what is too large for the window. */
  saveMade: (start: () => Promise<{ job: string }>) => void
  outcome: ReactNode
}

/** The file that a job made; throws CallError as the job ended. */
async function madeBy({ job }: { job: string }, onStart: (job: string) => void): Promise<ResultFileMade> {
  onStart(job)
  const { file, code, detail } = await endOfJob(job)
  if (file === undefined) throw new CallError(code === '' ? 'failed' : code, detail)
  return file
}

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}.-]+/gu, '-')

/** `save` opens the dialog with a proposed name; `outcome` says where the file is, or why there is none. Giving up in the dialog says nothing. */
export function useSaveFile(): FileSaver {
  const say = useSay()
  const [saved, setSaved] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const [job, setJob] = useState('')
  const run = (work: Promise<{ path: string }>) => {
    setError(null)
    setSaved('')
    work.then(
      ({ path }) => setSaved(path),
      (refusal: CallError) => (refusal.code === 'cancelled' ? undefined : setError(refusal)),
    )
  }
  const making = useJobs('results').find(({ id }) => id === job)
  const outcome =
    making?.end === null ? (
      <JobProgress job={making} label={say('ui:making')} />
    ) : error ? (
      <Failure error={error} />
    ) : saved ? (
      <Notice tone="good" testId="file-saved">
        {say('ui:saved', { path: saved })}
      </Notice>
    ) : null
  return {
    save: (name, content) => run(call('shell:saveFile', { name: fileName(name), content })),
    saveMade: (start) =>
      run(
        start()
          .then((made) => madeBy(made, setJob))
          .then(({ path, name }) => call('shell:saveCopy', { name: fileName(name), from: path })),
      ),
    outcome,
  }
}
