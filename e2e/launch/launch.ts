/**
 * Opens the program as an officer would, each test with a folder of its own: fresh data, or data and preferences with a
 * fault. Gives the window, what it complained of, and the places where it saves.
 */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Electron, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import SQLite from 'better-sqlite3'
import { ROOT } from '#main/shell/runtime/build.ts'
import { findRuntime, runtimeSwitches } from '#main/shell/runtime/find-runtime.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { CoreEvent, Name, Reply, RequestOf } from '#shared/contract/contract.ts'

declare global {
  interface Window {
    licet: Bridge<File>
    /** Events since the page was asked to collect them. */
    heard: CoreEvent[]
  }
}

/** What is wrong with the folder that the program finds. */
export type Fault = 'read-only data' | 'damaged preferences' | 'casebook from the future' | 'reference from the future' | 'damaged casebook'

export type LaunchOptions = {
  /** The folder of an earlier window of the same test; a fresh one if absent. */
  folder?: string
  fault?: Fault
  /** Stored before the start; `language` is `en` unless given, so that the system's language does not matter. */
  preferences?: Record<string, unknown>
  /** Paths that the next dialogs for choosing are answered with. */
  choose?: string[]
  environment?: Record<string, string>
  /** Waits until the page has drawn itself (default), or returns as soon as there is a window. */
  wait?: boolean
}

/** One open window of the program. */
export class LicetWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** Holds everything of this test; give it to the next `open` to start again with the same data. */
  readonly folder: string
  /** Errors on the page's console and errors nobody caught, with refusals of the content security policy. */
  readonly complaints: string[] = []
  readonly words: string[]

  constructor(app: ElectronApplication, page: Page, folder: string, words: string[]) {
    this.app = app
    this.page = page
    this.folder = folder
    this.words = words
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()))
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  get dataFolder(): string {
    return join(this.folder, 'data')
  }

  /** Where the program saves files in tests. */
  get saveFolder(): string {
    return join(this.folder, 'saved')
  }

  /** Calls a name of the contract from inside the page. */
  call<N extends Name>(name: N, request: RequestOf<N>): Promise<Reply<N>> {
    return this.page.evaluate(([name, request]) => window.licet.call(name as Name, request as never), [name, request] as const) as Promise<Reply<N>>
  }

  /** As `call`, and gives the value; throws what was refused. */
  async value<N extends Name>(name: N, request: RequestOf<N>): Promise<Extract<Reply<N>, { ok: true }>['value']> {
    const reply = await this.call(name, request)
    if (reply.ok) return reply.value
    throw new Error(`${name}: ${reply.error.code}: ${reply.error.detail}`)
  }

  /** Begins to collect events of the program in the page, as `window.heard`. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      window.heard = []
      window.licet.on((event) => window.heard.push(event))
    })
  }

  /** Starts the program a second time on the same folder, as a second click on its icon does; the code it ends with. */
  async startAgain(): Promise<number | null> {
    const runtime = await findRuntime()
    const { ELECTRON_RUN_AS_NODE: _node, NODE_OPTIONS: _options, ...environment } = process.env
    const second = spawn(runtime.executable, [ROOT, ...runtimeSwitches(), `--user-data-dir=${join(this.folder, 'user')}`], {
      env: { ...environment, LICET_DATA: this.dataFolder },
      stdio: 'ignore',
    })
    return new Promise((resolve, reject) => {
      second.on('error', reject)
      second.on('close', resolve)
    })
  }

  /** Ends the program as closing its window does. */
  async close(): Promise<void> {
    await this.app.close()
  }
}

export type Launcher = { open(options?: LaunchOptions): Promise<LicetWindow> }

const START_MS = 30_000
const NEWER = 9999
/** A place where not even root may write. */
const UNWRITABLE = '/sys/kernel/licet'

/** Ids in the headers of our databases, as main/database/open.ts has them. */
const OURS = { casebook: 0x4c696343, reference: 0x4c696352 } as const

