/**
 * A case while it is edited: every change shows at once and is stored a moment later with the revision it was read at.
 * One save runs at a time; when the case was changed elsewhere the draft stops and asks which one to keep.
 */
import type { CaseFile } from '#shared/domain/case.ts'
import { CallError } from './bridge.ts'
import { faults, storable } from './case-file.ts'

export type DraftState = 'stored' | 'waiting' | 'storing' | 'incomplete' | 'stale' | 'failed'
export type DraftView = { file: CaseFile; state: DraftState; error: CallError | null; revision: number }

export type Save = (file: CaseFile, revision: number) => Promise<{ revision: number }>
/** Runs a task a moment later; the returned function calls it off. */
export type Later = (task: () => void) => () => void

export class CaseDraft {
  #view: DraftView
  readonly #save: Save
  readonly #later: Later
  readonly #listeners = new Set<() => void>()
  #callOff: (() => void) | null = null
  #running: Promise<void> | null = null
  #storedFile: CaseFile

  constructor(file: CaseFile, revision: number, save: Save, later: Later) {
    this.#view = { file, state: 'stored', error: null, revision }
    this.#storedFile = file
    this.#save = save
    this.#later = later
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): DraftView => this.#view

  /** Changes the case and stores it soon. A draft that is stale keeps changes to itself until it is decided. */
  change(edit: (file: CaseFile) => CaseFile): void {
    const file = edit(this.#view.file)
    if (file === this.#view.file) return
    if (this.#view.state === 'stale') {
      this.#show({ file })
      return
    }
    this.#show({ file, state: 'waiting' })
    this.#callOff?.()
    this.#callOff = this.#later(() => {
      this.#callOff = null
      void this.flush()
    })
  }

  /** Stores what is not stored yet. Resolves when nothing is left to store or storing failed. */
  async flush(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    if (this.#running) {
      await this.#running
      return this.flush()
    }
    if (this.#view.state === 'stale' || this.#view.file === this.#storedFile) return
    if (faults(this.#view.file).length > 0) {
      this.#show({ state: 'incomplete' })
      return
    }
    this.#running = this.#store(this.#view.file)
    await this.#running
  }

  async #store(file: CaseFile): Promise<void> {
    this.#show({ state: 'storing', error: null })
    try {
      const { revision } = await this.#save(storable(file), this.#view.revision)
      this.#storedFile = file
      this.#show({ revision, state: this.#view.file === file ? 'stored' : 'waiting' })
    } catch (cause) {
      const error = cause instanceof CallError ? cause : new CallError('failed', String(cause))
      this.#show({ state: error.code === 'stale' ? 'stale' : 'failed', error })
    } finally {
      this.#running = null
    }
  }

  /** Takes the case as the core has it now, giving up what is not stored. */
  take(file: CaseFile, revision: number): void {
    this.#callOff?.()
    this.#callOff = null
    this.#storedFile = file
    this.#show({ file, revision, state: 'stored', error: null })
  }

  /** Stores this draft over the newer revision, which the officer has been told of. */
  async keep(revision: number): Promise<void> {
    this.#show({ revision, state: 'waiting', error: null })
    await this.flush()
  }

  #show(changes: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...changes }
    for (const listener of this.#listeners) listener()
  }
}
