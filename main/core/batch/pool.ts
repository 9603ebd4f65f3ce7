/**
 * Threads that screen parts of a batch. A further thread begins only when parts wait, for each builds an index of its own.
 * Results come back in the order of the parts, whichever thread made them.
 */
import type { BatchThread } from '#main/core/batch-worker.ts'
import { beginThread, type Thread } from '#main/core/thread.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { BatchQuery } from './queries.ts'
import type { ChunkResult } from './screen-chunk.ts'

type Waiting = { queries: BatchQuery[]; done: (result: ChunkResult) => void; failed: (error: unknown) => void }
type Hand = { thread: Thread<BatchThread>; ready: boolean; busy: Waiting | undefined }

export class ScreeningPool {
  readonly #task: BatchThread['task']
  readonly #most: number
  readonly #lists: string
  readonly #hands: Hand[] = []
  readonly #waiting: Waiting[] = []
  #failure: unknown

  /** `lists` are those that every thread must find in force. */
  constructor(task: BatchThread['task'], lists: readonly ListUsed[], most: number) {
    this.#task = task
    this.#most = most
    this.#lists = stampOf(lists)
  }

  /** Parts that may be under way at a time, so that no thread waits and memory stays small. */
  get room(): number {
    return 2 * this.#most + 1
  }

  /** Rejects when a thread fails or finds other lists in force than the batch began with, and when the pool ends. */
  screen(queries: BatchQuery[]): Promise<ChunkResult> {
    return new Promise((done, failed) => {
      if (this.#failure !== undefined) return failed(this.#failure)
      this.#waiting.push({ queries, done, failed })
      this.#next()
    })
  }

  /** Gives up what is under way and asks all threads to end. */
  end(): void {
    this.#fail(new InputError('cancelled', 'The work was cancelled. Nothing was stored.'))
  }

  /** Ends the pool; resolves when all its threads are gone, and never rejects. */
  async close(): Promise<void> {
    this.end()
    await Promise.allSettled(this.#hands.map(({ thread }) => thread.gone))
  }

  #next(): void {
    for (const hand of this.#hands) {
      if (!hand.ready || hand.busy !== undefined) continue
      const next = this.#waiting.shift()
      if (next === undefined) return
      hand.busy = next
      hand.thread.send(next.queries)
    }
    if (this.#waiting.length > 0 && this.#hands.length < this.#most && this.#waiting.length > this.#hands.filter(({ ready }) => !ready).length) this.#begin()
  }

  #begin(): void {
    const thread = beginThread<BatchThread>('batch-worker', this.#task, (told) => {
      if (told.kind === 'ready') {
        if (stampOf(told.lists) !== this.#lists)
          this.#fail(new InputError('stale', 'The lists changed while the batch ran. Nothing was stored; start it again.'))
        hand.ready = true
      } else {
        const { busy } = hand
        hand.busy = undefined
        busy?.done(told.result)
      }
      this.#next()
    })
    const hand: Hand = { thread, ready: false, busy: undefined }
    this.#hands.push(hand)
    // A thread ends by itself only when it failed, or when the pool asked it to.
    thread.gone.then(
      () => this.#fail(new Error('a screening thread ended before its time')),
      (error) => this.#fail(error),
    )
  }

  /** The first failure is that of everything under way and to come, and all threads are asked to end. */
  #fail(error: unknown): void {
    if (this.#failure !== undefined) return
    this.#failure = error
    for (const { failed } of this.#waiting.splice(0)) failed(error)
    for (const { busy, thread } of this.#hands) {
      busy?.failed(error)
      thread.end()
    }
  }
}

const stampOf = (lists: readonly ListUsed[]): string =>
  JSON.stringify(lists.map(({ id, sha256, contentDate, complete }) => [id, sha256, contentDate, complete]))
