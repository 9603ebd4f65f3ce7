/**
 * OFAC's Advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML): the Advanced Sanctions Data Model, schema "Sanctions" of
 * http://www.un.org/sanctions/1.0, which the Sanctions List Service publishes under a namespace of its own (ADVANCED_XML.xsd).
 * Its parts stand apart and are tied by numbers: code tables, places and identity documents come first, then the parties, then
 * how these are related and why and since when they are listed. Numbers that only tie parts to one another are not kept.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { ListFile } from '../list-file.ts'
import { childElements, elementIn, elementsIn, innermostTexts, textIn, textOf, type XmlElement, xmlRecords, xmlRoot } from '../xml-records.ts'
import type { ImportContext } from './format.ts'
import {
  addAlias,
  addCountry,
  addFeature,
  addField,
  addressText,
  documentText,
  entriesByName,
  isoDay,
  kindOf,
  newParty,
  type OfacParty,
  ofacDay,
  partyKeeper,
} from './ofac.ts'
import { singleFile } from './single-file.ts'

const SHAPE = {
  root: 'Sanctions',
  records: new Set([
    'DateOfIssue',
    'ReferenceValueSets',
    'Location',
    'IDRegDocument',
    'DistinctParty',
    'ProfileRelationship',
    'SanctionsEntry',
    'SanctionsEntryLink',
  ]),
}

/** OFAC's Advanced XML files. */
export const ofacAdvancedXml = singleFile({
  id: 'ofac-advanced-xml',
  title: 'OFAC Advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML)',
  accepts: (file) => xmlRoot(file) === SHAPE.root,
  source: 'OFAC Advanced XML (Department of the Treasury)',
  entries: advancedEntries,
})

type Place = { text: string; countries: { name: string; iso: string }[] }
type Tables = {
  /** Value of a code table by the name of its elements and its number. */
  value: (table: string, id: string | undefined) => string
  attribute: (table: string, id: string | undefined, name: string) => string
  places: Map<string, Place>
  /** Texts of identity documents by the identity that they belong to. */
  documents: Map<string, string[]>
}

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* advancedEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const codes = new Map<string, XmlElement>()
  const code = (table: string, id: string | undefined): XmlElement | undefined => codes.get(`${table} ${id ?? ''}`)
  const tables: Tables = {
    value: (table, id) => textOf(code(table, id)),
    attribute: (table, id, name) => code(table, id)?.attributes[name] ?? '',
    places: new Map(),
    documents: new Map(),
  }
  const { parties, keep } = partyKeeper(file, context)
  const byProfile = new Map<string, OfacParty>()
  let links = 0
  for await (const batch of xmlRecords(file, SHAPE, context.reading(file))) {
    for (const { element, within } of batch) {
      if (within[0]?.attributes.DeltaBaseVersion !== undefined)
        throw new InputError(
          'bad-input',
          `${file.name}, line ${within[0].line}: the file says what changed since version ${within[0].attributes.DeltaBaseVersion} and is not a whole list. Nothing was imported. Download SDN_ADVANCED.XML or CONS_ADVANCED.XML.`,
        )
      const { attributes } = element
      switch (element.name) {
        case 'DateOfIssue': {
          const day = isoDay(Number(textIn(element, 'Year')), Number(textIn(element, 'Month')), Number(textIn(element, 'Day')))
          if (day !== '') context.dated(day)
          break
        }
        case 'ReferenceValueSets':
          for (const set of childElements(element)) for (const value of childElements(set)) codes.set(`${value.name} ${value.attributes.ID ?? ''}`, value)
          break
        case 'Location':
          tables.places.set(attributes.ID ?? '', placeIn(element, tables))
          break
        case 'IDRegDocument': {
          const identity = attributes.IdentityID ?? ''
          tables.documents.set(identity, [...(tables.documents.get(identity) ?? []), documentIn(element, tables)])
          break
        }
        case 'DistinctParty':
          for (const profile of elementsIn(element, 'Profile')) {
            const party = partyIn(profile, tables, context)
            party.remarks = textIn(element, 'Comment')
            keep(party, profile.line)
            byProfile.set(party.entry, party)
          }
          break
        case 'ProfileRelationship':
          addRelation(element, byProfile, tables)
          break
        case 'SanctionsEntry': {
          const party = byProfile.get(attributes.ProfileID ?? '')
          if (party === undefined)
            throw new InputError(
              'bad-input',
              `${file.name}, line ${element.line}: the listing of party ${attributes.ProfileID ?? ''} stands in the file and the party does not. It is not whole. Nothing was imported.`,
            )
          addListing(party, element, tables)
          break
        }
        default:
          links += 1
      }
    }
  }
  if (links > 0) context.warn(`${file.name}: ${links} links between listings were not taken: OFAC has not said what they mean.`)
  const listed = parties.filter((party) => party.listed.length > 0)
  if (listed.length < parties.length)
    context.warn(`${file.name}: ${parties.length - listed.length} parties are in the file without being listed, and were left out.`)
  if (listed.length > 0) yield entriesByName(listed, file, context, '')
}

