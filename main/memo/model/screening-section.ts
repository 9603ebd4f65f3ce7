/**
 * The screening certificate: which lists were searched, how complete and how old they were, and for each party what was
 * found, how its score is made up, what an officer decided and what came near. A starter list is called incomplete first.
 */
import type { Disposition } from '#shared/domain/case.ts'
import type { PartyAnswer } from '#shared/domain/determination.ts'
import { numberWarnings } from '#shared/domain/identity-number.ts'
import { listingState } from '#shared/domain/listing-state.ts'
import { partiesAndOwners } from '#shared/domain/ownership.ts'
import type { Hit, ListingView } from '#shared/domain/screening.ts'
import { role } from './case-sections.ts'
import type { MemoBlock } from './memo-document.ts'
import type { HitDecision, MemoInput } from './memo-input.ts'
import { country, grouped, joined, listName, momentInWords, type Shown, score } from './show-values.ts'

type Pair = { key: string; value: string; style: 'text' | 'code' }

export function screeningSection(input: MemoInput, shown: Shown): MemoBlock[] {
  const { answer, file } = input
  const { words } = shown
  const decisions: readonly HitDecision[] =
    input.decisions ?? partiesAndOwners(file).flatMap((party) => party.dispositions.map((one) => ({ ...one, party: party.name })))
  return [
    ...extent(input, shown),
    { kind: 'heading', level: 3, text: words.listsUsed },
    ...listTable(input, shown),
    {
      kind: 'keyValue',
      columns: 2,
      // Determinations of earlier versions of the program do not say how they screened.
      rows: [
        { key: words.matcher, value: input.screening?.matcher ?? words.notStated, style: 'text' },
        { key: words.threshold, value: input.screening === undefined ? words.notStated : score(input.screening.threshold), style: 'text' },
      ],
    },
    ...(answer.parties.length === 0
      ? [{ kind: 'paragraph' as const, text: words.noParties, style: 'text' as const }]
      : [{ kind: 'paragraph' as const, text: words.scores, style: 'quiet' as const }]),
    ...answer.parties.flatMap((party) => partyBlocks(party, role(party.role, shown), decisions, answer.asOf, shown)),
    ...(answer.owners ?? []).flatMap((owner) => partyBlocks(owner, words.ownership.owner, decisions, answer.asOf, shown)),
  ]
}

/** Says first what the screening cannot show: lists that are not there or not whole, and identity numbers that are none. */
function extent({ answer, file }: MemoInput, shown: Shown): MemoBlock[] {
  const { words } = shown
  const numbers = partiesAndOwners(file).flatMap(({ name, ids = [], kind }) => numberWarnings(ids, kind).map((one) => words.numberWarning(one, name)))
  const starter = answer.lists.filter(({ complete }) => !complete).map(({ id }) => id)
  const missing = [...new Set([...answer.parties, ...(answer.owners ?? [])].flatMap((party) => party.notSearched))].filter((id) => !starter.includes(id))
  const names = (ids: readonly string[]) =>
    joined(
      ids.map((id) => listName(id, shown)),
      shown,
    )
  return [
    ...(starter.length === 0
      ? []
      : [{ kind: 'note' as const, tone: 'warning' as const, title: words.incompleteTitle, text: words.incomplete(names(starter)) }]),
    ...(missing.length === 0
      ? []
      : [{ kind: 'note' as const, tone: 'warning' as const, title: words.notSearchedTitle, text: words.notSearched(names(missing)) }]),
    ...(numbers.length === 0 ? [] : [{ kind: 'note' as const, tone: 'warning' as const, title: words.numbersTitle, text: numbers.join(' ') }]),
  ]
}

function listTable({ answer }: MemoInput, shown: Shown): MemoBlock[] {
  const { words } = shown
  if (answer.lists.length === 0) return [{ kind: 'paragraph', text: words.noLists, style: 'text' }]
  return [
    {
      kind: 'table',
      caption: words.listsUsed,
      columns: [
        { title: words.list, share: 25, style: 'strong' },
        { title: words.contentDate, share: 13, style: 'text' },
        { title: words.complete, share: 16, style: 'text' },
        { title: words.records, share: 11, style: 'number' },
        { title: words.hash, share: 35, style: 'code' },
      ],
      rows: answer.lists.map((list) => [
        listName(list.id, shown),
        list.contentDate,
        list.complete ? words.completeYes : words.completeNo,
        grouped(String(list.records)),
        list.sha256,
      ]),
    },
  ]
}

function partyBlocks(party: PartyAnswer, part: string, decisions: readonly HitDecision[], asOf: string, shown: Shown): MemoBlock[] {
  const { words } = shown
  const lists = (ids: readonly string[]) =>
    joined(
      ids.map((id) => listName(id, shown)),
      shown,
    )
  const text = (key: string, value: string): Pair => ({ key, value, style: 'text' })
  return [
    { kind: 'heading', level: 3, text: party.name },
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        text(words.role, part),
        text(words.country, country(party.country, shown)),
        text(words.status, words.partyStatus[party.status]),
        text(words.listedOn, lists(party.listedOn)),
        text(words.searchResult, searchResult(party, shown)),
        text(words.nearMisses, party.nearest.length === 0 ? words.noNearest : words.nearMissesFound(party.nearest.length)),
        ...(party.notSearched.length === 0 ? [] : [text(words.notSearchedTitle, lists(party.notSearched))]),
      ],
    },
    ...party.hits.flatMap((hit, i) => hitBlocks(hit, i + 1, party, decisions, asOf, shown)),
    ...nearestBlocks(party.nearest, shown),
  ]
}

const searchResult = ({ hits, status }: PartyAnswer, { words }: Shown): string =>
  hits.length > 0 ? words.hitsFound(hits.length) : status === 'listed' ? words.statedListing : words.noHits

