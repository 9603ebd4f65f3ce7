/** Words on the screen: keys are `<feature>:<key>` and are checked by the compiler against the English word files. */
import { useTranslation } from 'react-i18next'
import type { WordKey } from '#renderer/words/catalogue.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { Lang, Words } from '#shared/trace/trace.ts'

export type Say = (key: WordKey, values?: Record<string, string | number>) => string

/** Gives the words for a key in the language of the window; the component renders again when it changes. */
export function useSay(): Say {
  const { t } = useTranslation()
  return t as unknown as Say
}

/** The language of the window. */
export function useLang(): Lang {
  const { i18n } = useTranslation()
  return i18n.language === 'zh' ? 'zh' : 'en'
}

/** The words of a verdict, as the memo and the command line say them. */
export function useVerdictWords(): (verdict: Verdict) => string {
  const lang = useLang()
  return (verdict) => verdictWords(verdict, lang)
}

/** Picks a language out of words that came with the law or the data. */
export function usePick(): (words: Words | null | undefined) => string {
  const lang = useLang()
  return (words) => (words ? words[lang] || words.en : '')
}
