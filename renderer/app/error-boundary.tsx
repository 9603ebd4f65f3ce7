/** Catches a screen that fails while drawing, says so and offers a way on. */
import { Button, Group } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { go } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'

function Failed({ message, onLeave }: { message: string; onLeave: () => void }) {
  const say = useSay()
  return (
    <div style={{ padding: 24, maxWidth: 720 }}>
      <Notice tone="error" title={say('app:boundary.title')} testId="boundary">
        <p>{say('app:boundary.body')}</p>
        <p>
          <code>{message}</code>
        </p>
      </Notice>
      <Group gap="xs">
        <Button
          onClick={() => {
            go('home')
            onLeave()
          }}
        >
          {say('app:boundary.home')}
        </Button>
        <Button onClick={() => window.location.reload()}>{say('app:boundary.reload')}</Button>
      </Group>
    </div>
  )
}

type Props = { children: ReactNode }
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? <Failed message={error.message} onLeave={() => this.setState({ error: null })} /> : this.props.children
  }
}
