/** Asks for the reason of an act that goes on record. Nothing is done without one. */
import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#renderer/client/words.ts'

type ReasonDialogProps = {
  title: string
  body?: string
  label: string
  act: string
  opened: boolean
  onClose: () => void
  onAct: (reason: string) => void
  testId?: string
}

export function ReasonDialog({ title, body, label, act, opened, onClose, onAct, testId }: ReasonDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': say('ui:close') }}>
      {body ? (
        <Text size="sm" mb="sm">
          {body}
        </Text>
      ) : null}
      <Textarea
        label={label}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        data-testid={testId ? `${testId}-reason` : undefined}
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        <Button
          variant="filled"
          disabled={reason.trim() === ''}
          onClick={() => {
            onAct(reason.trim())
            setReason('')
          }}
          data-testid={testId ? `${testId}-act` : undefined}
        >
          {act}
        </Button>
      </Group>
    </Modal>
  )
}
