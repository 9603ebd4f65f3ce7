/**
 * China's lists as they are published: announcements as plain text. An announcement is no whole list. Those of one list in one
 * import are joined with the copy held: what was listed before stays, an announcement that comes again takes the place of
 * itself, a suspension is added to the listings it names, and only an announcement that removes a party ends its listing.
 * So no order of importing loses a party, which refusing a single later announcement would only move onto the officer.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { type ListFile, readText } from '../list-file.ts'
import { type ListSources, listSource } from '../list-sources.ts'
import type { CnParty } from './cn-party.ts'
import { type CnAnnouncement, listsNamed, readAnnouncement } from './cn-reading.ts'
import { daysAfter } from './cn-text.ts'
import type { ImportContext, ImportSet, ListFormat } from './format.ts'

/** Announcements of the Ministry of Commerce and the Ministry of Foreign Affairs. */
export const cnAnnouncement: ListFormat = {
  id: 'cn-announcement',
  title: 'announcements of China’s Ministry of Commerce and Ministry of Foreign Affairs (one as text a file)',
  accepts: (file) => /公告|决定|答记者问/.test(headText(file)) && !/^\s*[<{[]/.test(headText(file)) && HAS_LIST.test(headText(file)),
  imports: (files, sources) => {
    const byList = new Map<string, ListFile[]>()
    for (const file of files) for (const list of listsNamed(headText(file), sources)) byList.set(list, [...(byList.get(list) ?? []), file])
    return [...byList].map(([list, own]) => announcementImport(list, own, sources))
  },
}

const HAS_LIST = /管控名单|关注名单|不可靠实体清单|反制(?:裁)?清单|反制(?:裁)?措施/

const headText = (file: ListFile): string => file.head.toString('utf8').replace(/^\uFEFF/, '')

function announcementImport(list: string, files: ListFile[], sources: ListSources): ImportSet {
  const { title, publisher } = listSource(sources, list)
  return {
    format: cnAnnouncement.id,
    source: `${title.en} (${publisher}, announcements)`,
    files,
    entries: (context) => joined(list, files, context),
    expects: [],
    partial: true,
  }
}

/** The list after these announcements. Throws InputError `bad-input` with the file, or `cancelled`. */
async function* joined(list: string, files: ListFile[], context: ImportContext): AsyncGenerator<ListEntry[]> {
  const announcements: { announcement: CnAnnouncement; file: ListFile }[] = []
  for (const file of files) {
    const pieces: Buffer[] = []
    for await (const piece of readText(file, context.reading(file))) pieces.push(piece)
    const announcement = readAnnouncement(Buffer.concat(pieces).toString('utf8'), file.name, context.sources, context.country)
    for (const note of announcement.notes) context.warn(note)
    announcements.push({ announcement, file })
  }
  const held = context.held(list)
  if (held !== undefined) context.dated(held.contentDate)
  const entries = new Map((held?.entries ?? []).map((entry) => [entry.entry, entry]))
  const before = entries.size
  const listings = announcements.filter(({ announcement }) => announcement.list === list && announcement.parties.length > 0)
  for (const { announcement } of listings) {
    context.dated(announcement.effective)
    for (const entry of entriesOf(announcement)) {
      const earlier = entries.get(entry.entry)
      entries.set(entry.entry, {
        ...entry,
        ...(earlier?.suspensions === undefined ? {} : { suspensions: earlier.suspensions }),
        ...(earlier === undefined || earlier.endDate === '' ? {} : { endDate: earlier.endDate, fields: { ...entry.fields, ...ended(earlier) } }),
      })
    }
  }
  if (before > 0) context.warn(`${list}: the announcements were joined with the ${before} entries held; ${entries.size - before} came to them.`)
  context.warn(
    `${list}: announcements are no whole list, and nothing in them says whether others are missing. It counts as incomplete until an officer states that it is whole.`,
  )
  for (const { announcement, file } of announcements) {
    suspend(list, announcement, file, entries, context)
    remove(list, announcement, file, entries, context)
  }
  yield [...entries.values()]
}

const ENDED = '移出'
const ended = ({ fields = {} }: ListEntry): Record<string, string> => (fields[ENDED] === undefined ? {} : { [ENDED]: fields[ENDED] })

function entriesOf(announcement: CnAnnouncement): ListEntry[] {
  const { key, list, citation, effective, published, url, measures, parties } = announcement
  return parties.map(({ position, branchOf, ...party }) => {
    const parent = parties.find((one) => one.position === branchOf)
    const measure = party.kind === 'person' ? measures.person : measures.entity
    return {
      list,
      entry: `${key}/${position}`,
      kind: party.kind,
      name: party.latin === '' ? party.name : party.latin,
      aliases: [...(party.latin === '' ? [] : [party.name]), ...party.shorter],
      weakAliases: [],
      addresses: [],
      countries: party.countries,
      dates: party.dates,
      ids: party.ids,
      programmes: [],
      remarks: '',
      licenceRequirement: '',
      licencePolicy: '',
      citation,
      startDate: effective,
      endDate: '',
      footnotes: [],
      url,
      fields: { ...party.fields, ...(measure === '' ? {} : { 措施: measure }), ...(published === effective ? {} : { 发布日期: published }) },
      ...(parent === undefined ? {} : { relations: [{ says: '分支机构', entry: `${key}/${branchOf}`, name: parent.latin || parent.name }] }),
    }
  })
}

function suspend(list: string, { suspends }: CnAnnouncement, file: ListFile, entries: Map<string, ListEntry>, context: ImportContext): void {
  for (const { list: of, key, from, until, citation } of suspends) {
    if (of !== list) continue
    const named = [...entries.values()].filter((entry) => entry.entry.startsWith(`${key}/`))
    if (named.length === 0) {
      throw new InputError(
        'bad-input',
        `${file.name}: it suspends announcement ${key.replace('-', ' No. ')} of ${list}, of which no party is held or among the files. Import that announcement with it. Nothing was imported.`,
      )
    }
    context.dated(from)
    for (const entry of named) {
      const others = (entry.suspensions ?? []).filter((one) => one.from !== from || one.citation !== citation)
      entries.set(entry.entry, { ...entry, suspensions: [...others, { from, until, citation }].sort((a, b) => (a.from < b.from ? -1 : 1)) })
    }
  }
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

function remove(
  list: string,
  { list: of, removed, effective, citation }: CnAnnouncement,
  file: ListFile,
  entries: Map<string, ListEntry>,
  context: ImportContext,
): void {
  if (of !== list) return
  for (const party of removed) {
    const named = [...entries.values()].filter((entry) => entry.startDate <= effective && isParty(entry, party))
    if (named.length === 0) {
      throw new InputError(
        'bad-input',
        `${file.name}: it removes ${party.latin || party.name} from ${list}, where nobody of this name is held or among the files. Import the announcement that listed it with it. Nothing was imported.`,
      )
    }
    context.dated(effective)
    for (const entry of named)
      entries.set(entry.entry, { ...entry, endDate: daysAfter(effective, -1), fields: { ...entry.fields, [ENDED]: `${citation} ${effective}` } })
  }
}

function isParty(entry: ListEntry, party: CnParty): boolean {
  const names = new Set([entry.name, ...entry.aliases].map(plain))
  return [party.latin, party.name].some((name) => name !== '' && names.has(plain(name)))
}
