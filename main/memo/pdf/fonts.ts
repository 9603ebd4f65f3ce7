/**
 * The faces of the memo: Noto Sans SC for nearly everything, Inter for letters that it lacks (Turkish, Polish, Czech,
 * Ukrainian, Greek, Vietnamese) and for signs that it draws as wide as a Chinese character. Each file is read once in a process. Every face is embedded as a subset.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { type Font, openFont } from './open-font.ts'

export type Weight = 'regular' | 'bold'
/** One font file: the name under which pdfkit knows it, its bytes, and the shapes it holds. */
export type Face = { readonly name: string; readonly bytes: Buffer; readonly font: Font }
/** The faces of a weight, in the order in which they are asked for a character. */
export type Faces = Record<Weight, Face[]>

const NOTO = '@expo-google-fonts/noto-sans-sc'
const INTER = '@fontsource/inter/files'
const INTER_SETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese']

const FILES: Record<Weight, string[]> = {
  regular: [`${NOTO}/400Regular/NotoSansSC_400Regular.ttf`, ...INTER_SETS.map((set) => `${INTER}/inter-${set}-400-normal.woff`)],
  bold: [`${NOTO}/700Bold/NotoSansSC_700Bold.ttf`, ...INTER_SETS.map((set) => `${INTER}/inter-${set}-700-normal.woff`)],
}

/** The font files that a packaged program brings in its fonts folder, as places inside npm packages. */
export const FONT_FILES: readonly string[] = [...FILES.regular, ...FILES.bold]

/** A face whose font is opened when a character first asks for it: most memos need one or two. */
function lazyFace(name: string, bytes: Buffer): Face {
  let font: Font | undefined
  return {
    name,
    bytes,
    get font() {
      font ??= openFont(bytes)
      return font
    },
  }
}

const opened = new Map<string, Face>()

/**
 * The faces, from `folder` (all files side by side) or from the npm packages. Throws Error when a file is missing: a memo
 * without its fonts would have other bytes and unreadable names.
 */
export function loadFaces(folder?: string): Faces {
  const face = (file: string): Face => {
    const path = folder === undefined ? createRequire(import.meta.url).resolve(file) : join(folder, basename(file))
    const known = opened.get(path)
    if (known !== undefined) return known
    if (!existsSync(path)) throw new Error(`the font ${basename(file)} is not at ${path}`)
    const bytes = readFileSync(path)
    const made = lazyFace(basename(file), bytes)
    opened.set(path, made)
    return made
  }
  return { regular: FILES.regular.map(face), bold: FILES.bold.map(face) }
}
