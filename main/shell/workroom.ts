/** What stands behind the window: preferences, the core process, the dialogs, the menu; and the door that leads to them. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, shell } from 'electron'
import type { CoreEvent } from '#shared/contract/contract.ts'
import type { Preferences } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { forkCore } from './core-host.ts'
import { CoreLink } from './core-link.ts'
import { chooseFiles, chooseFolder, saveCopy, saveFile } from './dialogs.ts'
import { createDoor, type Door } from './door.ts'
import { setMenu } from './menu.ts'
import { PreferenceFile } from './preferences.ts'
import { testAnswers } from './test-answers.ts'
import { raise, rememberPlace } from './window.ts'
import { inside } from './write-whole.ts'

/** Folders of the data folder in which the core keeps files of results. */
const RESULT_FOLDERS = ['batches', 'alerts']

/** True in a program packaged with the test runtime, which may never be released. */
function isTestBuild(): boolean {
  const { testBuild } = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as { testBuild?: boolean }
  return testBuild === true
}

/** Opens everything and gives the door. */
export function openWorkroom(window: BrowserWindow, mainFolder: string, tell: (event: CoreEvent) => void): Door {
  const preferences = new PreferenceFile()
  const answers = testAnswers(process.env, !app.isPackaged || isTestBuild())
  const fixedFolder = process.env.LICET_DATA ?? ''
  const dataFolder = (): string => fixedFolder || preferences.values.dataFolder || join(app.getPath('userData'), 'data')
  const language = (): 'en' | 'zh' => preferences.values.language

  nativeTheme.themeSource = preferences.values.theme
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? '#1b1d20' : '#ffffff')
  rememberPlace(window, preferences.values.window, (place) => {
    try {
      preferences.change({ window: place })
    } catch {
      // A window's place is not worth a message when the folder cannot be written.
    }
  })
  if (window.webContents.isLoading()) window.once('ready-to-show', () => raise(window))
  else raise(window)

  const core = new CoreLink({
    fork: () => forkCore(mainFolder),
    settings: () => ({
      dataFolder: dataFolder(),
      assetsFolder: app.isPackaged ? join(process.resourcesPath, 'assets') : join(app.getAppPath(), 'assets'),
      officer: preferences.values.officer,
      version: app.getVersion(),
    }),
    tell,
    now: () => Date.now(),
  })
  // The page comes first: on a machine with few processors the core would take them from it. A call starts it at once.
  if (window.webContents.isLoading()) window.webContents.once('dom-ready', () => core.start())
  else core.start()
  closeBeforeQuit(core)

  const show = (): Preferences => {
    const { language, theme, officer, panes } = preferences.values
    return {
      language,
      theme,
      officer,
      dataFolder: dataFolder(),
      panes: { ...panes },
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      notices: preferences.notices,
    }
  }
  const menu = (): void => setMenu(language(), (command) => tell({ event: 'menu', command }))
  menu()

  return createDoor(
    {
      'shell:preferences': show,
      'shell:setPreferences': (changes) => {
        preferences.change(changes)
        nativeTheme.themeSource = preferences.values.theme
        if (changes.officer !== undefined) core.officer(changes.officer)
        if (changes.language !== undefined) menu()
        tell({ event: 'preferences', language: language(), theme: preferences.values.theme })
        return show()
      },
      'shell:chooseFiles': async ({ purpose }) => ({ files: await chooseFiles(window, purpose, language(), answers) }),
      'shell:chooseDataFolder': async () => {
        if (fixedFolder !== '') throw new InputError('refused', `The data folder is given by LICET_DATA (${fixedFolder}) and cannot be changed here.`)
        const folder = await chooseFolder(window, dataFolder(), language(), answers)
        if (folder === '' || folder === dataFolder()) return { folder: dataFolder(), restart: false }
        if (!isAbsolute(folder) || !existsSync(folder)) throw new InputError('not-found', `The folder ${folder} does not exist. The data folder is as it was.`)
        preferences.change({ dataFolder: folder })
        await core.reopen()
        return { folder, restart: false }
      },
      'shell:openDataFolder': async () => {
        await mkdir(dataFolder(), { recursive: true }).catch(() => {})
        return { opened: answers.saveTo !== '' || (await shell.openPath(dataFolder())) === '' }
      },
      'shell:saveCopy': async ({ name, from }) => ({
        path: await saveCopy(
          window,
          name,
          await inside(
            RESULT_FOLDERS.map((folder) => join(dataFolder(), folder)),
            from,
          ),
          language(),
          answers,
        ),
      }),
      'shell:saveFile': async ({ name, content }) => ({ path: await saveFile(window, name, content, language(), answers) }),
    },
    (name, request) => core.call(name, request),
  )
}

/** Lets the core close its databases before the program ends. */
function closeBeforeQuit(core: CoreLink): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void core.close().then(() => app.quit())
  })
}
