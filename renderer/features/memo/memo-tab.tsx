/** The memo as it will be printed: the real PDF, page by page, to save or print. */
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { useCommand } from '#renderer/client/commands.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty, Notice } from '#renderer/ui/block.tsx'
import { moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { DeterminationRecord } from '#shared/contract/replies.ts'
import css from './memo.module.css'
import { PdfPages } from './pdf-pages.tsx'

const ZOOMS = [0.6, 0.8, 1, 1.25, 1.5, 2]

function Memo({ determination, changed }: { determination: DeterminationRecord; changed: boolean }) {
  const say = useSay()
  const [lang, setLang] = useState(useLang())
  const [zoom, setZoom] = useState(2)
  const [saved, setSaved] = useState('')
  const [error, setError] = useState<Error | null>(null)
  const memo = useAnswer('memo:render', { determination: determination.id, lang }, { staleTime: Number.POSITIVE_INFINITY })
  const save = async () => {
    if (!memo.data) return
    setError(null)
    try {
      const { path } = await call('shell:saveFile', { name: memo.data.name, content: new Uint8Array(memo.data.pdf) })
      setSaved(path)
    } catch (cause) {
      setError(cause as Error)
    }
  }
  useCommand('memo:save', () => void save())
  return (
    <div className={css.memo}>
      <div className={`${css.bar} no-print`}>
        <SegmentedControl
          size="xs"
          aria-label={say('memo:language')}
          data={(['en', 'zh'] as const).map((one) => ({ value: one, label: say(`memo:language.${one}`) }))}
          value={lang}
          onChange={(next) => setLang(next as 'en' | 'zh')}
          data-testid="memo-language"
        />
        <Tooltip label={say('memo:zoom.out')}>
          <ActionIcon aria-label={say('memo:zoom.out')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            <span aria-hidden="true">−</span>
          </ActionIcon>
        </Tooltip>
        <span className={css.soft}>{Math.round((ZOOMS[zoom] ?? 1) * 100)} %</span>
        <Tooltip label={say('memo:zoom.in')}>
          <ActionIcon aria-label={say('memo:zoom.in')} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
            <span aria-hidden="true">+</span>
          </ActionIcon>
        </Tooltip>
        {memo.data ? (
          <span className={css.soft}>
            {say('memo:hash')} <Hash value={memo.data.sha256} />
          </span>
        ) : null}
        <span className={css.spring} />
        <Button leftSection={<Icon name="print" size={15} />} disabled={!memo.data} onClick={() => window.print()} data-testid="memo-print">
          {say('memo:print')}
        </Button>
        <Button variant="filled" disabled={!memo.data} onClick={() => void save()} data-testid="memo-save">
          {say('memo:save')}
        </Button>
      </div>
      <div className="no-print">
        {changed ? <Notice tone="warning">{say('memo:changed', { at: moment(determination.at) })}</Notice> : null}
        {saved ? (
          <Notice tone="good" testId="memo-saved">
            {say('memo:saved', { path: saved })}
          </Notice>
        ) : null}
        {error ? <Failure error={error} /> : null}
        {memo.error ? <Failure error={memo.error} again={() => void memo.refetch()} /> : null}
      </div>
      {memo.data ? <PdfPages pdf={memo.data.pdf} scale={ZOOMS[zoom] ?? 1} /> : memo.error ? null : <p className={css.soft}>{say('memo:making')}</p>}
    </div>
  )
}

export function MemoTab() {
  const say = useSay()
  const { file, record, state } = useCase()
  if (!record.determination)
    return (
      <Empty
        icon="print"
        title={say('memo:none.title')}
        action={
          <Button onClick={() => go('cases', file.id, 'determination')} data-testid="memo-to-determination">
            {say('memo:none.act')}
          </Button>
        }
      >
        {say('memo:none.body')}
      </Empty>
    )
  return <Memo key={record.determination.id} determination={record.determination} changed={record.changedSince || state !== 'stored'} />
}
