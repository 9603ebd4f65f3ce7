/** Legal forms written out in Cyrillic, Greek or Arabic letters, as the usual abbreviation, before their words are translated one by one. */
import PHRASES from './words/legal-phrases.json' with { type: 'json' }

const phrases = Object.entries(PHRASES).map(
  ([short, patterns]) =>
    [short, new RegExp(`(?<!\\p{L})(?:${patterns.join('|').replaceAll('\\S', '\\p{L}').replaceAll(' ', '\\s+')})(?!\\p{L})`, 'giu')] as const,
)
const MAY_HAVE =
  /обществ|товари[сщ]|таварыст|друж|друштв|серіктестік|қоғам|военн|військов|εταιρ|(?<!\p{L})(?:α\.?ε|ε\.?π\.?ε|ι\.?κ\.?ε)\.?(?!\p{L})|محدود|سهام|مساهم|مغفل/iu

/** The text with legal forms of several words in their abbreviations. */
export function withShortLegalForms(text: string): string {
  if (!MAY_HAVE.test(text)) return text
  let short = text
  for (const [form, pattern] of phrases) short = short.replace(pattern, ` ${form} `)
  return short
}