function partyIn(profile: XmlElement, tables: Tables, context: ImportContext): OfacParty {
  const party = newParty(profile.attributes.ID ?? '')
  const subType = profile.attributes.PartySubTypeID
  const kind = kindOf(tables.value('PartySubType', subType))
  party.kind = kind === 'entity' ? kindOf(tables.value('PartyType', tables.attribute('PartySubType', subType, 'PartyTypeID'))) : kind
  for (const part of childElements(profile)) {
    if (part.name === 'Identity') addIdentity(party, part, tables)
    else if (part.name === 'Feature') addFeatureOf(party, part, tables, context)
    else addField(party, part.name, innermostTexts(part).join(', '))
  }
  return party
}

/** An identity has names, each in one or more scripts, and the documents that were read before. */
function addIdentity(party: OfacParty, identity: XmlElement, tables: Tables): void {
  const kinds = new Map<string, string>()
  for (const master of elementsIn(elementIn(identity, 'NamePartGroups'), 'MasterNamePartGroup'))
    for (const group of elementsIn(master, 'NamePartGroup')) kinds.set(group.attributes.ID ?? '', tables.value('NamePartType', group.attributes.NamePartTypeID))
  const isMain = identity.attributes.Primary !== 'false'
  for (const alias of elementsIn(identity, 'Alias')) {
    const names = elementsIn(alias, 'DocumentedName').map((documented) => nameIn(documented, kinds, tables))
    // The main name is the one in Latin letters where there is one: it is what the other formats call the party.
    const main = isMain && alias.attributes.Primary === 'true' && party.name === '' ? (names.find(({ latin }) => latin) ?? names[0]) : undefined
    if (main !== undefined) party.name = main.text
    for (const name of names)
      if (name !== main) addAlias(party, name.text, tables.value('AliasType', alias.attributes.AliasTypeID), alias.attributes.LowQuality === 'true')
  }
  addField(party, 'Identity comment', textIn(identity, 'Comment'))
  for (const text of tables.documents.get(identity.attributes.ID ?? '') ?? []) party.ids.add(text)
}

/** Parts of a name that OFAC writes before the comma. */
const BEFORE_COMMA = new Set(['Last Name', 'Maiden Name', 'Matronymic'])
/** Parts of a name that OFAC writes in capital letters. */
const IN_CAPITALS = new Set(['Last Name', 'Entity Name', 'Vessel Name', 'Aircraft Name'])

/** A name as the other formats write it: "LAST, First Middle". */
function nameIn(documented: XmlElement, kinds: Map<string, string>, tables: Tables): { text: string; latin: boolean } {
  const before: string[] = []
  const after: string[] = []
  let latin = true
  for (const part of elementsIn(documented, 'DocumentedNamePart')) {
    for (const value of elementsIn(part, 'NamePartValue')) {
      const kind = kinds.get(value.attributes.NamePartGroupID ?? '') ?? ''
      const text = IN_CAPITALS.has(kind) ? textOf(value).toUpperCase() : textOf(value)
      const script = tables.value('Script', value.attributes.ScriptID)
      if (script !== '' && script !== 'Latin') latin = false
      if (text !== '') (BEFORE_COMMA.has(kind) ? before : after).push(text)
    }
  }
  return { text: [before.join(' '), after.join(' ')].filter((side) => side !== '').join(', '), latin }
}

