/**
 * Reads one announcement of China's Ministry of Commerce, its unreliable entity list mechanism or the Ministry of Foreign
 * Affairs, as plain text: what it is, its number and dates, the parties that it lists, or what it does to earlier listings.
 */
import { InputError } from '#shared/text/errors.ts'
import type { ListSources } from '../list-sources.ts'
import { type CnParty, cnParty, type Nations, nationsIn } from './cn-party.ts'
import { chineseDate, lastDayOf, latinBrackets, linesOf, numbered, numberOf } from './cn-text.ts'
import type { CountryLookup } from './format.ts'

/** What an announcement does to the listings that another one made, named by that one's key. */
export type CnChange = { list: string; key: string; from: string; until: string; citation: string }

export type CnAnnouncement = {
  /** What it is cited by: `商务部公告2025年第1号`. */
  citation: string
  /** Year and number, which the ids of its listings begin with: `2025-1`; the date where there is no number. */
  key: string
  list: string
  url: string
  published: string
  effective: string
  measures: { entity: string; person: string }
  parties: (CnParty & { position: string; branchOf: string })[]
  removed: CnParty[]
  suspends: CnChange[]
  /** Something that the officer should know. */
  notes: string[]
}

const LISTING = /决定(于[^。，]{4,16})?将([^。]+?)列入(?:出口管制)?(管控名单|关注名单|不可靠实体清单)/
const REMOVAL = /将([^。]+?)移出(?:出口管制)?(管控名单|关注名单|不可靠实体清单)/
const CHANGE = /自(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?:\d{1,2}时\d{1,2}分)?起[，,]?((?:继续)?(?:暂停|停止|取消|恢复)[^。]*)/g
const INVESTIGATION = /启动(?:不可靠实体清单)?调查/
const ANNEX = /^(附件|附|反制清单|反制裁清单)\d*[:：]?$/

const COUNTERMEASURE = /采取反制(?:裁)?措施/

/** Ids of the lists that an announcement is about. */
export function listsNamed(text: string, { chinaAnnouncements }: ListSources): string[] {
  const flat = linesOf(text).join('')
  const idOf = (name: string): string[] => chinaAnnouncements.lists.filter(({ names }) => names.includes(name)).map(({ id }) => id)
  const changes = [...flat.matchAll(CHANGE)].flatMap(([, , what = '']) => clausesOf(what).map(listOfClause))
  if (changes.length > 0) return [...new Set(changes)]
  const name = LISTING.exec(flat)?.[3] ?? REMOVAL.exec(flat)?.[2]
  if (name !== undefined) return idOf(name)
  if (COUNTERMEASURE.test(flat)) return idOf('反制清单')
  return chinaAnnouncements.lists
    .filter(({ names }) => names.some((one) => flat.includes(one)))
    .map(({ id }) => id)
    .slice(0, 1)
}

/**
 * The announcement in `text`. Throws InputError `bad-input`, naming the file, for one whose parties can not all be told:
 * another number of them than it states, or a sentence in a form that is not known.
 */
