/** Marks a paragraph by hand: met or not, always with a reason. */
import { Button, Group, Modal, SegmentedControl, Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { joinCode } from '#shared/domain/eccn.ts'

type MarkDialogProps = { at: { eccn: string; paragraph: string } | null; onClose: () => void; onMark: (state: 'met' | 'not-met', reason: string) => void }

export function MarkDialog({ at, onClose, onMark }: MarkDialogProps) {
  const say = useSay()
  const [state, setState] = useState<'met' | 'not-met' | ''>('')
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (!at) return
    setState('')
    setReason('')
  }, [at])
  const code = at ? joinCode(at.eccn, at.paragraph) : ''
  return (
    <Modal opened={at !== null} onClose={onClose} title={say('classification:mark.title', { code })} closeButtonProps={{ 'aria-label': say('ui:close') }}>
      <Text size="sm" mb="sm">
        {say('classification:mark.body')}
      </Text>
      <SegmentedControl
        fullWidth
        mb="sm"
        aria-label={say('classification:mark')}
        data={(['met', 'not-met'] as const).map((one) => ({ value: one, label: say(`classification:mark.${one}`) }))}
        value={state}
        onChange={(next) => setState(next as 'met' | 'not-met')}
        data-testid="mark-state"
      />
      <Textarea
        label={say('classification:mark.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={3}
        data-testid="mark-reason"
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        <Button
          variant="filled"
          disabled={state === '' || reason.trim() === ''}
          onClick={() => state !== '' && onMark(state, reason.trim())}
          data-testid="mark-act"
        >
          {say('classification:mark')}
        </Button>
      </Group>
    </Modal>
  )
}
