/**
 * Speed of screening against all lists together (about a hundred thousand names): one query and many, ten times the names, the
 * index's building and room, beside a plain scan that compares every name with fastest-levenshtein, the fastest edit distance on
 * the registry and the floor of what a name matcher without an index has to do.
 */
import { distance } from 'fastest-levenshtein'
import { hasReferenceData } from '#main/core/reference-data.ts'
import { bulkEntries } from '#main/lists/development/bulk-records.ts'
import { isFrequent } from '#main/screening/names-in-use.ts'
import { buildIndex, type IndexedEntry, type ScreeningIndex, screen } from '#main/screening/screen.ts'
import { isTradeWord } from '#main/screening/word-weight.ts'
import { type BenchLine, line, timed } from './measured.ts'

const QUERIES = 2000
const SCANS = 20
const TIMES = 10
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The measurements; nothing without the reference copies, since no made-up list has as many different names. */
export function benchScreening(): BenchLine[] {
  if (!hasReferenceData()) return []
  const entries: IndexedEntry[] = bulkEntries()
  const queries = disguised(entries, QUERIES)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const building = timed(() => buildIndex(entries, []))
  const index = buildIndex(entries, [])
  globalThis.gc?.()
  const after = process.memoryUsage()
  const room = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6
  const times = timesOf(queries, (name) => screen(index, { name }))
  const names = index.names.map(({ name }) => name.written.toLowerCase())
  const scan = median(timesOf(queries.slice(0, SCANS), (query) => names.map((name) => distance(query, name))))
  const size = `${Math.round(names.length / 1000)},000 names`
  return [
    line(`index of ${size}, against 3,000 ms`, building, 'ms', 3000, 1),
    line(`room of the index of ${size}, against 300 MB`, room, 'MB', 300, 1),
    line('one query, median, against a scan with fastest-levenshtein', median(times), 'ms', scan, 0.1),
    line('one query, 95th of 100, against 5 ms', at(times, 0.95), 'ms', 5, 1),
    line(
      'one Chinese firm with a trade name of its own, 95th of 100, against 5 ms',
      at(
        timesOf(chineseFirms(), (name) => screen(index, { name })),
        0.95,
      ),
      'ms',
      5,
      1,
    ),
    line('queries a second on one core, time against 1,500', mean(times) * 1000, 'µs', 1_000_000 / 1500, 1),
    besideTenfold('one query among ten times the names, against this many', entries, queries, otherWord, 3),
    // Our own limit: seven times the hits are explained.
    besideTenfold('the same, each long word a letter from nine others', entries, queries, aLetterAway, 6),
  ]
}

/** The same queries among the entries and among ten times as many, some here and some there by turns: the machine is faster now and slower then. */
function besideTenfold(name: string, entries: readonly IndexedEntry[], queries: readonly string[], changed: Changed, limit: number): BenchLine {
  const [few, many] = [entries, tenfold(entries, changed)].map((some) => ({ index: buildIndex(some, []), spent: 0 })) as [Asked, Asked]
  for (let from = 0; from < queries.length; from += TURN) {
    for (const asked of [few, many]) {
      const spent = timed(() => {
        for (const query of queries.slice(from, from + TURN)) screen(asked.index, { name: query })
      })
      if (from >= TURN) asked.spent += spent
    }
  }
  const measured = queries.length - TURN
  return line(name, many.spent / measured, 'ms', few.spent / measured, limit)
}

/** An index with the milliseconds that its queries took. */
type Asked = { index: ScreeningIndex; spent: number }

/** Queries of one turn; those of the first one warm up. */
const TURN = 400

/** Another word in the place of a word, another one for each turn. */
type Changed = (word: string, turn: number) => string

