import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { longInput, plainInput, richInput, textsOf } from '#main/memo/fixtures.ts'
import type { MemoDocument } from '#main/memo/model/memo-document.ts'
import type { MemoInput } from '#main/memo/model/memo-input.ts'
import { buildMemo } from '#main/memo/model/memo-model.ts'
import { VERDICTS } from '#shared/domain/verdict.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { FONT_FILES, loadFaces } from './fonts.ts'
import { type Placed, type ReadPdf, readPdf, rolesOf } from './read-back.ts'
import { renderMemoPdf } from './render-pdf.ts'

const A4 = { width: 595.28, height: 841.89 }
const SIDE = 48

const render = (input: MemoInput, lang: Lang) => renderMemoPdf(buildMemo(input, lang))
const read = async (input: MemoInput, lang: Lang): Promise<ReadPdf> => readPdf(await render(input, lang))

const FIXTURES = { rich: richInput, plain: plainInput, long: longInput }
const done = new Map<string, Promise<ReadPdf>>()
/** A fixture's memo as it is read back, made once for all tests. */
function readFixture(name: keyof typeof FIXTURES, lang: Lang): Promise<ReadPdf> {
  const found = done.get(`${name} ${lang}`) ?? read(FIXTURES[name](lang), lang)
  done.set(`${name} ${lang}`, found)
  return found
}
const bodyItems = (pdf: ReadPdf): Placed[] => pdf.pages.flatMap(({ items }) => items.filter(({ artifact }) => !artifact))
/** The text of all pages as it is read out, without any space: lines may end anywhere. */
const solid = (text: string) => text.normalize('NFC').replace(/\s/g, '')
const bodyText = (pdf: ReadPdf) =>
  solid(
    bodyItems(pdf)
      .map(({ text }) => text)
      .join(''),
  )
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** How often each character occurs in what the memo says, with the labels that lists get. */
function characters(memo: MemoDocument): Map<string, number> {
  const labels = memo.blocks.flatMap((block) => (block.kind === 'list' ? block.entries.map((_, i) => (block.ordered ? `${i + 1}.` : '–')) : []))
  return counted(solid([...memo.blocks.flatMap(textsOf), ...labels].join('')))
}
function counted(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const character of text) found.set(character, (found.get(character) ?? 0) + 1)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

describe.each(['en', 'zh'] as const)('a memo in %s', (lang) => {
  const input = richInput(lang)

  it('says the verdict before anything of the case', async () => {
    const first = (await readFixture('rich', lang)).pages[0]?.text ?? ''
    expect(first).toContain(input.answer.says)
    expect(solid(first).indexOf(solid(input.answer.says))).toBeLessThan(solid(first).indexOf(solid(lang === 'en' ? '2  Transaction' : '2  交易')))
  })

  it('prints every character of the document exactly as often as the document has it', async () => {
    expect(counted(bodyText(await readFixture('rich', lang)))).toEqual(characters(buildMemo(input, lang)))
  })

  it('prints each hash in one piece as it is read', async () => {
    const text = bodyText(await readFixture('rich', lang))
    const { answer } = input
    const hashes = [
      answer.factsHash,
      answer.proofHash,
      input.answerHash,
      input.auditHead?.hash ?? 'no head',
      ...answer.packs.map((one) => one.sha256),
      ...answer.lists.map((one) => one.sha256),
    ]
    expect(hashes.filter((hash) => !text.includes(hash))).toEqual([])
  })

  it('has page x of y, the memo number and the case on each page', async () => {
    const { pages } = await readFixture('rich', lang)
    expect(pages.length).toBeGreaterThan(3)
    for (const [i, page] of pages.entries()) {
      const running = page.items
        .filter(({ artifact }) => artifact)
        .map(({ text }) => text)
        .join(' ')
      expect(solid(running)).toContain(solid(lang === 'en' ? `Page ${i + 1} of ${pages.length}` : `第${i + 1}页，共${pages.length}页`))
      expect(running).toContain('D-7F3A-0192')
      expect(running).toContain('PO-2026-0457')
    }
  })

  it('is tagged, names its language and title, and has an outline of its sections', async () => {
    const pdf = await readFixture('rich', lang)
    expect(pdf.marked).toBe(true)
    const roles = new Set(pdf.pages.flatMap(({ structure }) => [...rolesOf(structure)]))
    expect(
      ['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'L', 'LI', 'Lbl', 'LBody', 'Figure'].filter(
        (role) => !roles.has(role),
      ),
    ).toEqual([])
    expect(pdf.lang).toBe(lang === 'en' ? 'en-GB' : 'zh-Hans')
    expect(pdf.info.Title).toContain('D-7F3A-0192')
    expect(pdf.outline.length).toBe(20)
  })

  it('has only embedded fonts', async () => {
    const text = Buffer.from(await render(input, lang)).toString('latin1')
    const fonts = text.match(/\/Subtype \/Type0/g)?.length ?? 0
    expect(fonts).toBeGreaterThan(1)
    expect(text.match(/\/FontFile2 /g)?.length).toBe(fonts)
    expect(text).not.toMatch(/\/Subtype \/Type1|Helvetica/)
  })

  it('keeps all text inside the page and no text over another', async () => {
    expect(misplaced(await readFixture('rich', lang))).toEqual([])
  })
})

/** Text outside the margins, or drawn over other text of the same line. */
function misplaced({ pages }: ReadPdf): string[] {
  return pages.flatMap(({ items }, number) => {
    const wrong: string[] = []
    for (const { text, x, y, width } of items) {
      if (x < SIDE - 1 || x + width > A4.width - SIDE + 1 || y < 20 || y > A4.height - 20) wrong.push(`page ${number + 1}: ${text} lies outside`)
    }
    const inOrder = [...items].sort((a, b) => Math.round(b.y) - Math.round(a.y) || a.x - b.x)
    for (const [i, item] of inOrder.entries()) {
      const next = inOrder[i + 1]
      if (next !== undefined && Math.abs(next.y - item.y) < 2 && item.x + item.width > next.x + 1.2)
        wrong.push(`page ${number + 1}: ${item.text} runs into ${next.text}`)
    }
    return wrong
  })
}

