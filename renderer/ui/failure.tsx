/** What went wrong, in the officer's words: what happened, where, what was kept, what to do. */
import { Button } from '@mantine/core'
import type { CallError } from '#renderer/client/bridge.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from './block.tsx'

export function Failure({ error, again, testId = 'failure' }: { error: CallError | Error; again?: () => void; testId?: string }) {
  const say = useSay()
  const code = 'code' in error ? error.code : 'failed'
  const detail = 'detail' in error ? error.detail : error.message
  return (
    <Notice tone="error" title={say(`ui:error.${code}`)} actions={again ? <Button onClick={again}>{say('ui:again')}</Button> : undefined} testId={testId}>
      {detail}
    </Notice>
  )
}