function hitBlocks(hit: Hit, number: number, party: PartyAnswer, decisions: readonly HitDecision[], asOf: string, shown: Shown): MemoBlock[] {
  const { words } = shown
  const ofParty: readonly Disposition[] = [...decisions.filter((one) => one.party === party.name), ...(party.decisions ?? [])]
  const made = ofParty.filter((one) => one.list === hit.list && one.entry === hit.entry)
  const counts = made.filter((one) => one.entryHash === undefined || one.entryHash === hit.entryHash).at(-1)
  const text = (key: string, value: string): Pair => ({ key, value, style: 'text' })
  return [
    { kind: 'paragraph', text: words.hitTitle(number, party.hits.length, hit.list, hit.name), style: 'strong' },
    ...(hit.by === undefined ? [] : [{ kind: 'paragraph' as const, text: words.byAddress(party.name, hit.name), style: 'text' as const }]),
    {
      kind: 'keyValue',
      columns: 1,
      rows: [
        text(words.decision, counts === undefined ? undecided(made.length > 0, shown) : decided(counts, shown)),
        ...(counts === undefined ? [] : [text(words.decisionReason, counts.reason)]),
      ],
    },
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        text(words.score, score(hit.score)),
        text(words.matched, hit.matched),
        text(words.entry, hit.entry),
        text(words.kind, words.partyKinds[hit.kind]),
        text(words.contentDate, hit.source.contentDate),
        ...listingFacts(hit.listing, asOf, shown),
      ],
    },
    {
      kind: 'keyValue',
      columns: 1,
      rows: [
        ...listingRows(hit.listing, shown),
        { key: words.snapshot, value: hit.source.snapshot, style: 'code' },
        { key: words.entryHash, value: hit.entryHash, style: 'code' },
      ],
    },
    {
      kind: 'table',
      caption: words.score,
      columns: [
        { title: words.feature, share: 18, style: 'text' },
        { title: words.queryText, share: 32, style: 'text' },
        { title: words.listedText, share: 32, style: 'text' },
        { title: words.weight, share: 9, style: 'number' },
        { title: words.fit, share: 9, style: 'number' },
      ],
      rows: hit.why.map((one) => [words.features[one.feature] ?? one.feature, one.query, one.candidate, score(one.weight), score(one.score)]),
    },
  ]
}

const undecided = (earlier: boolean, { words }: Shown): string => (earlier ? `${words.undecided}. ${words.decisionOld}` : words.undecided)

const decided = ({ decision, by, at }: Disposition, { words }: Shown): string =>
  words.decisionOf(words.decisions[decision], by, at === undefined ? '' : momentInWords(at, words))

/** Whether a listing has dates of its own that can put it out of force. */
const hasState = ({ startDate, endDate, suspensions }: ListingView): boolean => startDate !== '' || endDate !== undefined || suspensions !== undefined

/** The short fields of a listing that have content, for comparing them with the party. */
function listingFacts(listing: ListingView, asOf: string, shown: Shown): Pair[] {
  const { words } = shown
  const labels = words.listing
  return [
    ...one(labels.startDate, listing.startDate),
    ...one(labels.endDate, listing.endDate ?? ''),
    ...(hasState(listing) ? one(labels.state, labels.states[listingState(listing, asOf).state]) : []),
    ...one(labels.citation, listing.citation),
    ...many(
      labels.countries,
      listing.countries.map((code) => country(code, shown)),
      shown,
    ),
    ...many(labels.programmes, listing.programmes, shown),
    ...many(labels.footnotes, listing.footnotes.map(String), shown),
    ...many(labels.dates, listing.dates, shown),
  ]
}

/** The longer fields of a listing that have content. */
function listingRows(listing: ListingView, shown: Shown): Pair[] {
  const { words } = shown
  const labels = words.listing
  return [
    ...many(labels.names, listing.names, shown),
    ...many(labels.weakNames, listing.weakNames, shown),
    ...many(labels.addedNames, listing.addedNames ?? [], shown),
    ...many(labels.addresses, listing.addresses, shown),
    ...many(labels.ids, listing.ids, shown),
    ...one(labels.licenceRequirement, listing.licenceRequirement),
    ...one(labels.licencePolicy, listing.licencePolicy),
    ...many(
      labels.suspensions,
      (listing.suspensions ?? []).map(({ from, until, citation }) => labels.suspension(from, until, citation)),
      shown,
    ),
    ...many(
      labels.relations,
      (listing.relations ?? []).map(({ says, name, entry }) => words.factLine(says, entry === '' ? name : labels.related(name, entry))),
      shown,
    ),
    ...one(labels.remarks, listing.remarks),
    ...one(labels.url, listing.url),
    ...many(
      labels.fields,
      Object.entries(listing.fields ?? {}).map(([name, value]) => words.factLine(name, value)),
      shown,
    ),
  ]
}

const one = (key: string, value: string): Pair[] => (value === '' ? [] : [{ key, value, style: 'text' }])

const many = (key: string, values: readonly string[], { words }: Shown): Pair[] => one(key, values.join(words.semicolon))

function nearestBlocks(nearest: readonly Hit[], { words }: Shown): MemoBlock[] {
  if (nearest.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.nearest,
      columns: [
        { title: words.nearest, share: 38, style: 'text' },
        { title: words.matched, share: 32, style: 'text' },
        { title: words.list, share: 10, style: 'text' },
        { title: words.entry, share: 11, style: 'text' },
        { title: words.score, share: 9, style: 'number' },
      ],
      rows: nearest.map((hit) => [hit.name, hit.matched, hit.list, hit.entry, score(hit.score)]),
    },
  ]
}
