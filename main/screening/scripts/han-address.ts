/** Chinese addresses: number, street and places, the largest first, with nothing between them but the words for what they are. */
import { toSimplified } from './han-characters.ts'
import { meaningsOf } from './han-dictionary.ts'
import { chineseNumber } from './han-numerals.ts'
import { readingsOf } from './han-pinyin.ts'

/** `way` is the Chinese word for the kind of way, in pinyin; `places` stand in Latin letters. */
export type HanAddress = { number: string; street: string; way: string; places: string[] }

const NUMERAL = '[0-9零〇一二三四五六七八九十百]+'
const NAME = '[^省市区县镇乡村旗州号\\s,，、;；:：()（）\\d]'
/** A place ends before the street begins, but a street may be called after a village ("中关村南大街"). Then lane and number. */
const STREET = new RegExp(
  `((?:${NAME}{1,6}村(?=[东西南北中]?(?:大街|大道|路|街)))?${NAME}{0,12}?)(大街|大道|公路|街|道|路|巷|胡同)(?!道)(?:[东西南北中]段)?\\s*(?:(${NUMERAL})弄)?\\s*第?([甲乙丙丁])?(${NUMERAL}(?:[-/~至—–之]${NUMERAL})*)\\s*([a-zA-Z])?号?(?!弄|公里|国道)`,
)
const PLACE = /(?:特别行政区|自治区|自治州|街道|省|市|区|县|镇|乡|村|旗|州)/
const COUNTRY = /^(?:中国|中华人民共和国)/
const WAY: Readonly<Record<string, string>> = { 大街: 'dajie', 大道: 'dadao', 公路: 'gonglu', 街: 'jie', 道: 'dadao', 路: 'lu', 巷: 'xiang', 胡同: 'hutong' }
const LETTER: Readonly<Record<string, string>> = { 甲: 'a', 乙: 'b', 丙: 'c', 丁: 'd' }
const COUNTED: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' }

/** The address that stands in a text; undefined without a street and a number. */
export function hanAddress(written: string): HanAddress | undefined {
  const text = toSimplified(written).replace(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu, '')
  const match = STREET.exec(text)
  if (match === null || match[1] === '') return undefined
  const [, before = '', way = '', lane = '', letter = '', number = '', latinLetter = ''] = match
  const [town, name] = townBefore(before.replace(COUNTRY, ''))
  const places = `${text.slice(0, match.index)}市${town}`
    .split(PLACE)
    .map((place) => place.replace(COUNTRY, '').replace(/(?<=..)新$/, ''))
    .filter((place) => place.length > 1)
  const postal = /(?:邮编|邮政编码)[:：]?\s*(\d{6})/.exec(text)?.[1]
  const house = `${figures(number)}${LETTER[letter] ?? ''}${latinLetter.toLowerCase()}`
  return {
    number: lane === '' ? house : `${figures(lane)} ${house}`,
    street: streetName(name),
    way: WAY[way] ?? '',
    places: [...places.flatMap(latinPlaces), ...(postal === undefined ? [] : [postal])],
  }
}

const figures = (text: string): string =>
  text
    .split(/[-/~至—–之]/)
    .map((part) => (/^\d+$/.test(part) ? part : String(chineseNumber(part))))
    .join('-')

/** "科创十五街", "金业二路": a numeral at the end counts. */
function streetName(name: string): string {
  const counted = /^(.+?)([一二三四五六七八九十]+)$/.exec(name)
  if (counted === null) return readingsOf(name)[0] ?? ''
  const [, rest = '', numeral = ''] = counted
  return `${readingsOf(rest)[0] ?? ''}${COUNTED[numeral] ?? chineseNumber(numeral)}`
}

/** Words of places and not of trades: what they mean in English is how they sound, but for a few. */
const isTown = (word: string): boolean => CALLED_OTHERWISE.has(word) || meaningsOf(word)[0] === readingsOf(word)[0]
const CALLED_OTHERWISE = new Set(['香港', '澳门', '哈尔滨', '乌鲁木齐', '呼和浩特', '拉萨', '台北', '高雄'])

/** The town that a name without a word for what it is begins with, and what is left: "北京海淀", "深圳宝安". */
function townBefore(name: string): [town: string, rest: string] {
  for (let length = Math.min(4, name.length - 2); length >= 2; length -= 1)
    if (isTown(name.slice(0, length))) return [name.slice(0, length), name.slice(length)]
  return ['', name]
}

/** A place as it is called in English, and by its sounds. */
function latinPlaces(place: string): string[] {
  const [town, rest] = townBefore(place)
  return [...meaningsOf(place), readingsOf(place)[0] ?? '', ...(town === '' ? [] : [...meaningsOf(town), readingsOf(rest)[0] ?? ''])]
}
