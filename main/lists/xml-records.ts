/**
 * Records of an XML file as they come, each a small tree, with errors that name file and line. Nothing of the file is kept
 * but the record being read. A document type is refused, and with it every entity that a file could declare; so is what is
 * deeper or larger than any official record.
 */
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { InputError } from '#shared/text/errors.ts'
import { type ListFile, type ReadOptions, readText } from './list-file.ts'

/** An element by its local name: publishers change their namespaces without notice. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  /** Texts and elements in order; blanks between elements are left out where there is nothing else. */
  content: (string | XmlElement)[]
  /** Line of the opening tag. */
  line: number
}

/** A record and the elements that it stands in, the outermost first, with their names and attributes only. */
export type XmlRecord = { element: XmlElement; within: Omit<XmlElement, 'content'>[] }

export type XmlShape = {
  /** Local name of the root element, for the message when it is another. */
  root: string
  /** Local names of the elements that are records. A record inside a record belongs to the outer one. */
  records: ReadonlySet<string>
}

const DEEPEST = 60
const MOST_CHARACTERS_IN_RECORD = 8 * 1024 * 1024
const MOST_ELEMENTS_IN_RECORD = 200_000
/** Bytes in which one text or one tag ends in every official file, by far. */
const LONGEST_WITHOUT_EVENT = 4 * 1024 * 1024

/**
 * The records of `file` in batches of what one piece of the file holds. Throws InputError `bad-input` with file and line, or
 * `cancelled`.
 */
export async function* xmlRecords(file: ListFile, shape: XmlShape, options: ReadOptions = {}): AsyncGenerator<XmlRecord[]> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let batch: XmlRecord[] = []
  /** Depth of the record being read in `open`; -1 outside of records. */
  let recordAt = -1
  let characters = 0
  let elements = 0
  let silent = 0
  let closed = false
  const refuse = (what: string): never => {
    throw new InputError('bad-input', `${file.name}, line ${parser.line}: ${what} Nothing was imported.`)
  }
  parser.on('doctype', () => refuse('the file declares a document type, which no official list file does and which can hide harmful entities.'))
  parser.on('error', (error) => refuse(`the XML is not well-formed (${error.message.replace(/^\d+:\d+: /, '')}). The file is cut off or damaged here.`))
  parser.on('opentag', ({ local, attributes }) => {
    silent = 0
    if (open.length === 0 && local !== shape.root) refuse(`the root element is ${local}, expected ${shape.root}.`)
    if (open.length >= DEEPEST) refuse(`elements stand more than ${DEEPEST} deep in one another.`)
    const element: XmlElement = { name: local, attributes: plainAttributes(attributes), content: [], line: parser.line }
    if (recordAt < 0 && shape.records.has(local)) {
      recordAt = open.length
      characters = 0
      elements = 0
    }
    if (recordAt >= 0) {
      elements += 1
      if (elements > MOST_ELEMENTS_IN_RECORD) refuse(`a record has more than ${MOST_ELEMENTS_IN_RECORD} elements.`)
      if (open.length > recordAt) open[open.length - 1]?.content.push(element)
    }
    open.push(element)
  })
  const take = (text: string): void => {
    silent = 0
    if (recordAt < 0) return
    characters += text.length
    if (characters > MOST_CHARACTERS_IN_RECORD) refuse('a record is larger than any of the official file.')
    open[open.length - 1]?.content.push(text)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    silent = 0
    const element = open.pop() as XmlElement
    if (open.length === 0) closed = true
    if (recordAt < 0) return
    if (element.content.some((part) => typeof part !== 'string') && element.content.every((part) => typeof part !== 'string' || part.trim() === ''))
      element.content = element.content.filter((part) => typeof part !== 'string')
    if (open.length === recordAt) {
      recordAt = -1
      batch.push({ element, within: open.map(({ name, attributes, line }) => ({ name, attributes, line })) })
    }
  })
  const decoder = new TextDecoder()
  for await (const piece of readText(file, options)) {
    silent += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (silent > LONGEST_WITHOUT_EVENT) refuse('a text or a tag is longer than any of the official file.')
    if (batch.length > 0) {
      yield batch
      batch = []
    }
  }
  if (!closed) refuse('the file ends before its last element is closed. It is cut off. Download it again.')
  parser.close()
  if (batch.length > 0) yield batch
}

function plainAttributes(attributes: Record<string, SaxesAttributeNS>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null)
  for (const { local, value } of Object.values(attributes)) plain[local] = value
  return plain
}

/** The elements in an element that have this local name, in order. */
export const elementsIn = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.content ?? []).filter((part): part is XmlElement => typeof part !== 'string' && part.name === name)

/** The first element in an element that has this local name. */
export const elementIn = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.content.find((part): part is XmlElement => typeof part !== 'string' && part.name === name)

/** The elements in an element, of any name, in order. */
export const childElements = (element: XmlElement | undefined): XmlElement[] =>
  (element?.content ?? []).filter((part): part is XmlElement => typeof part !== 'string')

/** The texts in an element that have no element in them, in order: what an element says that nobody expected. */
export const innermostTexts = (element: XmlElement): string[] => {
  const within = childElements(element)
  return within.length === 0 ? [textOf(element)].filter((text) => text !== '') : within.flatMap(innermostTexts)
}

/** All text of an element and of what stands in it, blanks made single. */
export const textOf = (element: XmlElement | undefined): string => rawText(element).replace(/\s+/g, ' ').trim()

const rawText = (element: XmlElement | undefined): string => (element?.content ?? []).map((part) => (typeof part === 'string' ? part : rawText(part))).join('')

/** The text of the first element of this name in an element, or an empty text. */
export const textIn = (element: XmlElement | undefined, name: string): string => textOf(elementIn(element, name))

/** Local name of the root element that the head of a file shows, or an empty text when it is no XML. */
export function xmlRoot(file: ListFile): string {
  const text = file.head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(text)?.[1] ?? ''
}