export function readAnnouncement(text: string, file: string, sources: ListSources, country: CountryLookup): CnAnnouncement {
  const words = sources.chinaAnnouncements
  const lines = linesOf(text)
  const refuse = (what: string, line?: number): InputError =>
    new InputError('bad-input', `${file}${line === undefined ? '' : `, line ${line + 1}`}: ${what} Nothing was imported.`)
  const annexAt = lines.findIndex((line) => ANNEX.test(line))
  const body = annexAt < 0 ? lines : lines.slice(0, annexAt)
  const flat = body.join('')
  const bodyStart = body.findIndex((line) => /[。；：]$/.test(line))
  const title = body.slice(0, bodyStart < 0 ? body.length : bodyStart).join(' ')
  const said = body.slice(Math.max(0, bodyStart)).join('')
  const url = lines.find((line) => /^https?:\/\/\S+$/.test(line)) ?? ''
  const published = publishedOn(body)
  if (published === '') throw refuse('the announcement states no date of the calendar (expected a line such as 2025年1月2日).')
  const nations = nationsIn(annexAt < 0 ? `${title} ${LISTING.exec(flat)?.[2] ?? ''}` : title, country)
  const common = { url, published, parties: [], removed: [], suspends: [], notes: [], measures: { entity: '', person: '' } }

  const changes = [...flat.matchAll(CHANGE)]
  if (changes.length > 0) {
    const citation = numberIn(flat, title)?.citation ?? `商务部答记者问 ${published}`
    const suspends = changes.flatMap(([, date = '', what = '']) => changesIn(what, chineseDate(date), citation, refuse))
    return { ...common, citation, key: published, list: '', effective: published, suspends }
  }

  const { citation, key } = numberIn(flat, title) ?? orderIn(flat, published)
  const effective = effectiveOn(flat, published)
  const removal = REMOVAL.exec(flat)
  const listing = LISTING.exec(flat)
  const countermeasure = COUNTERMEASURE.test(flat)
  const listName = listing?.[3] ?? removal?.[2] ?? (countermeasure ? '反制清单' : '')
  const list = words.lists.find(({ names }) => names.includes(listName))?.id ?? ''
  if (list === '') {
    if (INVESTIGATION.test(flat)) {
      const subject = latinBrackets(title)[0]?.before ?? /对(.+?)启动/.exec(flat)?.[1] ?? ''
      return { ...common, citation, key, list, effective, notes: [`${file} (${citation}) opens an investigation of ${subject} and lists nobody.`] }
    }
    throw refuse('the announcement neither lists parties in a known form nor changes earlier listings.')
  }

  const read = (one: string, kind: CnParty['kind']) => cnParty(one, kind, words, country, nations, annexAt < 0)
  if (listing === null && removal !== null) {
    const removed = annexAt < 0 ? inlineParties(removal[1] as string, read, words) : annexParties(lines, annexAt, list, read, refuse).map(({ party }) => party)
    checkCount(said, removed, refuse)
    return { ...common, citation, key, list, effective, removed }
  }

  let parties: { party: CnParty; position: string; branchOf: string }[]
  if (annexAt >= 0) parties = annexParties(lines, annexAt, list, read, refuse)
  else if (listing !== null) parties = inlineParties(listing[2] as string, read, words).map((party, at) => ({ party, position: String(at + 1), branchOf: '' }))
  else {
    const named = /对(.+?)采取反制/.exec(title)?.[1] ?? ''
    parties = named === '' || /等|及/.test(named) ? [] : [{ party: read(named, /本人/.test(flat) ? 'person' : 'unknown'), position: '1', branchOf: '' }]
  }
  if (parties.length === 0) throw refuse('the announcement lists parties, but none could be read.')
  const own = parties.filter(({ branchOf }) => branchOf === '').map(({ party }) => party)
  checkCount(said, own, refuse)
  const home = list === 'CN-AFSL' ? '' : nationOfAll(lines.join(' '), nations)
  const notes = own.length > 0 && /有证据显示|提示可能存在/.test(flat) ? [`${file} (${citation}) also warns of a company that it does not list; read it.`] : []
  return {
    ...common,
    citation,
    key,
    list,
    effective,
    notes,
    measures: measuresIn(body),
    parties: parties.map(({ party, ...place }) => ({ ...party, countries: party.countries.length === 0 && home !== '' ? [home] : party.countries, ...place })),
  }
}

function publishedOn(body: string[]): string {
  for (const line of body) {
    const stated = /【发文日期】(.*)$/.exec(line)
    if (stated !== null) return chineseDate(stated[1] as string)
  }
  for (const line of body.slice(0, 8)) {
    const stamped = /(?:^|\s)(\d{4})-(\d{2})-(\d{2})(?:\s\d{2}:\d{2})?$/.exec(line)
    if (stamped !== null) return chineseDate(`${stamped[1]}年${stamped[2]}月${stamped[3]}日`)
  }
  return body.map((line) => (/^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(line) ? chineseDate(line) : '')).findLast((date) => date !== '') ?? ''
}

/** The day on which the announcement takes effect: the one that it names, or else that of its publication. */
function effectiveOn(flat: string, published: string): string {
  const stated = /本(?:公告|决定)自([^。]*?)起/.exec(flat)?.[1] ?? ''
  return chineseDate(stated) || published
}

/** The number of an announcement of the Ministry of Commerce or of the unreliable entity list mechanism. */
function numberIn(flat: string, title: string): { citation: string; key: string } | undefined {
  const issued = /【[发布文]{2}文号】([^【]*)/.exec(flat)?.[1] ?? ''
  const commerce = /商务部公告(\d{4})年第(\d+)号/.exec(issued || title)
  if (commerce !== null) return { citation: commerce[0], key: `${commerce[1]}-${commerce[2]}` }
  const mechanism = /〔(\d{4})〕(\d+)号/.exec(issued) ?? /不可靠实体清单工作机制(?:公告)?\s*〔?(\d{4})〕?年?\s*第?(\d+)号/.exec(title)
  return mechanism === null ? undefined : { citation: `不可靠实体清单工作机制公告〔${mechanism[1]}〕${mechanism[2]}号`, key: `${mechanism[1]}-${mechanism[2]}` }
}

/** The order of the Ministry of Foreign Affairs, or its decision that has no number. */
function orderIn(flat: string, published: string): { citation: string; key: string } {
  const order = /外交部令\s*第\s*(\d+)\s*号/.exec(flat)
  const year = published.slice(0, 4)
  if (order !== null) return { citation: `外交部令第${order[1]}号（${year}年）`, key: `${year}-${order[1]}` }
  return { citation: `外交部决定 ${published}`, key: published }
}

