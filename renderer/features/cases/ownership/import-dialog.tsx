/** What a file of ownership would bring in, firm by firm, or what is wrong in which line. Nothing comes in unconfirmed. */
import { Button, Group, Modal } from '@mantine/core'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import type { CaseFile } from '#shared/domain/case.ts'
import type { OwnershipAnswerFile, OwnershipLine } from '#shared/domain/ownership-file.ts'
import { nameKey } from '#shared/domain/party.ts'
import { ownersOf } from './owner-tree.ts'
import css from './ownership.module.css'

type Props = { read: { name: string; answer: OwnershipAnswerFile } | null; file: CaseFile; onClose: () => void; onTake: () => void }

const SHOWN_FIRMS = 200

/** The firms of a file: a party of the case, an owner that is known or named in the file, or a firm that hangs from nothing. */
function firmsOf(file: CaseFile, lines: readonly OwnershipLine[]) {
  const owners = new Map<string, OwnershipLine[]>()
  for (const line of lines) owners.set(line.owned, [...(owners.get(line.owned) ?? []), line])
  const named = new Set([
    ...file.parties.flatMap((party) => [party, ...party.owners]).map(({ name }) => nameKey(name)),
    ...(file.holders ?? []).flatMap((holder) => [holder, ...(holder.owners ?? [])]).map(({ name }) => nameKey(name)),
    ...lines.map(({ owner }) => nameKey(owner)),
  ])
  return [...owners].map(([owned, own]) => {
    const at = file.parties.findIndex(({ name }) => nameKey(name) === nameKey(owned))
    return { owned, own, loose: !named.has(nameKey(owned)), replaced: ownersOf(file, at < 0 ? { holder: owned } : { party: at }).length }
  })
}

export function ImportDialog({ read, file, onClose, onTake }: Props) {
  const say = useSay()
  const lines = read?.answer.lines ?? []
  const problems = read?.answer.problems ?? []
  const firms = firmsOf(file, lines)
  return (
    <Modal
      opened={read !== null}
      onClose={onClose}
      size="lg"
      title={say('cases:ownership.import.title', { name: read?.name ?? '' })}
      closeButtonProps={{ 'aria-label': say('ui:close') }}
    >
      {problems.length > 0 ? (
        <Notice tone="error" title={say('cases:ownership.import.problems', { count: read?.answer.problemCount ?? 0 })} testId="ownership-problems">
          <ul className={css.problems}>
            {problems.slice(0, 12).map(({ line, column, code, found, expected }) => (
              <li key={`${line}-${column}-${code}-${found}`}>
                {say('cases:content.import.line', { line })}
                {column === '' ? '' : ` · ${column}`}: {say(`cases:ownership.problem.${code}`, { found, expected })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p className={css.hint}>{say('cases:ownership.import.note', { count: lines.length })}</p>
          <ul className={css.firms} data-testid="ownership-firms">
            {firms.slice(0, SHOWN_FIRMS).map(({ owned, own, loose, replaced }) => (
              <li key={owned}>
                <strong>{owned}</strong>
                {loose ? <span className={css.warn}> {say('cases:ownership.import.loose')}</span> : null}
                {replaced > 0 ? <span className={css.warn}> {say('cases:ownership.import.replaces', { count: replaced })}</span> : null}
                <div className={css.hint}>
                  {own.map(({ owner, share }) => `${owner} ${share === undefined ? say('cases:ownership.shareUnknown') : `${share} %`}`).join(' · ')}
                </div>
              </li>
            ))}
          </ul>
          {firms.length > SHOWN_FIRMS ? <p className={css.hint}>{say('cases:ownership.import.more', { count: firms.length - SHOWN_FIRMS })}</p> : null}
        </>
      )}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>{say('ui:cancel')}</Button>
        <Button variant="filled" disabled={lines.length === 0} onClick={onTake} data-testid="ownership-take">
          {say('cases:ownership.import.take', { count: lines.length })}
        </Button>
      </Group>
    </Modal>
  )
}
