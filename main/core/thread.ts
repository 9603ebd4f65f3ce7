/**
 * Both ends of a thread for long work: it is given a task, takes orders if it has any use for them, tells how far it is, and
 * ends by itself, also when asked to end early. It is never broken off: in the midst of native code of the database that could
 * end the whole process. Whoever waits for its end knows that the thread is gone and every file of it closed.
 */
import { parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads'
import type { ErrorCode } from '#shared/contract/contract.ts'
import { InputError } from '#shared/text/errors.ts'
import { workerFile } from './worker-file.ts'

/** What goes to and fro; `orders` is `never` for a thread that does its task and nothing else. */
export type ThreadShape = { task: unknown; order: unknown; told: unknown; result: unknown }

type ToThread<T extends ThreadShape> = { kind: 'order'; order: T['order'] } | { kind: 'end' }
type FromThread<T extends ThreadShape> =
  | { kind: 'told'; told: T['told'] }
  | { kind: 'done'; result: T['result'] }
  | { kind: 'failed'; code: ErrorCode; detail: string }

export type Thread<T extends ThreadShape> = {
  send: (order: T['order']) => void
  /** Asks it to end early. */
  end: () => void
  /** Settles when the thread is gone: with its result, or InputError or Error as the work threw it. Need not be waited for. */
  gone: Promise<T['result']>
}

/** Begins a thread on the program `name`. When `onTold` throws, the thread is asked to end and fails with that error. */
export function beginThread<T extends ThreadShape>(name: string, task: T['task'], onTold: (told: T['told']) => void): Thread<T> {
  const worker = new Worker(workerFile(name), { workerData: task })
  const post = (message: ToThread<T>): void => worker.postMessage(message)
  const end = (): void => post({ kind: 'end' })
  let done: { result: T['result'] } | undefined
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    end()
  }
  worker.on('message', (message: FromThread<T>) => {
    if (message.kind === 'done') done = message
    else if (message.kind === 'failed') failure ??= message.code === 'failed' ? new Error(message.detail) : new InputError(message.code, message.detail)
    else {
      try {
        onTold(message.told)
      } catch (error) {
        fail(error)
      }
    }
  })
  worker.on('messageerror', fail)
  worker.on('error', fail)
  const gone = new Promise<T['result']>((resolve, reject) => {
    worker.on('exit', (code) => {
      if (failure === undefined && done !== undefined) resolve(done.result)
      else reject(failure ?? new Error(`The thread ${name} ended without a result (code ${code}).`))
    })
  })
  // Whoever does not wait for it is heard through what waits for its orders.
  gone.catch(() => {})
  return { send: (order) => post({ kind: 'order', order }), end, gone }
}

/** Has the task done on a thread of its own, which is gone when this settles; asked to end early when the signal says so. */
export async function runThread<T extends ThreadShape>(
  name: string,
  task: T['task'],
  { signal, onTold }: { signal?: AbortSignal | undefined; onTold: (told: T['told']) => void },
): Promise<T['result']> {
  const { end, gone } = beginThread<T>(name, task, onTold)
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  try {
    return await gone
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

export type ThreadTools<T extends ThreadShape> = {
  tell: (told: T['told']) => void
  /** Says when the thread is asked to end early, while the work waits for something. */
  signal: AbortSignal
  /** Whether the thread was asked to end early: for work that never waits. */
  asked: () => boolean
  /** Orders in the order they were given, until the thread is asked to end; those not begun by then are dropped. */
  orders: AsyncIterable<T['order']>
}

/** The thread's own end: does `work` with the task and tells its result or what it threw. The thread ends when nothing of the work is left. */
export function serveThread<T extends ThreadShape>(work: (task: T['task'], tools: ThreadTools<T>) => Promise<T['result']>): void {
  const port = parentPort
  if (port === null) return
  const abort = new AbortController()
  const waiting: T['order'][] = []
  let wake = (): void => {}
  const hear = (message: ToThread<T>): void => {
    if (message.kind === 'order') waiting.push(message.order)
    else abort.abort()
    wake()
  }
  port.on('message', hear)
  const asked = (): boolean => {
    for (let come = receiveMessageOnPort(port); come !== undefined; come = receiveMessageOnPort(port)) hear(come.message)
    return abort.signal.aborted
  }
  const orders = async function* (): AsyncGenerator<T['order']> {
    while (!asked()) {
      if (waiting.length > 0) yield waiting.shift() as T['order']
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const post = (message: FromThread<T>): void => port.postMessage(message)
  const run = async (): Promise<void> => {
    try {
      const tools = { tell: (told: T['told']) => post({ kind: 'told', told }), signal: abort.signal, asked, orders: orders() }
      post({ kind: 'done', result: await work(workerData as T['task'], tools) })
    } catch (error) {
      if (error instanceof InputError) post({ kind: 'failed', code: error.code, detail: error.detail })
      else post({ kind: 'failed', code: 'failed', detail: error instanceof Error ? error.message : String(error) })
    } finally {
      port.close()
    }
  }
  void run()
}
