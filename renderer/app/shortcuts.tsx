/** All keyboard shortcuts on one card. */
import { Kbd, Modal } from '@mantine/core'
import { useSay } from '#renderer/client/words.ts'
import css from './shortcuts.module.css'

const COMMAND = /mac/i.test(navigator.platform) ? '⌘' : 'Ctrl'
const ROWS = [
  ['palette', [COMMAND, 'K']],
  ['new', [COMMAND, 'N']],
  ['determine', [COMMAND, 'Enter']],
  ['memo', [COMMAND, 'S']],
  ['search', ['/']],
  ['go', [COMMAND, '1…8']],
  ['tab', ['[', ']']],
  ['trace', ['T']],
  ['move', ['↑', '↓', '←', '→']],
  ['open', ['Enter']],
  ['back', ['Esc']],
  ['help', ['?']],
] as const

export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useSay()
  return (
    <Modal opened={opened} onClose={onClose} title={say('app:shortcuts.title')} size={440} closeButtonProps={{ 'aria-label': say('ui:close') }}>
      <dl className={css.rows} data-testid="shortcuts">
        {ROWS.map(([name, keys]) => (
          <div key={name}>
            <dt>{say(`app:shortcuts.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
