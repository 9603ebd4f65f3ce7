/** The native dialogs: choose files, choose a folder, save a file. In tests their answers come from test-answers.ts. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { InputError } from '#shared/text/errors.ts'
import type { TestAnswers } from './test-answers.ts'
import { copyWhole, plainFileName, writeWhole } from './write-whole.ts'

type Language = 'en' | 'zh'
type Purpose = 'list' | 'own-list' | 'case' | 'batch' | 'pack' | 'pack-folder'

const WORDS = {
  en: {
    list: 'Import lists',
    'own-list': 'Choose the CSV file of your own list',
    case: 'Open cases',
    batch: 'Screen a file of parties',
    pack: 'Choose a signed rule pack',
    'pack-folder': 'Choose the folder of a rule pack',
    folder: 'Choose the data folder',
    save: 'Save',
    lists: 'Official lists',
    own: 'CSV files',
    cases: 'Cases',
    parties: 'Parties',
    packs: 'Signed rule packs',
    all: 'All files',
  },
  zh: {
    list: '导入名单',
    'own-list': '选择自有名单的CSV文件',
    case: '打开案件',
    batch: '筛查当事方文件',
    pack: '选择已签名的规则包',
    'pack-folder': '选择规则包所在文件夹',
    folder: '选择数据文件夹',
    save: '保存',
    lists: '官方名单',
    own: 'CSV文件',
    cases: '案件',
    parties: '当事方',
    packs: '已签名的规则包',
    all: '所有文件',
  },
} as const

const ENDINGS = {
  list: ['csv', 'xml', 'json', 'zip', 'gz', 'txt', 'md'],
  'own-list': ['csv', 'tsv', 'txt', 'gz'],
  case: ['json', 'jsonl'],
  batch: ['csv', 'jsonl', 'txt', 'tsv'],
  pack: ['pack'],
} as const
const KIND = { list: 'lists', 'own-list': 'own', case: 'cases', batch: 'parties', pack: 'packs' } as const

/** Paths that the officer chose, of one pack, own list or file of parties, or of several other files; empty when the dialog was closed. */
export async function chooseFiles(window: BrowserWindow, purpose: Purpose, language: Language, answers: TestAnswers): Promise<string[]> {
  if (answers.choose.length > 0) return answers.choose
  const words = WORDS[language]
  const chosen = await dialog.showOpenDialog(window, {
    title: words[purpose],
    ...(purpose === 'pack-folder'
      ? { properties: ['openDirectory'] }
      : {
          properties: purpose === 'pack' || purpose === 'batch' || purpose === 'own-list' ? ['openFile'] : ['openFile', 'multiSelections'],
          filters: [
            { name: words[KIND[purpose]], extensions: [...ENDINGS[purpose]] },
            { name: words.all, extensions: ['*'] },
          ],
        }),
  })
  return chosen.canceled ? [] : chosen.filePaths
}

/** The folder that the officer chose, or an empty text. */
export async function chooseFolder(window: BrowserWindow, now: string, language: Language, answers: TestAnswers): Promise<string> {
  if (answers.choose[0] !== undefined) return answers.choose[0]
  const chosen = await dialog.showOpenDialog(window, { title: WORDS[language].folder, defaultPath: now, properties: ['openDirectory', 'createDirectory'] })
  return chosen.canceled ? '' : (chosen.filePaths[0] ?? '')
}

/** Asks where to save and writes the file whole. Gives the path; throws InputError `cancelled` when the dialog was closed. */
export async function saveFile(window: BrowserWindow, name: string, content: Uint8Array | string, language: Language, answers: TestAnswers): Promise<string> {
  const path = await whereTo(window, name, language, answers)
  await writeWhole(path, content)
  return path
}

/** Asks where to save and copies a file there whole, of any size. Gives the path; throws InputError `cancelled` when the dialog was closed. */
export async function saveCopy(window: BrowserWindow, name: string, from: string, language: Language, answers: TestAnswers): Promise<string> {
  const path = await whereTo(window, name, language, answers)
  await copyWhole(from, path)
  return path
}

async function whereTo(window: BrowserWindow, name: string, language: Language, answers: TestAnswers): Promise<string> {
  const path = answers.saveTo === '' ? await askWhere(window, plainFileName(name), language) : join(answers.saveTo, plainFileName(name))
  if (path === '') throw new InputError('cancelled', 'The file was not saved: no place was chosen.')
  return path
}

async function askWhere(window: BrowserWindow, name: string, language: Language): Promise<string> {
  const ending = name.split('.').at(-1) ?? ''
  const chosen = await dialog.showSaveDialog(window, {
    title: WORDS[language].save,
    defaultPath: join(documents(), name),
    filters: [
      { name: ending.toUpperCase(), extensions: [ending] },
      { name: WORDS[language].all, extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return chosen.canceled ? '' : chosen.filePath
}

function documents(): string {
  try {
    return app.getPath('documents')
  } catch {
    // A Linux account without user folders.
    return homedir()
  }
}
