import { describe, expect, it } from 'vitest'
import type { RuleTrace, Trace } from '#shared/trace/trace.ts'
import { NODE_HEIGHT, nodeLines, pictureOf, placed } from './graph.ts'
import { outlineOf, rowsOf } from './outline.ts'

const test = (path: string): Trace => ({
  kind: 'test',
  ref: { path, of: { item: '1' } },
  operator: 'is',
  against: true,
  found: { state: 'known', value: true },
  outcome: { state: 'known', value: true },
})
const all: Trace = { kind: 'all', outcome: { state: 'known', value: true }, decisive: [0, 1], parts: [test('item.a'), test('item.b')] }
const rule: RuleTrace = { kind: 'rule', id: 'r', applied: 'yes', outcome: { state: 'known', value: true }, because: all }
const licence: Trace = {
  kind: 'conclusion',
  path: 'item.licence',
  of: { item: '1' },
  outcome: { state: 'known', value: true },
  parts: [rule],
  decisive: [0],
  skipped: 0,
}

describe('the graph of a proof', () => {
  const nodes = placed(rowsOf(outlineOf(licence), new Set(), new Set()))

  it('has a column for each depth and never puts two nodes on one place', () => {
    expect(nodes.map(({ x }) => x)).toEqual([0, 306, 612, 918, 918])
    const places = new Set(nodes.map(({ x, y }) => `${x} ${y}`))
    expect(places.size).toBe(nodes.length)
    expect((nodes[4]?.y ?? 0) - (nodes[3]?.y ?? 0)).toBeGreaterThanOrEqual(NODE_HEIGHT)
  })

  it('puts a parent at the middle of its children', () => {
    expect(nodes[2]?.y).toBe(((nodes[3]?.y ?? 0) + (nodes[4]?.y ?? 0)) / 2)
    expect(nodes[0]?.y).toBe(nodes[1]?.y)
  })

  it('keeps words inside a node, in both languages', () => {
    const english = nodeLines('No licence exception may be used while a party to the transaction is on the Unverified List of the Bureau.')
    expect(english).toHaveLength(3)
    expect(english.every((line) => line.length <= 40)).toBe(true)
    expect(nodeLines('交易任何一方列入未经核实清单时，不得使用许可例外。').every((line) => line.length <= 21)).toBe(true)
    expect(nodeLines('short')).toEqual(['short'])
  })

  it('draws a picture in which words cannot become markup', () => {
    const svg = pictureOf(
      [
        { x: 0, y: 0, decisive: true, lines: ['<script>'], value: '"&' },
        { x: 306, y: 0, decisive: true, lines: ['b'], value: '' },
      ],
      [{ from: 0, to: 1, strong: true, label: '50 <%>' }],
      { ground: '#fff', text: '#000', soft: '#555', line: '#ccc', accent: '#00f' },
    )
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&#60;script&#62;')
    expect(svg).toContain('50 &#60;%&#62;')
    expect(svg.match(/<path /g)).toHaveLength(1)
  })
})
