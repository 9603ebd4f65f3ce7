/** Long work that runs beside the core: one of each kind at a time, each with an id by which it is cancelled. */
import { InputError } from '#shared/text/errors.ts'

/** A started job: how to ask it to end early, and how to end it when the program closes. */
export type Running = { cancel: () => void; stop: () => Promise<unknown> | undefined }

export class Jobs {
  readonly #running = new Map<string, Running & { kind: string }>()
  #started = 0

  /** Starts a job of a kind; `work` is given its id and what to call at its end. Throws InputError `busy` while another of its kind runs. */
  start(kind: string, busy: string, work: (id: string, ended: () => void) => Running): string {
    if (this.runs(kind)) throw new InputError('busy', busy)
    const id = `${kind}-${++this.#started}`
    let over = false
    const running = work(id, () => {
      over = true
      this.#running.delete(id)
    })
    if (!over) this.#running.set(id, { ...running, kind })
    return id
  }

  /** Whether a job of this kind runs. */
  runs(kind: string): boolean {
    return [...this.#running.values()].some((job) => job.kind === kind)
  }

  /** Asks a job to end; false when there is none of that id. */
  cancel(id: string): boolean {
    const job = this.#running.get(id)
    job?.cancel()
    return job !== undefined
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((job) => job.stop()))
  }
}