const clausesOf = (what: string): string[] => what.split(/[，,；;](?=(?:继续)?(?:暂停|停止|取消|恢复))/)

const listOfClause = (clause: string): string => (/不可靠实体清单/.test(clause) ? 'CN-UEL' : /关注名单/.test(clause) ? 'CN-WATCH' : 'CN-ECL')

/** What is suspended or stopped, clause by clause. */
function changesIn(what: string, from: string, citation: string, refuse: (what: string) => InputError): CnChange[] {
  const found: CnChange[] = []
  for (const clause of clausesOf(what)) {
    const verb = /^(?:继续)?(暂停|停止|取消|恢复)/.exec(clause)?.[1] ?? ''
    const named = /(\d{4})\s*〕?\s*年?\s*第?((?:\d+号?[和、及与]?第?)+)号/.exec(clause)
    if (verb === '恢复' || verb === '' || named === null || from === '')
      throw refuse(`what “${clause.slice(0, 40)}” does to which announcement can not be told. Enter it in the form licet-list/1.`)
    const time = /(\d+|[一二两三四五六七八九十]+)\s*(天|日|个月|年)(?:内)?$/.exec(clause.replace(/[（(][^）)]*[）)]/g, ''))
    const until = time === null ? '' : lastDayOf(from, numberOf(time[1] as string), time[2] as string)
    for (const [number] of (named[2] as string).matchAll(/\d+/g))
      found.push({ list: listOfClause(clause), key: `${named[1]}-${number}`, from, until, citation: `${citation}：${verb}` })
  }
  return found
}

type Read = (text: string, kind: CnParty['kind']) => CnParty

/** Parties named in a sentence, each with its Latin name in brackets; of those without one the last word tells where they end. */
function inlineParties(sentence: string, read: Read, { organisationEndings }: ListSources['chinaAnnouncements']): CnParty[] {
  const texts: string[] = []
  const split = (text: string): string[] => {
    const pieces: string[] = []
    let open = ''
    for (const piece of text.split('、')) {
      const joined = open === '' ? piece : `${open}、${piece}`
      open = organisationEndings.some((ending) => joined.trim().endsWith(ending)) ? '' : joined
      if (open === '') pieces.push(joined)
    }
    if (open !== '') pieces.push(open)
    return pieces
  }
  const clean = (text: string): string => text.replace(/^(?:[、，,]|和(?=[^、]{2})|及其?)+/, '').trim()
  const brackets = latinBrackets(sentence)
  brackets.forEach(({ before, latin }, at) => {
    const opening = at === 0 ? before.slice(before.lastIndexOf('的') + 1) : clean(before)
    const pieces = split(opening)
    const last = pieces.pop() as string
    texts.push(...pieces, `${last}（${latin}）`)
  })
  const rest = clean(
    (brackets.at(-1)?.after ?? sentence.slice(sentence.lastIndexOf('的') + 1)).replace(
      /等?(?:\d+|[一二两三四五六七八九十]+)?[家名个]?(?:[^、]{0,6})?(?:实体|企业|机构|公司)?$/u,
      '',
    ),
  )
  if (brackets.length === 0) texts.push(...split(rest))
  return texts.filter((text) => text !== '').map((text) => read(text, 'entity'))
}

const SECTION = /^(企业|实体|机构|公司|组织|高级管理人员|机构人员|人员|个人)(?:（[^）]*?(\d+)[^）]*）)?$/
const HEADING = /(?:名单|清单|实体|企业)$|^（?\d{4}\s*年[^）]*日）?$|^附件?\d*[:：]?$/