function prepare(folder: string, options: LaunchOptions): Record<string, string> {
  const user = join(folder, 'user')
  const data = join(folder, 'data')
  for (const made of [user, data, join(folder, 'saved')]) mkdirSync(made, { recursive: true })
  const file = join(user, 'preferences.json')
  if (options.fault === 'damaged preferences') writeFileSync(file, '{ "language": "zh", "officer": "An')
  else if (!existsSync(file) || options.preferences !== undefined) writeFileSync(file, JSON.stringify({ language: 'en', ...options.preferences }))
  if (options.fault === 'casebook from the future') makeFuture(join(data, 'casebook.db'), OURS.casebook)
  if (options.fault === 'reference from the future') makeFuture(join(data, 'reference.db'), OURS.reference)
  if (options.fault === 'damaged casebook') writeFileSync(join(data, 'casebook.db'), 'this is not a database, and was never one'.repeat(200))
  return { LICET_DATA: options.fault === 'read-only data' ? unwritable(folder) : data }
}

function makeFuture(path: string, applicationId: number): void {
  const database = new SQLite(path)
  database.exec(
    `CREATE TABLE kept (words TEXT) STRICT; INSERT INTO kept VALUES ('from a newer program'); PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${NEWER}`,
  )
  database.close()
}

function unwritable(folder: string): string {
  if (process.getuid?.() === 0) return UNWRITABLE
  const closed = join(folder, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o555)
  return closed
}

async function open(electron: Electron, options: LaunchOptions, opened: LicetWindow[]): Promise<LicetWindow> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'licet-window-'))
  const given = prepare(folder, options)
  const runtime = await findRuntime()
  const { ELECTRON_RUN_AS_NODE: _node, NODE_OPTIONS: _options, ...environment } = process.env as Record<string, string>
  // Only when Playwright finds the runtime by itself does it hold the program back until it is ready to watch it.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder
  const app = await electron.launch({
    args: [ROOT, ...runtimeSwitches(), `--user-data-dir=${join(folder, 'user')}`],
    cwd: ROOT,
    env: { ...environment, ...given, LICET_TEST_SAVE_TO: join(folder, 'saved'), LICET_TEST_CHOOSE: (options.choose ?? []).join('\n'), ...options.environment },
    timeout: START_MS,
  })
  const words: string[] = []
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (chunk) => words.push(String(chunk)))
  const page = await app.firstWindow({ timeout: START_MS })
  const window = new LicetWindow(app, page, folder, words)
  opened.push(window)
  if (options.wait !== false) await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0, undefined, { timeout: START_MS })
  return window
}

async function clear(opened: readonly LicetWindow[]): Promise<void> {
  for (const window of opened) await window.close().catch(() => {})
  for (const folder of new Set(opened.map((window) => window.folder))) rmSync(folder, { recursive: true, force: true })
}

async function keepPictures(opened: readonly LicetWindow[], info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return
  for (const [number, window] of opened.entries()) {
    await window.page.screenshot({ path: info.outputPath(`window-${number}.png`) }).catch(() => {})
    await info.attach(`words-${number}`, { body: [...window.complaints, ...window.words].join('\n'), contentType: 'text/plain' })
  }
}

/**
 * Playwright's `test` with `licet`, which opens windows of this test's own and clears them away, and `shared`, one window
 * for tests that change nothing. Pictures are kept when a test fails.
 */
export const test = base.extend<{ licet: Launcher }, { shared: LicetWindow }>({
  licet: async ({ playwright }, use, info) => {
    const opened: LicetWindow[] = []
    await use({ open: (options = {}) => open(playwright._electron, options, opened) })
    await keepPictures(opened, info)
    await clear(opened)
  },
  shared: [
    async ({ playwright }, use) => {
      const opened: LicetWindow[] = []
      await use(await open(playwright._electron, {}, opened))
      await clear(opened)
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
