/** What the officer meets when something is wrong with the folder: a window that opens, says so, and loses nothing. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from '../launch/launch.ts'

test('a damaged preferences file is put aside, and the window opens with the defaults', async ({ licet }) => {
  const window = await licet.open({ fault: 'damaged preferences' })
  const preferences = await window.value('shell:preferences', {})
  expect(preferences).toMatchObject({ theme: 'system', officer: '', notices: [{ code: 'preferences-damaged' }] })
  expect(readFileSync(join(window.folder, 'user', 'preferences.damaged-1.json'), 'utf8')).toContain('"officer": "An')
})

test('preferences that are not valid are set back one by one', async ({ licet }) => {
  const window = await licet.open({ preferences: { language: 'xx', theme: 'dark', officer: 'Li' } })
  expect(await window.value('shell:preferences', {})).toMatchObject({ theme: 'dark', officer: 'Li', notices: [{ code: 'preferences-damaged' }] })
})

test('a casebook from a newer program is refused in plain words and left as it is', async ({ licet }) => {
  const window = await licet.open({ fault: 'casebook from the future' })
  expect(await window.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'from-the-future', detail: expect.stringContaining('newer') } })
  await window.close()
  const database = new SQLite(join(window.dataFolder, 'casebook.db'), { readonly: true })
  expect(database.pragma('user_version', { simple: true })).toBe(9999)
  expect(database.prepare('SELECT words FROM kept').pluck().get()).toBe('from a newer program')
  database.close()
})

test('a data folder that cannot be written is named, and the window stays usable', async ({ licet }) => {
  const window = await licet.open({ fault: 'read-only data' })
  expect(await window.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect((await window.value('shell:preferences', {})).language).toBe('en')
})

test('a file that is no database is refused and left as it is', async ({ licet }) => {
  const window = await licet.open({ fault: 'damaged casebook' })
  expect(await window.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect(readFileSync(join(window.dataFolder, 'casebook.db'), 'utf8')).toContain('this is not a database')
})

test('a core that is killed comes back with everything that was saved', async ({ licet }) => {
  const window = await licet.open()
  const before = await window.value('audit:list', {})
  await window.listen()
  await window.app.evaluate(({ app }) => {
    const core = app.getAppMetrics().find((process) => process.name === 'Licet core' || process.serviceName === 'Licet core')
    if (core !== undefined) process.kill(core.pid, 'SIGKILL')
  })
  await window.page.waitForFunction(() => globalThis.window.heard.some((event) => event.event === 'core:state' && event.state === 'restarted'))
  expect(await window.value('audit:list', {})).toEqual(before)
  expect(await window.value('audit:verify', {})).toMatchObject({ ok: true })
})

test('a page whose process dies is loaded again', async ({ licet }) => {
  const window = await licet.open()
  // Playwright holds a page that comes back from a crash, so the test asks Electron what it does about it.
  const loaded = await window.app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    if (page === undefined) return ''
    const again = new Promise<string>((resolve) => {
      page.once('render-process-gone', () => page.once('did-start-navigation', (details) => resolve(details.url)))
    })
    page.forcefullyCrashRenderer()
    return again
  })
  expect(loaded).toBe('app://licet/')
})

test('the program opens once for a folder: a second start raises the first window', async ({ licet }) => {
  const window = await licet.open()
  expect(await window.startAgain()).toBe(0)
  expect(window.app.windows()).toHaveLength(1)
  expect(await window.value('shell:preferences', {})).toMatchObject({ language: 'en' })
})

test('preferences, theme and data are found again after a restart', async ({ licet }) => {
  const first = await licet.open()
  await first.value('shell:setPreferences', { language: 'zh', theme: 'dark', officer: 'Li Hua', panes: { list: 333 } })
  await first.close()
  const second = await licet.open({ folder: first.folder })
  expect(await second.value('shell:preferences', {})).toMatchObject({ language: 'zh', theme: 'dark', officer: 'Li Hua', panes: { list: 333 }, notices: [] })
})

test('a file is saved whole over an older one, and nothing is left beside it', async ({ licet }) => {
  const window = await licet.open()
  writeFileSync(join(window.saveFolder, 'memo.pdf'), 'old')
  const { path } = await window.value('shell:saveFile', { name: 'memo.pdf', content: 'new' })
  expect(path).toBe(join(window.saveFolder, 'memo.pdf'))
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(window.saveFolder)).toEqual(['memo.pdf'])
})

test('the menu speaks the language of the window and tells it what was chosen', async ({ licet }) => {
  const window = await licet.open()
  await window.listen()
  const labels = () => window.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))
  expect(await labels()).toContain('File')
  await window.value('shell:setPreferences', { language: 'zh' })
  expect(await labels()).toContain('文件')
  await window.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help:shortcuts')?.click())
  await window.page.waitForFunction(() => globalThis.window.heard.some((event) => event.event === 'menu' && event.command === 'help:shortcuts'))
})