function addFeatureOf(party: OfacParty, feature: XmlElement, tables: Tables, context: ImportContext): void {
  const type = tables.value('FeatureType', feature.attributes.FeatureTypeID) || `feature ${feature.attributes.FeatureTypeID ?? ''}`
  for (const version of elementsIn(feature, 'FeatureVersion')) {
    const places = elementsIn(version, 'VersionLocation').map(({ attributes }) => tables.places.get(attributes.LocationID ?? ''))
    const values = [
      ...elementsIn(version, 'DatePeriod').map(periodText),
      ...elementsIn(version, 'VersionDetail').map((detail) => textOf(detail) || tables.value('DetailReference', detail.attributes.DetailReferenceID)),
    ].filter((value) => value !== '')
    const note = [doubtful(tables.value('Reliability', version.attributes.ReliabilityID)), textIn(version, 'Comment')].filter((part) => part !== '').join(', ')
    for (const place of places) {
      if (place === undefined) continue
      if (type === 'Location') {
        party.addresses.add(place.text)
        addField(party, 'Location comment', note === '' ? '' : `${place.text}: ${note}`)
        for (const { name, iso } of place.countries) addCountry(party, name, context, iso)
      } else values.push(place.text)
    }
    if (type === 'Location' && values.length === 0) continue
    // A feature that was read as a country is one by the file's own code too.
    for (const value of values) addFeature(party, type, value, context, note)
    if (/nationality|citizenship|flag/i.test(type))
      for (const place of places) for (const { name, iso } of place?.countries ?? []) addCountry(party, name, context, iso)
  }
}

const doubtful = (reliability: string): string => (reliability === 'Confirmed' || reliability === 'Unknown' ? '' : reliability)

function placeIn(location: XmlElement, tables: Tables): Place {
  const countries = elementsIn(location, 'LocationCountry').map(({ attributes }) => countryOf(attributes.CountryID, tables))
  const address = { lines: [] as string[], city: '', state: '', postalCode: '', country: '' }
  const regions: string[] = []
  for (const area of elementsIn(location, 'LocationAreaCode')) {
    const id = area.attributes.AreaCodeID
    const region = tables.attribute('AreaCode', id, 'Description') || tables.value('AreaCode', id)
    if (region !== '') regions.push(region)
    const country = countryOf(tables.attribute('AreaCode', id, 'CountryID'), tables)
    if (country.name !== '' && !countries.some(({ name }) => name === country.name)) countries.push(country)
  }
  for (const part of elementsIn(location, 'LocationPart')) {
    const values = elementsIn(part, 'LocationPartValue')
    const main = values.find(({ attributes }) => attributes.Primary === 'true') ?? values[0]
    const others = values.filter((value) => value !== main).map((value) => textIn(value, 'Value'))
    const text = [textIn(main, 'Value'), ...others.filter((other) => other !== '').map((other) => `(${other})`)].join(' ').trim()
    const type = tables.value('LocPartType', part.attributes.LocPartTypeID)
    if (text === '') continue
    if (type === 'CITY') address.city = text
    else if (type === 'STATE/PROVINCE') address.state = text
    else if (type === 'POSTAL CODE') address.postalCode = text
    else if (type === 'REGION') regions.push(`Region: ${text}`)
    else address.lines.push(text)
  }
  for (const region of regions) if (!countries.some(({ name }) => name === region)) countries.push({ name: region, iso: '' })
  address.country = [...regions, ...countries.map(({ name }) => name).filter((name) => !regions.includes(name))].filter((name) => name !== '').join(', ')
  const comment = textIn(location, 'Comment')
  return { text: [addressText(address), comment && `(${comment})`].filter((part) => part !== '').join(' '), countries }
}

const countryOf = (id: string | undefined, tables: Tables): { name: string; iso: string } => ({
  name: tables.value('Country', id),
  iso: tables.attribute('Country', id, 'ISO2'),
})

function documentIn(document: XmlElement, tables: Tables): string {
  const { attributes } = document
  const validity = tables.value('Validity', attributes.ValidityID)
  const dates = elementsIn(document, 'DocumentDate').map((date) => ({
    type: tables.value('IDRegDocDateType', date.attributes.IDRegDocDateTypeID),
    text: elementsIn(date, 'DatePeriod').map(periodText).join(', '),
  }))
  const dateOf = (kind: RegExp): string => dates.find(({ type }) => kind.test(type))?.text ?? ''
  const place = tables.places.get(attributes['IssuedIn-LocationID'] ?? '')?.text ?? ''
  return documentText({
    type: tables.value('IDRegDocType', attributes.IDRegDocTypeID),
    number: textIn(document, 'IDRegistrationNo'),
    country: tables.value('Country', attributes['IssuedBy-CountryID']),
    issued: dateOf(/^issue/i),
    expires: dateOf(/^expir/i),
    notes: [
      place === '' ? '' : `issued in ${place}`,
      textIn(document, 'IssuingAuthority'),
      validity === 'Valid' ? '' : validity,
      ...dates.filter(({ type }) => !/^(issue|expir)/i.test(type)).map(({ type, text }) => `${type} ${text}`),
      textIn(document, 'Comment'),
    ],
  })
}

