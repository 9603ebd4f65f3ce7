/** Names in Arabic script as words: the article apart, words of trades by dictionary, the rest by its letters, without vowels. */

import NAMES from '#main/screening/words/arabic-names.json' with { type: 'json' }
import WORDS from '#main/screening/words/arabic-words.json' with { type: 'json' }
import { isConsonants, withoutVowels } from './written-without-vowels.ts'

const ARABIC = /\p{Script=Arabic}/u
const LETTERS: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'a',
  آ: 'a',
  ٱ: 'a',
  ى: 'y',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
  ث: 'T',
  ج: 'j',
  چ: 'C',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ڈ: 'd',
  ذ: 'D',
  ر: 'r',
  ڕ: 'r',
  ړ: 'r',
  ڑ: 'r',
  ز: 'z',
  ژ: 'Z',
  س: 's',
  ش: 'S',
  ښ: 'S',
  ص: 's',
  ض: 'D',
  ط: 't',
  ظ: 'D',
  ع: "'",
  غ: 'G',
  ف: 'f',
  ڤ: 'f',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  ڵ: 'l',
  م: 'm',
  ن: 'n',
  ڼ: 'n',
  ں: 'n',
  ه: 'h',
  ہ: 'h',
  ھ: 'h',
  ة: 'e',
  ۀ: 'e',
  ە: 'e',
  و: 'w',
  ۆ: 'w',
  ۇ: 'w',
  ۋ: 'w',
  ؤ: 'w',
  ي: 'y',
  ی: 'y',
  ې: 'y',
  ێ: 'y',
  ئ: 'y',
  ۍ: 'y',
  ځ: 'z',
  څ: 's',
  ڙ: 'Z',
  ګ: 'g',
  ے: 'y',
}
const FOLDED: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ے: 'ی',
  ں: 'ن',
}
const FOLD = /[يىئكةأإآؤہھەۀےں\p{M}\u0640\u200C]/gu
/** A word with the letters as one that Arabic, Persian and Urdu keyboards write for one another, without signs of vowels. */
export const foldedArabic = (word: string): string => word.replace(FOLD, (letter) => FOLDED[letter] ?? '')
const words = new Map<string, string>(Object.entries(WORDS).map(([word, latin]) => [foldedArabic(word), latin]))

/** Kurdish and Uyghur write a letter without sound before a vowel that begins a word. */
const KURDISH_CARRIER = /^ئ(?=[ەۆێېۇاوی])/u
const lettersOf = (word: string): string =>
  withoutVowels(
    [...word.replace(KURDISH_CARRIER, '')]
      .map((letter) => LETTERS[letter] ?? '')
      .join('')
      .replace(/ll+(?=h)/g, 'l')
      .replace(/tS/g, 'č')
      .replace(/n(?=b)/g, 'ñ')
      .replace(/(?<=n)d(?=z)/g, 'ð')
      .replace(/(?<=[^t])s(?=[^awh])|^s(?=y)/g, 'ç'),
  )

/** The usual Latin spelling of frequent names in Arabic letters, by those letters. */
export const ARABIC_IN_LATIN: ReadonlyMap<string, string> = new Map(Object.entries(NAMES.names).map(([word, latin]) => [lettersOf(word), latin]))
/**
 * What letters may stand for besides, by those letters: words of trades that are names as well (بندر is Bandar and a port), other names
 * (صالح is Salih and Salah), and foreign names as their own language writes them.
 */
export const ARABIC_ALSO: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...NAMES.foreign, ...NAMES.alsoWords }).map(([word, latin]) => [lettersOf(word), latin.split('/')]),
)
const frequent = new Set(Object.keys(NAMES.names).map(lettersOf))

/** Whether letters without vowels are a frequent given name. */
export const isArabicName = (letters: string): boolean => frequent.has(letters)

/** Words that begin given names of two words, in Latin letters and, where no Latin spelling is the usual one, by their own. */
const FIRST_OF_TWO = new Set(['mohammed', 'ali', 'amir', 'ghulam', 'hamid', 'ahmed', 'abdul', 'nur', ...['گل', 'شیر', 'خان', 'فیض', 'میر'].map(lettersOf)])
const SECOND_OF_TWO = new Set(['reza', 'ali', 'hussein', 'hassan', 'mehdi', 'mohammed', 'ahmed'])

/** Whether two names of Persians and their neighbours are one given name ("Mohammad Reza", "Gul Ahmad"). */
export const isGivenNameOfTwo = (first: string, second: string): boolean => FIRST_OF_TWO.has(first) && SECOND_OF_TWO.has(second)

/** Stands before a word whose letters are wanted and not its translation. */
export const AS_LETTERS = '\u0640'

/** Whether a text holds Arabic letters. */
export const hasArabic = (text: string): boolean => ARABIC.test(text)

/** Endings of Persian words and of family names beside the Caspian that are written apart as often as not ("هسته ای", "علی اف"). */
const ENDING_APART = /(?<=\p{Script=Arabic}{2})[ \u200C](?=(?:ای|ها|های|هایی|او?ف|ی?یف|اوغلو|اوغلی)(?!\p{L}| ?تک))/gu

