/**
 * The preferences on disk: language, theme, officer, data folder, panes, window. A damaged file is put aside under
 * another name and the defaults are used; the window is told.
 */
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import Store from 'electron-store'
import { InputError } from '#shared/text/errors.ts'
import { readValues, type Values } from './preference-values.ts'

export type Notice = { code: 'preferences-damaged'; detail: string }

export class PreferenceFile {
  readonly notices: Notice[] = []
  readonly #store: Store<Partial<Values>> | null
  #values: Values

  constructor() {
    const folder = app.getPath('userData')
    this.#store = this.#open(folder)
    // electron-store listens on a channel of its own for windows; ours have one door only.
    ipcMain.removeAllListeners('electron-store-get-data')
    const { values, unsound } = readValues(this.#store?.store ?? {}, app.getLocale())
    this.#values = values
    if (unsound.length > 0) this.#notice(`In ${join(folder, 'preferences.json')} these preferences were not valid and were set back: ${unsound.join(', ')}.`)
  }

  get values(): Readonly<Values> {
    return this.#values
  }

  /** Changes and stores. Throws InputError `read-only` when the file cannot be written; the values then stay as they were. */
  change(changes: Partial<Values>): void {
    try {
      this.#store?.set(changes)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      throw new InputError(
        code === 'ENOSPC' ? 'disk-full' : 'read-only',
        `The preferences could not be written: ${(error as Error).message}. They are as they were.`,
      )
    }
    this.#values = { ...this.#values, ...changes }
  }

  #open(folder: string): Store<Partial<Values>> | null {
    const options = { name: 'preferences', cwd: folder, accessPropertiesByDotNotation: false }
    try {
      return new Store<Partial<Values>>(options)
    } catch (error) {
      const file = join(folder, 'preferences.json')
      const aside = this.#putAside(file)
      this.#notice(
        `${file} could not be read (${(error as Error).message}). ${aside === '' ? 'The defaults are used.' : `It was kept as ${aside}; the defaults are used.`}`,
      )
    }
    try {
      return new Store<Partial<Values>>(options)
    } catch {
      // The folder is unreadable as well: preferences last as long as the window.
      return null
    }
  }

  #putAside(file: string): string {
    for (let number = 1; number < 100; number += 1) {
      const aside = file.replace(/\.json$/, `.damaged-${number}.json`)
      if (existsSync(aside)) continue
      try {
        renameSync(file, aside)
        return aside
      } catch {
        return ''
      }
    }
    return ''
  }

  #notice(detail: string): void {
    this.notices.push({ code: 'preferences-damaged', detail })
  }
}
