/** All word files: one per feature and language. The English ones define the keys. */
import appEn from './app.en.json'
import appZh from './app.zh.json'
import casesEn from './cases.en.json'
import casesZh from './cases.zh.json'
import classificationEn from './classification.en.json'
import classificationZh from './classification.zh.json'
import entriesEn from './entries.en.json'
import entriesZh from './entries.zh.json'
import evidenceEn from './evidence.en.json'
import evidenceZh from './evidence.zh.json'
import historyEn from './history.en.json'
import historyZh from './history.zh.json'
import homeEn from './home.en.json'
import homeZh from './home.zh.json'
import listsEn from './lists.en.json'
import listsZh from './lists.zh.json'
import memoEn from './memo.en.json'
import memoZh from './memo.zh.json'
import resultEn from './result.en.json'
import resultZh from './result.zh.json'
import rulesEn from './rules.en.json'
import rulesZh from './rules.zh.json'
import screeningEn from './screening.en.json'
import screeningZh from './screening.zh.json'
import settingsEn from './settings.en.json'
import settingsZh from './settings.zh.json'
import traceEn from './trace.en.json'
import traceZh from './trace.zh.json'
import uiEn from './ui.en.json'
import uiZh from './ui.zh.json'
import wizardEn from './wizard.en.json'
import wizardZh from './wizard.zh.json'

export const ENGLISH = {
  app: appEn,
  cases: casesEn,
  classification: classificationEn,
  entries: entriesEn,
  evidence: evidenceEn,
  history: historyEn,
  home: homeEn,
  lists: listsEn,
  memo: memoEn,
  result: resultEn,
  rules: rulesEn,
  screening: screeningEn,
  settings: settingsEn,
  trace: traceEn,
  ui: uiEn,
  wizard: wizardEn,
}

export const CHINESE = {
  app: appZh,
  cases: casesZh,
  classification: classificationZh,
  entries: entriesZh,
  evidence: evidenceZh,
  history: historyZh,
  home: homeZh,
  lists: listsZh,
  memo: memoZh,
  result: resultZh,
  rules: rulesZh,
  screening: screeningZh,
  settings: settingsZh,
  trace: traceZh,
  ui: uiZh,
  wizard: wizardZh,
}

type English = typeof ENGLISH
/** A key with plural forms is asked for without its ending. */
type Plain<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type WordKey = { [F in keyof English]: `${F & string}:${Plain<keyof English[F]> & string}` }[keyof English]
