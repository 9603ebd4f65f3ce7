/** The open case: its draft, its stored record, and the answer as the facts stand. */
import { useDebouncedValue } from '@mantine/hooks'
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import type { Determination } from '#shared/domain/determination.ts'
import { type CallError, call, listen } from './bridge.ts'
import { CaseDraft, type DraftView } from './case-draft.ts'
import { storable } from './case-file.ts'
import { askAgain, queryClient, useAct, useAnswer } from './queries.ts'
import { useLang } from './words.ts'

const SAVE_AFTER_MS = 500
const PREVIEW_AFTER_MS = 200

export type OpenRecord = ReplyOf<'case:get'>

export type OpenCase = DraftView & {
  record: OpenRecord
  change: (edit: (file: CaseFile) => CaseFile) => void
  flush: () => Promise<void>
  /** Gives up what is not stored and shows the newer version. */
  takeNewer: () => Promise<void>
  /** Stores this version over the newer one. */
  keepThis: () => Promise<void>
  /** The case as the answer is about it: settled, and without what cannot be stored yet. */
  asked: CaseFile
  answer: Determination | undefined
  answering: boolean
  answerError: CallError | null
  /** Records the determination of the case as it stands. */
  determine: () => void
  determining: boolean
  determineError: CallError | null
}

const Context = createContext<OpenCase | null>(null)
export const OpenCaseProvider = Context.Provider

export function useCase(): OpenCase {
  const open = useContext(Context)
  if (!open) throw new Error('a case is used outside its page')
  return open
}

/** Opens a record for editing; stored changes are announced to the lists that show the case. */
export function useOpenCase(record: OpenRecord): OpenCase {
  const lang = useLang()
  const id = record.case.id
  // A draft lives as long as its page, which is made anew for every case.
  const [draft] = useState(
    () =>
      new CaseDraft(
        record.case,
        record.revision,
        async (file, revision) => {
          const saved = await call('case:save', { case: file, revision })
          askAgain('case:list', 'app:status')
          void queryClient.invalidateQueries({ queryKey: ['case:get', { id }] })
          return saved
        },
        (task) => {
          const timer = window.setTimeout(task, SAVE_AFTER_MS)
          return () => window.clearTimeout(timer)
        },
      ),
  )
  const view = useSyncExternalStore(draft.subscribe, draft.view)

  useEffect(() => {
    const leave = () => void draft.flush()
    window.addEventListener('beforeunload', leave)
    const stop = listen((event) => {
      if (event.event === 'core:state' && event.state === 'restarted') void draft.flush()
    })
    return () => {
      window.removeEventListener('beforeunload', leave)
      stop()
      void draft.flush()
    }
  }, [draft])

  // A newer record is taken in at once as long as there is nothing here to lose; decisions on hits arrive this way.
  useEffect(() => {
    if (view.state === 'stored' && record.revision > view.revision) draft.take(record.case, record.revision)
  }, [draft, record, view.state, view.revision])

  const [settled] = useDebouncedValue(view.file, PREVIEW_AFTER_MS)
  const asked = useMemo(() => storable(settled), [settled])
  const preview = useAnswer('case:preview', { case: asked, lang }, { keep: true, staleTime: 60_000 })

  const determine = useAct('case:determine', ['case:get', 'case:list', 'case:history', 'app:status', 'audit:list'])

  return {
    ...view,
    record,
    determine: () => void draft.flush().then(() => determine.mutate({ id, lang })),
    determining: determine.isPending,
    determineError: determine.error,
    change: (edit) => draft.change(edit),
    flush: () => draft.flush(),
    takeNewer: async () => {
      const newer = await call('case:get', { id })
      draft.take(newer.case, newer.revision)
      askAgain('case:get')
    },
    keepThis: async () => {
      const newer = await call('case:get', { id })
      await draft.keep(newer.revision)
    },
    asked,
    answer: preview.data,
    answering: preview.isFetching || settled !== view.file,
    answerError: preview.error,
  }
}
