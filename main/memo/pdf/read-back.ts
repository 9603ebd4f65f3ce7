/** Reads a memo's PDF back for its tests, as another program would: text, places, structure. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text on a page; distances in points from the lower left corner. */
export type Placed = { text: string; x: number; y: number; width: number; size: number; artifact: boolean }
export type StructureNode = { role: string; alt?: string; lang?: string; children: StructureNode[] }
export type ReadPage = { items: Placed[]; structure: StructureNode; text: string }
export type ReadPdf = { pages: ReadPage[]; info: Record<string, unknown>; marked: boolean; outline: string[]; lang: string | null }

type Marker = { type: string; tag?: string }
type Node = { role?: string; alt?: string; lang?: string; children?: Node[] }

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const found: Placed[] = []
    const open: string[] = []
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim() === '') continue
        const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
        found.push({ text: item.str, x, y, width: item.width, size, artifact: open.includes('Artifact') })
      } else {
        const { type, tag = '' } = item as Marker
        if (type === 'endMarkedContent') open.pop()
        else open.push(tag)
      }
    }
    const structure = node((await page.getStructTree()) as Node)
    pages.push({ items: found, structure, text: found.map(({ text }) => text).join(' ') })
  }
  const { info } = await pdf.getMetadata()
  const read: ReadPdf = {
    pages,
    info: info as Record<string, unknown>,
    marked: ((await pdf.getMarkInfo()) as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    outline: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    lang: (info as { Language?: string }).Language ?? null,
  }
  await task.destroy()
  return read
}

function node({ role = '', alt, lang, children = [] }: Node): StructureNode {
  return {
    role,
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { lang }),
    children: children.filter((child) => child.role !== undefined).map(node),
  }
}

/** The roles of a structure, each once. */
export function rolesOf({ role, children }: StructureNode): Set<string> {
  return new Set([role, ...children.flatMap((child) => [...rolesOf(child)])])
}