describe('the answer box', () => {
  it('names the verdict of each symbol for readers that do not see it', async () => {
    const input = plainInput('en')
    const item = input.answer.items[0]
    if (item === undefined) throw new Error('the plain fixture has no item')
    const items = VERDICTS.map((outcome, i) => ({ ...item, id: String(i), outcome }))
    const pdf = await read({ ...input, answer: { ...input.answer, items } }, 'en')
    const alts = (node: ReadPdf['pages'][number]['structure']): string[] => [...(node.alt === undefined ? [] : [node.alt]), ...node.children.flatMap(alts)]
    expect(pdf.pages.flatMap(({ structure }) => alts(structure))).toEqual(expect.arrayContaining(VERDICTS.map((verdict) => verdictWords(verdict, 'en'))))
  })
})

describe('the same bytes', () => {
  it('come from the same memo twice in one process', async () => {
    const [first, second] = [await render(richInput('en'), 'en'), await render(richInput('en'), 'en')]
    expect(sha256(second)).toBe(sha256(first))
  })

  it('come in whatever order memos are made in a process', async () => {
    const first = await render(plainInput('en'), 'en')
    await render(richInput('zh'), 'zh')
    expect(sha256(await render(plainInput('en'), 'en'))).toBe(sha256(first))
  })

  it('come from another process in another time zone and language', async () => {
    const here = sha256(await render(richInput('zh'), 'zh'))
    const file = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href)
    const script = `
      const { richInput } = await import(${file('../fixtures.ts')})
      const { buildMemo } = await import(${file('../model/memo-model.ts')})
      const { renderMemoPdf } = await import(${file('./render-pdf.ts')})
      const { createHash } = await import('node:crypto')
      process.stdout.write(createHash('sha256').update(await renderMemoPdf(buildMemo(richInput('zh'), 'zh'))).digest('hex'))`
    const there = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'tr_TR.UTF-8', NODE_OPTIONS: '' },
    })
    expect(there).toBe(here)
  })

  it('carry the time of the determination and no other', async () => {
    const { info } = await readFixture('rich', 'en')
    expect(info.CreationDate).toBe('D:20260901093000Z')
    expect(info.ModDate).toBe('D:20260901093000Z')
  })

  it('come from fonts in a folder as from the packages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'licet-fonts-'))
    try {
      const { resolve } = createRequire(import.meta.url)
      for (const file of FONT_FILES) copyFileSync(resolve(file), join(folder, basename(file)))
      const memo = buildMemo(plainInput('en'), 'en')
      expect(sha256(await renderMemoPdf(memo, { fonts: folder }))).toBe(sha256(await renderMemoPdf(memo)))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('long content', () => {
  it.each(['en', 'zh'] as const)('is never clipped: 200 items, a long reason, long names (%s)', async (lang) => {
    const memo = buildMemo(longInput(lang), lang)
    const pdf = await readFixture('long', lang)
    expect(counted(bodyText(pdf))).toEqual(characters(memo))
    expect(misplaced(pdf)).toEqual([])
    const text = bodyText(pdf)
    expect(text).toContain(solid(longInput(lang).decisions?.[0]?.reason ?? 'no reason'))
    for (let i = 0; i < 200; i++) expect(text).toContain(`end${i}`)
  })

  it('repeats the header of a table on each of its pages, outside the text that is read out', async () => {
    const { pages } = await readFixture('long', 'en')
    const headed = pages.filter(({ items }) => items.some(({ text, artifact }) => artifact && text === 'What the rule says'))
    expect(headed.length).toBeGreaterThan(5)
  })

  it('never leaves a heading as the last line of a page', async () => {
    for (const lang of ['en', 'zh'] as const) {
      for (const name of ['rich', 'plain', 'long'] as const) {
        const { pages, outline } = await readFixture(name, lang)
        const sections = new Set(outline.map(solid))
        const last = pages.map(({ items }) => solid(items.filter(({ artifact }) => !artifact).at(-1)?.text ?? ''))
        expect(last.filter((text) => sections.has(text))).toEqual([])
      }
    }
  })
})

describe('names in other scripts', () => {
  it('shows what the fonts hold and numbers the rest, direction signs too', async () => {
    const input = plainInput('en')
    const name = 'Škoda Ђорђе Ελλάς Nguyễn 株式会社 ab\u202Ecd \u0627'
    const party = input.answer.parties[0]
    if (party === undefined) throw new Error('the plain fixture has no party')
    const text = bodyText(await read({ ...input, answer: { ...input.answer, parties: [{ ...party, name }] } }, 'en'))
    expect(text).toContain(solid('Škoda Ђорђе Ελλάς Nguyễn 株式会社 ab[U+202E]cd [U+0627]'))
    expect(text).toContain(solid('A character that the fonts of this memo do not hold is shown by its Unicode number'))
    expect(bodyText(await readFixture('rich', 'en'))).not.toContain('Unicodenumber')
  })
})

describe('refusals', () => {
  it('does not make a memo without a time', async () => {
    await expect(render({ ...plainInput('en'), determinedAt: 'yesterday' }, 'en')).rejects.toThrow(/not an ISO date and time: yesterday/)
  })

  it('does not make a memo without its fonts', () => {
    expect(() => loadFaces('/nowhere')).toThrow(/NotoSansSC_400Regular.ttf is not at/)
  })
})