function addRelation(element: XmlElement, byProfile: Map<string, OfacParty>, tables: Tables): void {
  const { attributes } = element
  const party = byProfile.get(attributes['From-ProfileID'] ?? '')
  if (party === undefined) return
  const other = attributes['To-ProfileID'] ?? ''
  const type = tables.value('RelationType', attributes.RelationTypeID)
  party.relations.push({ says: attributes.Former === 'true' ? `${type} (former)` : type, entry: other, name: byProfile.get(other)?.name ?? '' })
  const more = [
    tables.value('RelationQuality', attributes.RelationQualityID),
    ...elementsIn(element, 'DatePeriod').map(periodText),
    textIn(element, 'Comment'),
  ].filter((text) => text !== '' && text !== 'Unknown')
  if (more.length > 0) addField(party, `relationship ${type}`, `${byProfile.get(other)?.name ?? other}: ${more.join(', ')}`)
}

/** What lists a party: the list, since when, on what legal basis, under which programmes and with which measures. */
function addListing(party: OfacParty, entry: XmlElement, tables: Tables): void {
  const days: string[] = []
  for (const part of childElements(entry)) {
    if (part.name === 'EntryEvent') {
      const date = elementIn(part, 'Date')
      const day = isoDay(Number(textIn(date, 'Year')), Number(textIn(date, 'Month')), Number(textIn(date, 'Day')))
      if (day !== '') days.push(day)
      const event = tables.value('EntryEventType', part.attributes.EntryEventTypeID)
      addField(party, 'EntryEvent', [event, dateText(date), textIn(part, 'Comment')].filter((text) => text !== '').join(' '))
      const basis = part.attributes.LegalBasisID
      const legal = tables.attribute('LegalBasis', basis, 'LegalBasisShortRef') || tables.value('LegalBasis', basis)
      if (legal !== 'Unknown') addField(party, 'legalAuthorities', legal)
    } else if (part.name === 'SanctionsMeasure') {
      const type = tables.value('SanctionsType', part.attributes.SanctionsTypeID)
      const comment = textIn(part, 'Comment')
      const period = elementsIn(part, 'DatePeriod').map(periodText).join(', ')
      // Programmes are measures of a type of their own, whose tag stands in the comment.
      if (type === 'Program' && comment !== '') party.programmes.add(comment)
      else addField(party, 'sanctionsTypes', [type, comment && `(${comment})`, period].filter((text) => text !== '').join(' '))
    } else addField(party, part.name, innermostTexts(part).join(', '))
  }
  party.listed.push({ name: tables.value('List', entry.attributes.ListID), since: days.sort()[0] ?? '' })
}

type Day = { year: string; month: string; day: string }
const dayIn = (element: XmlElement | undefined): Day => ({ year: textIn(element, 'Year'), month: textIn(element, 'Month'), day: textIn(element, 'Day') })
const dateText = (element: XmlElement | undefined): string => {
  const { year, month, day } = dayIn(element)
  return ofacDay(year, month, day)
}

/** A time as OFAC writes it: a day, a month or a year where it is just that, else from its first to its last day. */
function periodText(period: XmlElement): string {
  const start = elementIn(period, 'Start')
  const end = elementIn(period, 'End')
  const first = dayIn(elementIn(start, 'From'))
  const last = dayIn(elementIn(end, 'To') ?? elementIn(end, 'From') ?? elementIn(start, 'To') ?? elementIn(start, 'From'))
  if (first.year === '') return innermostTexts(period).join(' ')
  const circa = start?.attributes.Approximate === 'true' || end?.attributes.Approximate === 'true' ? 'circa ' : ''
  const wholeMonths = Number(first.day) === 1 && isLastDay(last)
  const wholeYears = wholeMonths && Number(first.month) === 1 && Number(last.month) === 12
  const said = ({ year, month, day }: Day): string => ofacDay(year, wholeYears ? '' : month, wholeMonths ? '' : day)
  const [from, until] = [said(first), said(last)]
  return `${circa}${from}${until === from || until === '' ? '' : ` to ${until}`}`
}

const isLastDay = ({ year, month, day }: Day): boolean =>
  isoDay(Number(year), Number(month), Number(day)) !== '' && isoDay(Number(year), Number(month), Number(day) + 1) === ''
