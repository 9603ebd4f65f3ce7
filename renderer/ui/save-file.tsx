/** Saving something that a screen shows to a file of the officer's choice: the refusal or the path is shown where it was asked for. */
import { type ReactNode, useState } from 'react'
import { type CallError, call } from '#renderer/client/bridge.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from './block.tsx'
import { Failure } from './failure.tsx'

export type FileSaver = {
  save: (name: string, content: string | Uint8Array<ArrayBuffer>) => void
  /** Saves a copy of a file that the program keeps, once `find` has said which; for what is too large for the window. */
  saveCopy: (find: () => Promise<{ path: string; name: string }>) => void
  outcome: ReactNode
}

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}.-]+/gu, '-')

/** `save` opens the dialog with a proposed name; `outcome` says where the file is, or why there is none. Giving up in the dialog says nothing. */
export function useSaveFile(): FileSaver {
  const say = useSay()
  const [saved, setSaved] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const run = (work: Promise<{ path: string }>) => {
    setError(null)
    setSaved('')
    work.then(
      ({ path }) => setSaved(path),
      (refusal: CallError) => (refusal.code === 'cancelled' ? undefined : setError(refusal)),
    )
  }
  const outcome = error ? (
    <Failure error={error} />
  ) : saved ? (
    <Notice tone="good" testId="file-saved">
      {say('ui:saved', { path: saved })}
    </Notice>
  ) : null
  return {
    save: (name, content) => run(call('shell:saveFile', { name: fileName(name), content })),
    saveCopy: (find) => run(find().then(({ path, name }) => call('shell:saveCopy', { name: fileName(name), from: path }))),
    outcome,
  }
}
