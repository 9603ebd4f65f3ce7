/** Finds legal forms in the words of a name: several languages, several words long, at any place where they can stand. */
import HAN_FORMS from './words/han-legal-forms.json' with { type: 'json' }
import FORMS from './words/legal-forms.json' with { type: 'json' }

const families = new Map<string, string>()
/** Words of the longest form that begins with a word. */
const longest = new Map<string, number>()
for (const [family, forms] of Object.entries(FORMS)) {
  for (const form of forms) {
    families.set(form, family)
    const words = form.split(' ')
    const first = words[0] as string
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
}
/** Forms that are also words or initials of names: they count only as the first or the last word, or beside another form. */
const AT_THE_ENDS = new Set(
  'ab ad ag ao as asa bv co cv doo ei ep est ev group groupe grupo ip kg kk lg lp mb nv oo ood ou oy pat pt psc rt rue rup sa sal sas se sia sl spa too tov ug holding holdings company cie firma'.split(
    ' ',
  ),
)

export const HAN_LEGAL_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries(HAN_FORMS).flatMap(([family, forms]) => forms.map((form) => [form, family] as const)),
)

/** The mark that a word list carries in place of a Chinese legal form of this family. */
export const legalMark = (family: string): string => `\u0001${family}`

/** What is asked of a word here: how it is written, and the words of the longest form that begins with it. */
type Written = { plain: string; longestForm: number }

/** The words of the longest legal form that begins with a word, or with a mark for one; 0 for other words. */
export const longestForm = (word: string): number => longest.get(word) ?? (word.startsWith('\u0001') ? 1 : 0)

/** Splits words into those of the name and the families of its legal forms, in alphabetical order. */
export function legalFormsOf<T extends Written>(words: T[]): { rest: T[]; legal: readonly string[] } {
  if (!words.some(mayBeForm)) return { rest: words, legal: NONE }
  const legal: string[] = []
  const rest: T[] = []
  let index = 0
  let lastWasForm = false
  while (index < words.length) {
    const first = (words[index] as T).plain
    if (first.startsWith('\u0001')) {
      legal.push(first.slice(1))
      lastWasForm = true
      index += 1
      continue
    }
    let taken = 0
    for (let length = Math.min((words[index] as T).longestForm, words.length - index); length > 0 && taken === 0; length -= 1) {
      const phrase =
        length === 1
          ? first
          : words
              .slice(index, index + length)
              .map(({ plain }) => plain)
              .join(' ')
      const family = families.get(phrase)
      if (family === undefined) continue
      const atEnd = index === 0 || index + length === words.length || onlyForms(words, index + length)
      if (AT_THE_ENDS.has(phrase) && !atEnd && !lastWasForm) continue
      legal.push(family)
      taken = length
    }
    if (taken === 0) {
      rest.push(words[index] as T)
      index += 1
    } else index += taken
    lastWasForm = taken > 0
  }
  return { rest, legal: legal.length < 2 ? legal : [...new Set(legal)].sort() }
}

const NONE: readonly string[] = []
const mayBeForm = ({ longestForm }: Written): boolean => longestForm > 0

/** Whether nothing but legal forms follows. */
function onlyForms(words: readonly Written[], from: number): boolean {
  for (let index = from; index < words.length; index += 1) {
    const { plain } = words[index] as Written
    if (!plain.startsWith('\u0001') && !families.has(plain)) return false
  }
  return true
}