/** "of" in Pashto, before all the rest ("د افغانستان بانک"). */
const PASHTO_OF = /^\s*د (?=\p{L}{3})/u

/** The text with such endings joined to their words, and without a word that only binds the others. */
export const withEndingsJoined = (text: string): string => text.replace(ENDING_APART, '').replace(PASHTO_OF, '')

/**
 * The words of a piece of text in Arabic letters. Servants' names (عبد الرحمن) stand as two words without the article, as they do
 * when written in Latin letters.
 */
export function arabicWords(text: string): string[] {
  const found: string[] = []
  const bare = withEndingsJoined(text)
    .replace(/[\u064B-\u065F\u0670]|(?<=\S)\u0640/gu, '')
    .replace(/(?<=ل)[ہھ]/gu, 'ه')
    .replace(/عبد ال?له/gu, 'عبدالله')
    .replace(/(?<!\p{L})[أا]?بو ب[کك]ر(?!\p{L})/gu, 'ابوبكر')
    .replace(/ذو ال/gu, 'ذوال')
    .replace(/حج[تةه][ \u200C]?ال[إا]سلام/gu, 'حجتالاسلام')
    .replace(/[آا]ي?[یي]?[تةه][ \u200C]?الله/gu, 'ایتالله')
    .replace(/(?<=\S) (?=الله(?:\s|$)|اللهي?ی?(?:\s|$)|زاده(?:\s|$))/gu, '')
  const ordered = LAST_PART.test(bare) ? bare.split(' ').reverse().join(' ') : bare
  for (const word of ordered.split(/[^\p{Script=Arabic}\p{M}\u0640]+/u)) if (word !== '') addWord(found, word)
  return found
}

/** Given names of Persians and their neighbours that are written as one word in Arabic letters and as two in Latin ones. */
const TWO_NAMES =
  /^(محمد|عل[يی]|ام[يی]ر|غلام|حم[يی]د|[اأ]حمد|عبد|س[يی]د|م[يی]ر|حس[يی]ن|حسن|نور|گل|ش[يی]ر|خان|جان|ف[يی]ض|د[يی]ن|شاه|تاج|محمود|عطا|ولی)(رضا|عل[يی]|حس[يی]ن|حسن|مهد[يی]|محمد|[اأ]حمد|باقر|صادق|جواد|[كک]اظم|تق[يی]|قل[يی]|نب[يی]|رسول|خان|جان|صالح|[اإ]براه[يی]م|[اإ]سماع[يی]ل|[يی]وسف|طاهر|هاد[يی]|سع[يی]د|[اأ]م[يی]ن|ا[كک]بر|اصغر|عباس|قاسم|هاشم|زمان|آقا|مصطف[يیى])$/u
/** Words that end names of Persians: a name that begins with one was written in the order of the screen, from its end. */
const LAST_PART = /^(?:آباد|اباد|زاده|نژاد|نیا|پور|الد[يی]ن|الله)(?= )/u

/** Names of Persians and others that begin as the article does. */
const NOT_THE_ARTICLE = /^ال(?:هام|[يی]اس|هه|ناز|م[يی]را|برز|[كک]س[يی]?|[كک]سا?ندرا?|[يی]زاب[يی]ت|برت|ب[يی]ر|فرد|چ[يی]ن)$/u

function addWord(found: string[], written: string): void {
  if (written.startsWith(AS_LETTERS)) {
    const letters = lettersOf(written)
    if (letters.length > 1) found.push(letters)
    return
  }
  const known = words.get(foldedArabic(written)) ?? words.get(foldedArabic(written).replace(/^و?ال(?=.{2})/u, ''))
  if (known !== undefined) {
    found.push(...known.split(' '))
    return
  }
  const two = TWO_NAMES.exec(written)
  if (two !== null) {
    addWord(found, two[1] as string)
    addWord(found, two[2] as string)
    return
  }
  const faith = /^(.{2,})الد[يی]ن$/u.exec(written)
  if (faith !== null) {
    addWord(found, faith[1] as string)
    found.push('din')
    return
  }
  const god = /^(.{3,})ال(رحم[اٰ]?ن|حق|[اإ]سلام)$/u.exec(written)
  if (god !== null && !written.startsWith('عبد')) {
    addWord(found, god[1] as string)
    addWord(found, god[2] as string)
    return
  }
  const father = /^[اأ]بوال(.{3,})$/u.exec(written)
  if (father !== null) found.push('abu')
  let word = father === null ? written : (father[1] as string)
  const servant = /^عبدال(?!له)(.{2,})$/u.exec(word)
  if (servant !== null) {
    found.push('abdul')
    word = servant[1] as string
  }
  const article = NOT_THE_ARTICLE.test(word) ? null : /^(?:ال(?!له)|و?لل(?!ه|ا?ه$)(?=.{3}))(.{2,})$/u.exec(word)
  if (article !== null) {
    found.push('al')
    word = article[1] as string
  }
  const letters = lettersOf(word)
  if (isConsonants(letters) && letters.length > 1) found.push(letters)
}