/** Ten lists: each further one has the same parties under names in which words are changed. */
function tenfold(entries: readonly IndexedEntry[], changed: Changed): IndexedEntry[] {
  const many = [...entries]
  for (let turn = 1; turn < TIMES; turn += 1) {
    const renamed = (name: string): string => name.replace(/[A-Za-z]+/g, (word) => changed(word, turn))
    for (const entry of entries)
      many.push({ ...entry, entry: `${entry.entry}-${turn}`, name: renamed(entry.name), aliases: entry.aliases.map(renamed), ids: [], addresses: [] })
  }
  return many
}

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz'

/** Other parties, as real lists grow by: words of the trade and names of many people stay, rare words become other ones. */
const otherWord: Changed = (word, turn) => {
  const low = word.toLowerCase()
  if (word.length < 3 || isFrequent(low) || isTradeWord(low)) return word
  return [...low]
    .map((letter) => {
      const [letters, step] = VOWELS.includes(letter) ? [VOWELS, turn] : [CONSONANTS, turn * 2]
      return letters[(letters.indexOf(letter) + step) % letters.length] as string
    })
    .join('')
}

/** The hardest growth: every long word is a single letter from nine others, so that each query has several times the hits. */
const aLetterAway: Changed = (word, turn) => {
  if (word.length < 5) return word
  const place = 1 + ((word.length * 7 + turn) % (word.length - 2))
  return `${word.slice(0, place)}${LETTERS[(word.charCodeAt(place) * 5 + turn * 3) % 26]}${word.slice(place + 1)}`
}

/** Names of the lists, lowered, every other one with a letter left out, every fourth with another party's last word. */
function disguised(entries: readonly IndexedEntry[], count: number): string[] {
  const names: string[] = []
  for (let number = 0; number < count; number += 1) {
    const place = (number * 7919) % entries.length
    const { name } = entries[place] as IndexedEntry
    const cut = 1 + (place % Math.max(1, name.length - 1))
    const slip = number % 2 === 0 ? name : name.slice(0, cut) + name.slice(cut + 1)
    const other = (entries[(place * 31) % entries.length] as IndexedEntry).name.split(' ').at(-1) ?? ''
    names.push((number % 4 === 3 ? `${slip.split(' ')[0]} ${other}` : slip).toLowerCase())
  }
  return names
}

const PLACES = ['深圳市', '上海', '北京', '苏州', '浙江', '佛山市', '武汉', '成都']
const CHARACTERS = [...'海昇林巴贺麦克维尔歌得百胜纽琦诗帝玛德马阿特拉斯沃诺基亚罗韦霍尼金龙瑞丰宏达华信中兴盛天宇明远']
const TRADES = ['机械设备', '科技', '电子', '精密仪器', '国际贸易', '半导体', '航空发动机', '物流']

/** Names of Chinese firms whose trade name stands in no dictionary: it is read by its sound, in several ways. */
function chineseFirms(): string[] {
  const of = <T>(some: readonly T[], number: number): T => some[number % some.length] as T
  return Array.from({ length: 600 }, (_, number) => {
    const trade = Array.from({ length: 2 + (number % 3) }, (__, place) => of(CHARACTERS, number * (7 + 4 * place) + 13 * place)).join('')
    return `${of(PLACES, number * 3)}${trade}${of(TRADES, number * 5)}有限公司`
  })
}

const WARM = 300

/** The sorted times of the queries after some that warm up. */
function timesOf(queries: readonly string[], run: (query: string) => unknown): number[] {
  for (const query of queries.slice(0, Math.min(WARM, Math.ceil(queries.length / 4)))) run(query)
  return queries.map((query) => timed(() => run(query))).sort((a, b) => a - b)
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] as number
const median = (sorted: readonly number[]): number => at(sorted, 0.5)

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit, baseline, ratio, limit } of benchScreening())
    console.log(
      `${name.padEnd(60)} ${value.toFixed(2).padStart(9)} ${unit}  baseline ${baseline.toFixed(2).padStart(9)}  ratio ${ratio.toFixed(3)} (limit ${limit})`,
    )
}
