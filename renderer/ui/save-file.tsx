/** Saving something that a screen shows to a file of the officer's choice: the refusal or the path is shown where it was asked for. */
import { type ReactNode, useState } from 'react'
import { type CallError, call } from '#renderer/client/bridge.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from './block.tsx'
import { Failure } from './failure.tsx'

/** `save` opens the dialog with a proposed name; `outcome` says where the file is, or why there is none. Giving up in the dialog says nothing. */
export function useSaveFile(): { save: (name: string, content: string | Uint8Array<ArrayBuffer>) => void; outcome: ReactNode } {
  const say = useSay()
  const [saved, setSaved] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const save = (name: string, content: string | Uint8Array<ArrayBuffer>) => {
    setError(null)
    setSaved('')
    call('shell:saveFile', { name: name.replace(/[^\p{L}\p{N}.-]+/gu, '-'), content }).then(
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
  return { save, outcome }
}
