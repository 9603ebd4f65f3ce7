import { describe, expect, it } from 'vitest'
import { CallError } from './bridge.ts'
import { CaseDraft } from './case-draft.ts'
import { blankCase } from './case-file.ts'

/** A draft whose delay is run by hand, over a store that answers as told. */
function draftOver(answer: (revision: number) => Promise<{ revision: number }>) {
  const saves: { title: string | undefined; revision: number }[] = []
  let waiting: (() => void) | null = null
  const draft = new CaseDraft(
    blankCase('c'),
    1,
    async (file, revision) => {
      saves.push({ title: file.title, revision })
      return answer(revision)
    },
    (task) => {
      waiting = task
      return () => {
        waiting = null
      }
    },
  )
  return { draft, saves, pending: () => waiting !== null, settle: () => draft.flush() }
}

const titled = (title: string) => (file: ReturnType<typeof blankCase>) => ({ ...file, title })

describe('a case draft', () => {
  it('shows a change at once and stores it once, a moment later, with the revision it was read at', async () => {
    const { draft, saves, pending, settle } = draftOver(async (revision) => ({ revision: revision + 1 }))
    draft.change(titled('a'))
    draft.change(titled('b'))
    expect(draft.view()).toMatchObject({ state: 'waiting', file: { title: 'b' } })
    expect(pending()).toBe(true)
    await settle()
    expect(saves).toEqual([{ title: 'b', revision: 1 }])
    expect(draft.view()).toMatchObject({ state: 'stored', revision: 2 })
    await settle()
    expect(saves).toHaveLength(1)
  })

  it('stores what was typed while it was storing', async () => {
    const gates: (() => void)[] = []
    const { draft, saves, settle } = draftOver((revision) => new Promise((resolve) => gates.push(() => resolve({ revision: revision + 1 }))))
    draft.change(titled('a'))
    const first = settle()
    draft.change(titled('b'))
    const second = settle()
    gates[0]?.()
    await first
    await Promise.resolve()
    gates[1]?.()
    await second
    expect(saves).toEqual([
      { title: 'a', revision: 1 },
      { title: 'b', revision: 2 },
    ])
    expect(draft.view()).toMatchObject({ state: 'stored', revision: 3 })
  })

  it('stops when the case was changed elsewhere, keeps what is typed, and stores it over the newer one on request', async () => {
    const { draft, saves, settle } = draftOver(async (revision) => {
      if (revision < 5) throw new CallError('stale', 'revision 5 is newer')
      return { revision: revision + 1 }
    })
    draft.change(titled('mine'))
    await settle()
    expect(draft.view().state).toBe('stale')
    draft.change(titled('mine still'))
    await settle()
    expect(saves).toHaveLength(1)
    await draft.keep(5)
    expect(saves.at(-1)).toEqual({ title: 'mine still', revision: 5 })
    expect(draft.view()).toMatchObject({ state: 'stored', revision: 6 })
  })

  it('takes the newer version on request', async () => {
    const { draft, settle } = draftOver(async () => {
      throw new CallError('stale', '')
    })
    draft.change(titled('mine'))
    await settle()
    draft.take({ ...blankCase('c'), title: 'theirs' }, 7)
    expect(draft.view()).toMatchObject({ state: 'stored', revision: 7, file: { title: 'theirs' } })
  })

  it('keeps the change and the reason when storing fails', async () => {
    const { draft, settle } = draftOver(async () => {
      throw new CallError('disk-full', 'no space left')
    })
    draft.change(titled('kept'))
    await settle()
    expect(draft.view()).toMatchObject({ state: 'failed', file: { title: 'kept' }, error: { code: 'disk-full' } })
  })

  it('does not send what the contract would refuse', async () => {
    const { draft, saves, settle } = draftOver(async (revision) => ({ revision }))
    draft.change((file) => ({ ...file, asOf: 'tomorrow' }))
    await settle()
    expect(saves).toEqual([])
    expect(draft.view().state).toBe('incomplete')
  })
})
