/** Systems by which names of other scripts are written in Latin letters, and the ways in which one name is usually spelled. */

const CYRILLIC = 'а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я і ї є ґ'.split(' ')
const table = (letters: string): Map<string, string> => {
  const latin = letters.split(' ')
  return new Map(CYRILLIC.map((letter, at) => [letter, latin[at] === '-' ? '' : (latin[at] as string)]))
}
const SYSTEMS: readonly (readonly [string, Map<string, string>])[] = [
  ['passport', table('a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia i i ie g')],
  ['bgn-pcgn', table("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y ' e yu ya i yi ye g")],
  ['iso-9', table('a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ - y - è û â ì ï ê g')],
  ['german', table('a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja i ji je g')],
  ['french', table('a b v g d e io j z i i k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia i i ie g')],
]

/** A Cyrillic name in the Latin letters of each system. */
export function cyrillicSpellings(name: string): { system: string; name: string }[] {
  return SYSTEMS.map(([system, letters]) => ({
    system,
    name: [...name]
      .map((letter, at, all) => {
        const low = letter.toLowerCase()
        const latin = letters.get(low)
        if (latin === undefined) return letter
        if (low === letter) return latin
        const capitals = [all[at - 1], all[at + 1]].some((near) => near !== undefined && near !== near.toLowerCase())
        return capitals ? latin.toUpperCase() : `${latin.slice(0, 1).toUpperCase()}${latin.slice(1)}`
      })
      .join(''),
  }))
}

/** Spellings of one Arabic, Persian or Turkic name; a word of a row can stand for any other of it. */
const ARABIC: readonly (readonly string[])[] = [
  'Muhammad Mohammed Mohamed Mohammad Muhammed Mohamad',
  'Ahmad Ahmed Ahmet',
  'Mahmud Mahmoud Mahmood',
  'Husayn Hussein Hussain Hossein Husain Hoseyn',
  'Hasan Hassan',
  'Yusuf Youssef Yousef Yousuf Yusif',
  'Umar Omar',
  'Uthman Othman Osman',
  'Sulayman Suleiman Soleiman Sulaiman Süleyman',
  'Ibrahim Ebrahim Ibraheem',
  'Ismail Ismael Esmail Ismaeel',
  'Khalid Khaled Haled',
  'Rashid Rasheed Rachid',
  'Said Saeed Saied Sayid',
  'Jamal Gamal Djamal',
  'Jafar Jaafar Djafar',
  'Mustafa Mostafa Moustafa',
  'Abdallah Abdullah Abdulla',
  'Qasim Kassem Qassem Ghasem Kasim',
  'Faysal Faisal Feisal',
  'Tariq Tarek Tareq',
  'Nasir Nasser Naser',
  'Sharif Sherif Shareef',
  'Munir Mounir Moneer',
  'Walid Waleed Oualid',
  'Amin Ameen',
  'Karim Kareem',
  'Salih Saleh Salah',
  'Hamid Hameed',
  'Zayd Zaid Zeid',
  'Shaykh Sheikh Sheik',
  'Ramadan Ramazan Ramadhan',
  'Rida Reza Ridha Redha',
  'Murtada Morteza Murtaza',
  'Mahdi Mehdi Mahdy',
  'Muhsin Mohsen',
  'Nur Noor Nour',
  'Fuad Fouad',
  'Daud Dawood Dawud Daoud',
  'Musa Moussa Mousa',
  'Isa Eissa Issa',
  'Najib Naguib Najeeb',
  'Jalal Galal Djalal',
  'Zaki Zaky Zeki',
].map((row) => row.split(' '))
const arabicRow = new Map(ARABIC.flatMap((row) => row.map((word) => [word.toLowerCase(), row] as const)))

/** Whether two words are spellings of one Arabic name. */
export const sameArabicName = (a: string, b: string): boolean => arabicRow.get(a)?.some((word) => word.toLowerCase() === b) === true

/** A name with each Arabic name in it spelled otherwise and its articles joined or separated; undefined when there is none. */
export function arabicSpelling(name: string, roll: (most: number) => number): string | undefined {
  let changed = 0
  const words = name.replace(/[A-Za-zÀ-ž]+/g, (word) => {
    const row = arabicRow.get(word.toLowerCase())
    if (row === undefined) return word
    changed += 1
    const others = row.filter((other) => other.toLowerCase() !== word.toLowerCase())
    const other = others[roll(others.length)] as string
    return word === word.toUpperCase() ? other.toUpperCase() : other
  })
  const article = [
    words.replace(/\b(?:al|el)[- ](?=[a-z])/gi, 'el-'),
    words.replace(/\b(?:al|el)[- ](?=[a-z])/gi, 'Al '),
    words.replace(/\b(?:al|el)[- ](?=[a-z])/gi, 'Al'),
    words.replace(/\b['‘]?abd (?:al|el)[- ](?=[a-z])/gi, 'Abdul ').replace(/\babdul[- ](?=[a-z])/gi, 'Abdel '),
  ][roll(4)] as string
  return changed === 0 || article.toLowerCase() === name.toLowerCase() ? undefined : article
}

const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'ch'],
  [/^ch/, "ch'"],
  [/^j/, 'ch'],
  [/^q/, "ch'"],
  [/^x/, 'hs'],
  [/^z/, 'ts'],
  [/^c/, "ts'"],
  [/^b/, 'p'],
  [/^p/, "p'"],
  [/^d/, 't'],
  [/^t/, "t'"],
  [/^g/, 'k'],
  [/^k/, "k'"],
  [/^r/, 'j'],
]
const WHOLE: Record<string, string> = {
  zhi: 'chih',
  chi: "ch'ih",
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: "tz'u",
  si: 'szu',
  yi: 'i',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
  yong: 'yung',
  er: 'erh',
  e: 'o',
  ge: 'ko',
  ke: "k'o",
  he: 'ho',
  guo: 'kuo',
  luo: 'lo',
  duo: 'to',
  rong: 'jung',
}

