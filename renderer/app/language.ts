/** Sets up the two languages. Word files are part of the bundle: nothing is fetched. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { CHINESE, ENGLISH } from '#renderer/words/catalogue.ts'

export async function setUpLanguage(language: 'en' | 'zh'): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: Object.keys(ENGLISH),
    defaultNS: 'ui',
    resources: { en: ENGLISH, zh: CHINESE },
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  changeLanguage(language)
}

/** Changes the words at once and tells assistive technology the language of the page. */
export function changeLanguage(language: 'en' | 'zh'): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  if (i18next.language !== language) void i18next.changeLanguage(language)
}
