/**
 * Threads that screen parts of a batch. A further thread begins only when parts wait, for each builds an index of its own.
 * Results come back in the order of the parts, whichever thread made them.
 */
import { Worker } from 'node:worker_threads'
import type { BatchWorkerData, FromBatchWorker, ToBatchWorker } from '#main/core/batch-worker.ts'
import { workerFile } from '#main/core/worker-file.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { BatchQuery } from './queries.ts'
import type { ChunkResult } from './screen-chunk.ts'

type Waiting = { order: ToBatchWorker; done: (result: ChunkResult) => void; failed: (error: unknown) => void }
type Thread = { worker: Worker; ready: boolean; busy: Waiting | undefined }

export class ScreeningPool {
  readonly #data: BatchWorkerData
  readonly #most: number
  readonly #lists: string
  readonly #threads: Thread[] = []
  readonly #waiting: Waiting[] = []
  #failure: unknown
  #chunks = 0

  /** `lists` are those that every thread must find in force. */
  constructor(data: BatchWorkerData, lists: readonly ListUsed[], most: number) {
    this.#data = data
    this.#most = most
    this.#lists = stampOf(lists)
  }

  /** Parts that may be under way at a time, so that no thread waits and memory stays small. */
  get room(): number {
    return 2 * this.#most + 1
  }

  /** Rejects when a thread fails, or finds other lists in force than the batch began with. */
  screen(queries: BatchQuery[]): Promise<ChunkResult> {
    return new Promise((done, failed) => {
      if (this.#failure !== undefined) return failed(this.#failure)
      this.#waiting.push({ order: { chunk: this.#chunks++, queries }, done, failed })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#fail(new InputError('cancelled', 'The work was cancelled. Nothing was stored.'))
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()))
  }

  #next(): void {
    for (const thread of this.#threads) {
      if (!thread.ready || thread.busy !== undefined) continue
      const next = this.#waiting.shift()
      if (next === undefined) return
      thread.busy = next
      thread.worker.postMessage(next.order)
    }
    if (this.#waiting.length > 0 && this.#threads.length < this.#most && this.#waiting.length > this.#threads.filter(({ ready }) => !ready).length)
      this.#begin()
  }

  #begin(): void {
    const worker = new Worker(workerFile('batch-worker'), { workerData: this.#data })
    const thread: Thread = { worker, ready: false, busy: undefined }
    this.#threads.push(thread)
    worker.on('message', (message: FromBatchWorker) => {
      if (message.kind === 'ready') {
        if (stampOf(message.lists) !== this.#lists)
          this.#fail(new InputError('stale', 'The lists changed while the batch ran. Nothing was stored; start it again.'))
        thread.ready = true
      } else {
        const { busy } = thread
        thread.busy = undefined
        busy?.done(message.result)
      }
      this.#next()
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', (code) => {
      if (code !== 0) this.#fail(new Error(`a screening thread ended with code ${code}`))
    })
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const { failed } of this.#waiting.splice(0)) failed(this.#failure)
    for (const thread of this.#threads) thread.busy?.failed(this.#failure)
  }
}

const stampOf = (lists: readonly ListUsed[]): string =>
  JSON.stringify(lists.map(({ id, sha256, contentDate, complete }) => [id, sha256, contentDate, complete]))
