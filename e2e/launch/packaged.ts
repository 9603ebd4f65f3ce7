/**
 * Starts the packed program. Its fuses keep Node's inspector shut, so Playwright cannot hold it as it holds the built one:
 * the page is watched through Chromium's own door instead.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { runtimeSwitches } from '#main/shell/runtime/find-runtime.ts'
import { ensurePackaged } from '#main/shell/runtime/package.ts'

export type PackagedWindow = { page: Page; folder: string; executable: string; close(): Promise<void> }

const START_MS = 30_000

const executableIn = (folder: string): string => {
  if (process.platform === 'darwin') return join(folder, 'Licet.app', 'Contents', 'MacOS', 'Licet')
  return join(folder, process.platform === 'win32' ? 'Licet.exe' : 'licet')
}

/** Packs the program if needed and gives its executable. */
export const packagedExecutable = async (): Promise<string> => executableIn(await ensurePackaged((line) => console.error(line)))

/** Opens the packed program with a fresh folder of its own. */
export async function openPackaged(): Promise<PackagedWindow> {
  const executable = await packagedExecutable()
  const folder = mkdtempSync(join(tmpdir(), 'licet-packed-'))
  for (const name of ['user', 'saved']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'user', 'preferences.json'), JSON.stringify({ language: 'en' }))
  const program = spawn(executable, [...runtimeSwitches(), `--user-data-dir=${join(folder, 'user')}`, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LICET_DATA: join(folder, 'data'), LICET_TEST_SAVE_TO: join(folder, 'saved') },
  })
  const ended = new Promise<void>((resolve) => program.once('close', () => resolve()))
  let browser: Browser | null = null
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => {})
    program.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const door = await doorOf(program)
    await loaded(door)
    browser = await chromium.connectOverCDP(door)
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the packed program has no window')
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_MS }))
    await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0, undefined, { timeout: START_MS })
    return { page, folder, executable, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Waits until the page has its title. Playwright must not be let in earlier: it can hang on a page that is still on its way. */
async function loaded(door: string): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    const answer = await fetch(`http://${new URL(door).host}/json/list`).catch(() => null)
    const pages = answer === null ? [] : ((await answer.json()) as { type: string; title: string; url: string }[])
    if (pages.some(({ type, title, url }) => type === 'page' && title === 'Licet' && url.startsWith('app://'))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the packed program showed no page within ${START_MS / 1000} s`)
}

function doorOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = ''
    const limit = setTimeout(() => reject(new Error(`the packed program did not open:\n${words}`)), START_MS)
    program.stderr?.on('data', (chunk) => {
      words += chunk
      const door = /DevTools listening on (ws:\S+)/.exec(words)?.[1]
      if (door === undefined) return
      clearTimeout(limit)
      resolve(door)
    })
    program.once('close', (code) => {
      clearTimeout(limit)
      reject(new Error(`the packed program ended with code ${code}:\n${words}`))
    })
  })
}