/** One pinyin syllable by Wade and Giles. */
export function wadeGiles(syllable: string): string {
  const low = syllable.toLowerCase()
  let made = WHOLE[low]
  if (made === undefined) {
    const final = low
      .replace(/ian$/, 'ien')
      .replace(/ie$/, 'ieh')
      .replace(/([jqxnl])ue$/, '$1üeh')
      .replace(/ong$/, 'ung')
      .replace(/([jqx])u(?=n?$|an$)/, '$1ü')
    const initial = INITIALS.find(([pattern]) => pattern.test(final))
    made = initial === undefined ? final : final.replace(initial[0], initial[1])
  }
  return low === syllable ? made : `${made.slice(0, 1).toUpperCase()}${made.slice(1)}`
}

/** Other spellings of frequent Korean family names. */
export const KOREAN_FAMILY: Record<string, readonly string[]> = {
  Kim: ['Gim'],
  Lee: ['Yi', 'Rhee', 'Ri'],
  Park: ['Pak', 'Bak'],
  Choi: ['Choe'],
  Jung: ['Jeong', 'Chung'],
  Kang: ['Gang'],
  Cho: ['Jo'],
  Yoon: ['Yun'],
  Jang: ['Chang'],
  Lim: ['Im', 'Rim'],
}

/** Forms of one given name in Russian, Ukrainian, Belarusian and other languages around them. */
const SLAVIC: readonly (readonly string[])[] = [
  'Alexander Aleksandr Oleksandr Aliaksandr Alexandre Aleksandar',
  'Alexey Alexei Aleksey Aleksei Oleksiy Oleksii',
  'Andrey Andrei Andriy Andrii',
  'Anastasia Anastasiya Anastasiia',
  'Artem Artyom',
  'Dmitry Dmitri Dmitriy Dmitrii Dmytro Dimitri',
  'Evgeny Evgeniy Evgenii Yevgeny Yevgeniy Yevhen',
  'Ekaterina Yekaterina Kateryna',
  'Elena Yelena Olena',
  'Grigory Grigoriy Grigori Hryhoriy',
  'Halyna Galina',
  'Igor Ihor',
  'Ivan Ivan',
  'Irina Iryna',
  'Konstantin Kostiantyn Kostyantyn',
  'Ksenia Kseniya Xenia',
  'Maxim Maksim Maksym',
  'Mikhail Mykhailo',
  'Natalia Natalya Nataliya Nataliia',
  'Nikolai Nikolay Mykola',
  'Oleg Oleh',
  'Olga Olha',
  'Pavel Pavlo',
  'Petr Pyotr Petro',
  'Sergey Sergei Serhiy Serhii Sergiy',
  'Svetlana Svitlana',
  'Tatyana Tatiana Tetiana Tetyana',
  'Vasily Vasiliy Vasyl',
  'Viktor Victor',
  'Vladimir Volodymyr',
  'Yulia Yuliya Yuliia Iuliia',
  'Yuri Yury Yuriy Yurii Iurii',
].map((row) => row.split(' '))
const slavicRow = new Map(SLAVIC.flatMap((row) => row.map((word) => [word, row] as const)))

/** Syllables of Korean given names by McCune and Reischauer without marks, as North Korean names are listed. */
const MCCUNE: Record<string, string> = {
  hyun: 'hyon',
  woo: 'u',
  sung: 'song',
  seung: 'sung',
  jun: 'chun',
  jin: 'chin',
  ji: 'chi',
  jae: 'chae',
  young: 'yong',
  jung: 'chong',
  jeong: 'chong',
  jong: 'chong',
  joo: 'chu',
  soo: 'su',
  seok: 'sok',
  suk: 'sok',
  chul: 'chol',
  cheol: 'chol',
  kyung: 'kyong',
  hee: 'hui',
  eun: 'un',
  dong: 'tong',
  seo: 'so',
  hyeon: 'hyon',
}

/** A name of the tables, for people of a country. */
type Spelled = { country: string; given: string; family: string; native: string | undefined }

/** The other spellings in which the lists may have a name: by the systems of its script and the languages around it. */
export function otherSpellings({ country, given, family, native }: Spelled, syllables: (given: string) => string[]): string[] {
  const spelled = native !== undefined && /\p{Script=Cyrillic}/u.test(native) ? cyrillicSpellings(native).map(({ name }) => name) : []
  const slavic = (slavicRow.get(given) ?? []).map((other) => `${other} ${family}`)
  const wade = country === 'CN' ? [`${wadeGiles(family)} ${syllables(given).map(wadeGiles).join('-')}`.replaceAll("'", '')] : []
  const mccune = (word: string): string =>
    word
      .toLowerCase()
      .split('-')
      .map((syllable) => MCCUNE[syllable] ?? syllable)
      .join(' ')
  const korean = country === 'KR' ? [family, ...(KOREAN_FAMILY[family] ?? [])].flatMap((one) => [`${one} ${given}`, `${one} ${mccune(given)}`]) : []
  return [...spelled, ...slavic, ...wade, ...korean]
}