/** The parties of the annex, with their numbers in it. */
function annexParties(
  lines: string[],
  annexAt: number,
  list: string,
  read: Read,
  refuse: (what: string, line?: number) => InputError,
): { party: CnParty; position: string; branchOf: string }[] {
  const found: { party: CnParty; position: string; branchOf: string }[] = []
  let kind: CnParty['kind'] = list === 'CN-AFSL' ? 'unknown' : 'entity'
  let stated: number | undefined
  let sectionFrom = 0
  const endSection = (line: number): void => {
    if (stated !== undefined && found.length - sectionFrom !== stated)
      throw refuse(`${stated} parties are stated here, and ${found.length - sectionFrom} could be read.`, line)
    stated = undefined
    sectionFrom = found.length
  }
  const numberedLines = lines.slice(annexAt).some((line) => numbered(line) !== undefined)
  for (let at = annexAt + 1; at < lines.length; at += 1) {
    const line = lines[at] as string
    const mark = numbered(line)
    const text = mark?.text ?? line
    if (text === '' || (mark === undefined && HEADING.test(line))) continue
    const section = SECTION.exec(text)
    if (section !== null) {
      endSection(at)
      kind = /人/.test(section[1] as string) ? 'person' : 'entity'
      stated = section[2] === undefined ? undefined : Number(section[2])
    } else if (mark?.style === 'dash') {
      const parent = found.findLast(({ branchOf }) => branchOf === '')
      if (parent === undefined) throw refuse(`a branch stands before any party.`, at)
      const branch = read(text, 'entity')
      const branches = found.filter(({ branchOf }) => branchOf === parent.position).length
      if (branch.name !== parent.party.latin) found.push({ party: branch, position: `${parent.position}.${branches + 1}`, branchOf: parent.position })
    } else if (mark === undefined && numberedLines)
      throw refuse(`a numbered party was expected, and found “${line.slice(0, 40)}”. Remove what does not belong to the announcement.`, at)
    else {
      const several = latinBrackets(text).length > 1 && /包括/.test(text)
      const read_ = several ? groupOf(text, read, (what) => refuse(what, at)) : [read(text, kind)]
      for (const party of read_)
        if (party.name !== '') found.push({ party, position: String(found.filter(({ branchOf }) => branchOf === '').length + 1), branchOf: '' })
    }
  }
  endSection(lines.length - 1)
  return found
}

/** Persons in one sentence: `“…”相关人员，包括主任甲（A），顾问乙（B）、丙（C）等，共3人`. An office holds until the next one. */
function groupOf(text: string, read: Read, refuse: (what: string) => InputError): CnParty[] {
  const [whose = '', sentence = ''] = text.split(/[，,]?包括/, 2)
  let office = ''
  const persons = latinBrackets(sentence).map(({ before, latin }) => {
    const opens = /^[，,]/.test(before)
    const party = read(`${before.replace(/^[、，,]+/, '')}（${latin}）`, 'person')
    if (party.fields.职务 !== undefined) office = party.fields.职务
    else if (opens) office = ''
    return { ...party, fields: { ...party.fields, 职务: [whose, office].filter((part) => part !== '').join('：') } }
  })
  const stated = /共(?:计)?(\d+)[人名]/.exec(sentence)?.[1]
  if (stated !== undefined && Number(stated) !== persons.length) throw refuse(`${stated} persons are stated here, and ${persons.length} could be read.`)
  return persons
}

/** The number of parties that the announcement states must be the number that was read. */
function checkCount(said: string, parties: CnParty[], refuse: (what: string) => InputError): void {
  const entities = numberOf((/(?:上述|等)(\d+|[一二两三四五六七八九十]+)家/.exec(said) ?? /(\d+)家/.exec(said))?.[1] ?? '')
  const persons = numberOf(/等(\d+)名/.exec(said)?.[1] ?? '')
  const people = parties.filter(({ kind }) => kind === 'person').length
  const check = (stated: number, read: number, what: string): void => {
    if (!Number.isNaN(stated) && stated !== read)
      throw refuse(`the announcement states ${stated} ${what}, and ${read} could be read. It is cut off, or its form is not known.`)
  }
  check(entities, parties.length - people, 'companies')
  check(persons, people, 'persons')
}

/** The country that all parties are said to be of: `28家美国实体`. */
function nationOfAll(text: string, nations: Nations): string {
  for (const [, words = ''] of text.matchAll(/\d+家([\p{Script=Han}]+?)(?:实体|企业)/gu)) {
    const code = nations.get(words)
    if (code !== undefined) return code
  }
  return ''
}

/** Whom a group of measures is about, before the measures themselves: `对……等10名……高级管理人员，不予签发签证`. */
const ABOUT = /^对(.+?)(?:[:：]$|，(?=冻结|不予|禁止))/

/** The measures, as the announcement numbers them; where companies and persons have their own, each gets its own. */
function measuresIn(body: string[]): { entity: string; person: string } {
  const from = body.findIndex((line) => /措施[:：]$/.test(line))
  const entity: string[] = []
  const person: string[] = []
  let style: string | undefined
  let opened = true
  let about: 'all' | 'entity' | 'person' = 'all'
  for (const line of from < 0 ? [] : body.slice(from + 1)) {
    if (line === '') continue
    const mark = numbered(line)
    if (/^本(?:公告|决定)|^附/.test(line) || (mark === undefined && !opened) || (style === 'inner' && mark?.style === 'outer')) break
    style ??= mark?.style
    opened = /[:：]$/.test(line)
    const text = mark?.text ?? line
    const whose = ABOUT.exec(text)
    if (whose !== null) about = /人员|个人/.test(whose[1] as string) ? 'person' : 'entity'
    const measure = text.slice(whose?.[0].length ?? 0)
    if (measure === '') continue
    if (about !== 'person') entity.push(measure)
    if (about !== 'entity') person.push(measure)
  }
  return { entity: entity.join('\n'), person: person.join('\n') }
}
