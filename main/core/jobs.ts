/** Long work that runs beside the core: one of each kind at a time, each with an id by which it is cancelled. */
import { InputError } from '#shared/text/errors.ts'

/** A started job: how to ask it to end early, and when it has ended; that never rejects. */
export type Running = { cancel: () => void; ended: Promise<void> }

export class Jobs {
  readonly #running = new Map<string, Running & { kind: string }>()
  #started = 0
  #stopping = false

  /** Starts a job of a kind; `work` is given its id and what to call at its end. Throws InputError `busy` while another of its kind runs, and `core-stopped` once the program closes. */
  start(kind: string, busy: string, work: (id: string, ended: () => void) => Running): string {
    if (this.#stopping) throw new InputError('core-stopped', 'The program is closing. Nothing was begun.')
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

  /** Whether the jobs that end now end because the program closes. */
  get stopping(): boolean {
    return this.#stopping
  }

  /** Asks a job to end; false when there is none of that id. */
  cancel(id: string): boolean {
    const job = this.#running.get(id)
    job?.cancel()
    return job !== undefined
  }

  /** Asks all jobs to end and waits until they have; none starts any more. */
  async stop(): Promise<void> {
    this.#stopping = true
    const running = [...this.#running.values()]
    for (const job of running) job.cancel()
    await Promise.all(running.map(({ ended }) => ended))
  }
}
