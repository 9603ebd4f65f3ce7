import { describe, expect, it } from 'vitest'
import { loadFaces } from './fonts.ts'
import { breakLines, lacksShape, type TextStyle } from './text-lines.ts'

const faces = loadFaces()
const STYLE: TextStyle = { weight: 'regular', size: 10, leading: 14, color: '#000000', fixed: false }
const FIXED: TextStyle = { ...STYLE, fixed: true }
const broken = (text: string, width: number, style = STYLE) => breakLines(text, style, width, faces)
const texts = (text: string, width: number, style = STYLE) => broken(text, width, style).map(({ runs }) => runs.map((run) => run.text).join(''))

describe('lines', () => {
  it('end between words and are never wider than they may be', () => {
    const lines = broken('one two three four five six seven eight nine ten', 70)
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(70)
    expect(texts('one two three', 42)).toEqual(['one two', 'three'])
  })

  it('keep line feeds and empty lines', () => {
    expect(texts('a\r\n\nb', 100)).toEqual(['a', '', 'b'])
    expect(texts('', 100)).toEqual([''])
  })

  it('do not begin with Chinese closing punctuation nor end with an opening bracket', () => {
    for (let width = 30; width < 90; width += 5) {
      for (const line of texts('根据规则包，须申请许可（见第744节）。“例外”不可用；须复核。', width)) {
        expect(line).not.toMatch(/^[，。；）”]/)
        expect(line).not.toMatch(/[（“]$/)
      }
    }
  })

  it('break a hash into parts of one power of two', () => {
    expect(texts('0123456789abcdef'.repeat(4), 170, FIXED).map((line) => line.length)).toEqual([32, 32])
    expect(texts('0123456789abcdef'.repeat(4), 100, FIXED).map((line) => line.length)).toEqual([16, 16, 16, 16])
    expect(texts('0123456789abcdef'.repeat(4), 330, FIXED).map((line) => line.length)).toEqual([64])
  })

  it('break a long code after a sign, and a long word where the line is full', () => {
    expect(texts('transaction.destination.country', 100)[0]).toMatch(/\.$/)
    const word = 'x'.repeat(200)
    expect(texts(word, 60).join('')).toBe(word)
    expect(Math.max(...broken(word, 60).map(({ width }) => width))).toBeLessThanOrEqual(60)
  })

  it('make progress where not even one character fits', () => {
    expect(texts('许可', 1)).toEqual(['许', '可'])
  })
})

describe('faces', () => {
  const faceOf = (text: string, sign: string) =>
    broken(text, 500)
      .flatMap(({ runs }) => runs)
      .find((run) => run.text.includes(sign))?.face.name ?? ''

  it('are Noto Sans SC first and Inter where it has no shape', () => {
    expect(faceOf('Łódź', 'Ł')).toMatch(/^inter-latin-ext/)
    expect(faceOf('Łódź', 'd')).toMatch(/^NotoSansSC/)
  })

  it('are chosen for quotation marks by their neighbours', () => {
    expect(faceOf('the “end use”', '“')).toMatch(/^inter/)
    expect(faceOf('关于“例外”', '“')).toMatch(/^NotoSansSC/)
  })

  it('give the digits and letters of codes one width', () => {
    const widths = ['iiii', 'mmmm', '0000', 'aF9c'].map((text) => broken(text, 500, FIXED)[0]?.width)
    expect(new Set(widths).size).toBe(1)
  })

  it('say when a character has no shape', () => {
    expect([lacksShape('Łódź 株式会社\n', STYLE, faces), lacksShape('شركة', STYLE, faces), lacksShape('a\u200bb', STYLE, faces)]).toEqual([false, true, true])
  })
})
