import { describe, expect, it } from 'vitest'
import type { GivenFacts } from './facts.ts'
import { circlesOf, factsThroughOwners, type HolderNode, pathsTo, standings } from './ownership.ts'

const COUNTED = { lists: ['EL', 'MEU'], scoped: 'EL', tagged: 'SDN', programs: new Set(['SDGT']), atLeast: 50 }

type Said = { on?: string[]; maybe?: string[]; tags?: string[]; footnotes?: string[]; scope?: string; through?: string[]; person?: true; rest?: true }
/** Owners as `{ A: [['B', 50]] }`: B holds 50 percent of A. Whoever is not described is known to be on no list. */
function graphOf(owners: Record<string, [string, number?][]>, said: Record<string, Said> = {}): HolderNode[] {
  const names = [...new Set([...Object.keys(owners), ...Object.values(owners).flatMap((list) => list.map(([name]) => name))])]
  return names.map((name) => {
    const { on = [], maybe = [], tags = [], footnotes = [], scope, through, person, rest } = said[name] ?? {}
    const facts: GivenFacts = {
      listedOn: { state: 'known', value: { is: on, maybe } },
      sdnPrograms: { state: 'known', value: { is: tags, maybe: [] } },
      footnotes: { state: 'known', value: { is: footnotes, maybe: [] } },
      ...(scope === undefined ? {} : { entityListScope: { state: 'known', value: scope } }),
      ...(through === undefined ? {} : { restrictedThrough: { state: 'known', value: { is: through, maybe: [] } } }),
    }
    const own = owners[name] ?? []
    return {
      name,
      facts,
      unowned: person === true,
      owners: own.map(([owner, share]) => ({ at: names.indexOf(owner), share })),
      complete: rest !== true && own.length > 0,
    }
  })
}

const at = (graph: HolderNode[], name: string) => graph.findIndex((one) => one.name === name)
const stand = (graph: HolderNode[], name: string) => standings(graph, COUNTED)[at(graph, name)]
const NOBODY: Said = { person: true }
const LISTED: Said = { on: ['EL'], person: true }

describe('level by level', () => {
  it('counts a holder that is held by half with its whole share: 50 of 50 is held, and not a quarter', () => {
    const graph = graphOf(
      {
        C: [
          ['B', 50],
          ['N', 50],
        ],
        B: [
          ['A', 50],
          ['N', 50],
        ],
      },
      { A: LISTED, N: NOBODY },
    )
    expect(stand(graph, 'B')).toEqual({ own: false, through: true, counts: true, share: { min: 50, max: 50 } })
    expect(stand(graph, 'C')).toEqual({ own: false, through: true, counts: true, share: { min: 50, max: 50 } })
    expect(pathsTo(graph, standings(graph, COUNTED), at(graph, 'C'))).toEqual([{ holders: ['A', 'B', 'C'].map((name) => at(graph, name)), shares: [50, 50] }])
  })

  it('does not carry on what is below half, however large the share below it', () => {
    const graph = graphOf(
      {
        C: [['B', 100]],
        B: [
          ['A', 49.999999],
          ['N', 50.000001],
        ],
      },
      { A: LISTED, N: NOBODY },
    )
    expect(stand(graph, 'B')).toMatchObject({ through: false, counts: false, share: { min: 49.999999, max: 49.999999 } })
    expect(stand(graph, 'C')).toMatchObject({ counts: false, share: { min: 0, max: 0 } })
  })

  it('adds up the shares of several listed owners, of other lists and of other levels', () => {
    const graph = graphOf(
      {
        Z: [
          ['X', 30],
          ['M', 20],
          ['N', 50],
        ],
        M: [
          ['Y', 60],
          ['N', 40],
        ],
      },
      { X: { on: ['MEU'], person: true }, Y: LISTED, N: NOBODY },
    )
    expect(stand(graph, 'Z')).toMatchObject({ counts: true, share: { min: 50, max: 50 } })
    expect(pathsTo(graph, standings(graph, COUNTED), 0).map(({ holders }) => holders.map((one) => graph[one]?.name))).toEqual([
      ['X', 'Z'],
      ['Y', 'M', 'Z'],
    ])
  })

  it('counts an owner that stands in several places at each of them', () => {
    const graph = graphOf(
      {
        P: [
          ['L', 25],
          ['M', 25],
          ['N', 50],
        ],
        M: [
          ['L', 50],
          ['N', 50],
        ],
      },
      { L: LISTED, N: NOBODY },
    )
    expect(stand(graph, 'P')).toMatchObject({ counts: true, share: { min: 50, max: 50 } })
  })

  it('counts a designated owner by its tags', () => {
    const by = (tags: string[]) =>
      stand(
        graphOf(
          {
            P: [
              ['S', 60],
              ['N', 40],
            ],
          },
          { S: { on: ['SDN'], tags, person: true }, N: NOBODY },
        ),
        'P',
      )?.counts
    expect([by(['SDGT']), by(['CUBA'])]).toEqual([true, false])
  })

  it('follows a chain as long as the graph', () => {
    const owners: Record<string, [string, number][]> = {}
    for (let i = 0; i < 2000; i++) owners[`c${i}`] = [[`c${i + 1}`, 50]]
    const graph = graphOf(owners, { c2000: LISTED })
    expect(stand(graph, 'c0')?.counts).toBe(true)
    expect(pathsTo(graph, standings(graph, COUNTED), 0)[0]?.holders).toHaveLength(2001)
    expect(circlesOf(graph)).toEqual([])
  })
})

describe('what is open', () => {
  it('is open upwards too: the owners of an owner that are not named, a share that is not known, a hit that waits', () => {
    const unnamed = graphOf(
      {
        P: [
          ['B', 60],
          ['N', 40],
        ],
      },
      { N: NOBODY },
    )
    expect(stand(unnamed, 'P')).toMatchObject({ counts: undefined, share: { min: 0, max: 60 } })
    const share = graphOf(
      {
        P: [
          ['B', 60],
          ['N', 40],
        ],
        B: [['A'], ['N', 40]],
      },
      { A: LISTED, N: NOBODY },
    )
    expect(stand(share, 'B')).toMatchObject({ counts: undefined, share: { min: 0, max: 60 } })
    const hit = graphOf(
      {
        P: [
          ['B', 60],
          ['N', 40],
        ],
      },
      { B: { maybe: ['EL'], person: true }, N: NOBODY },
    )
    expect(stand(hit, 'P')).toMatchObject({ counts: undefined, share: { min: 0, max: 60 } })
  })

  it('is settled where the open part is too small or the known part large enough', () => {
    const small = graphOf(
      {
        P: [
          ['B', 49],
          ['N', 51],
        ],
      },
      { N: NOBODY },
    )
    expect(stand(small, 'P')?.counts).toBe(false)
    const large = graphOf(
      {
        P: [
          ['A', 50],
          ['B', 50],
        ],
      },
      { A: LISTED },
    )
    expect(stand(large, 'P')).toMatchObject({ counts: true, share: { min: 50, max: 100 } })
  })

  it('is the rest of owners that are not all named', () => {
    expect(
      stand(
        graphOf(
          {
            P: [
              ['A', 35],
              ['N', 45],
            ],
          },
          { A: LISTED, N: NOBODY, P: { rest: true } },
        ),
        'P',
      ),
    ).toMatchObject({
      counts: undefined,
      share: { min: 35, max: 55 },
    })
    expect(
      stand(
        graphOf(
          {
            P: [
              ['A', 35],
              ['N', 51],
            ],
          },
          { A: LISTED, N: NOBODY, P: { rest: true } },
        ),
        'P',
      )?.counts,
    ).toBe(false)
  })

  it('is an owner whose own owners nobody named, unless an officer says through whom it is restricted', () => {
    const by = (said: Said) =>
      stand(
        graphOf(
          {
            P: [
              ['B', 50],
              ['N', 50],
            ],
          },
          { B: said, N: NOBODY },
        ),
        'P',
      )?.counts
    expect([by({}), by({ through: [] }), by({ through: ['EL'] }), by({ person: true })]).toEqual([undefined, false, true, false])
  })
})

describe('circles', () => {
  it('are found, and prove nothing by themselves', () => {
    const graph = graphOf(
      {
        A: [
          ['B', 50],
          ['N', 50],
        ],
        B: [
          ['A', 50],
          ['N', 50],
        ],
      },
      { N: NOBODY },
    )
    expect(circlesOf(graph).map((circle) => circle.map((one) => graph[one]?.name))).toEqual([['A', 'B']])
    expect(stand(graph, 'A')).toMatchObject({ counts: false, share: { min: 0, max: 0 } })
  })

  it('carry on what a listed owner holds for certain', () => {
    const graph = graphOf(
      {
        A: [
          ['L', 50],
          ['B', 50],
        ],
        B: [
          ['A', 50],
          ['N', 50],
        ],
      },
      { L: LISTED, N: NOBODY },
    )
    expect([stand(graph, 'A')?.counts, stand(graph, 'B')?.counts]).toEqual([true, true])
  })

  it('stay open where the answer hangs on the circle', () => {
    const graph = graphOf(
      {
        A: [
          ['L', 40],
          ['B', 20],
          ['N', 40],
        ],
        B: [
          ['A', 60],
          ['N', 40],
        ],
      },
      { L: LISTED, N: NOBODY },
    )
    expect(stand(graph, 'A')).toMatchObject({ counts: undefined, share: { min: 40, max: 60 } })
    expect(stand(graph, 'B')?.counts).toBe(undefined)
  })

  it('are found in a firm that holds its own shares', () => {
    const graph = graphOf(
      {
        A: [
          ['A', 10],
          ['N', 90],
        ],
      },
      { N: NOBODY },
    )
    expect(circlesOf(graph)).toEqual([[0]])
    expect(stand(graph, 'A')?.counts).toBe(false)
  })
})

describe('what an owner carries on', () => {
  const through = (graph: HolderNode[], name: string) =>
    Object.fromEntries(Object.entries(factsThroughOwners(graph, standings(graph, COUNTED), at(graph, name), COUNTED)).map(([key, { value }]) => [key, value]))

  it('is what the listed holders behind it carry, all levels up', () => {
    const graph = graphOf(
      {
        B: [
          ['M', 30],
          ['S', 30],
          ['N', 40],
        ],
        M: [
          ['A', 50],
          ['N', 50],
        ],
      },
      { A: { on: ['EL'], footnotes: ['5'], scope: 'all', person: true }, S: { on: ['SDN'], tags: ['SDGT'], person: true }, N: NOBODY },
    )
    expect(through(graph, 'B')).toEqual({
      restrictedThrough: { is: ['EL', 'SDN'], maybe: [] },
      footnotes: { is: ['5'], maybe: [] },
      sdnPrograms: { is: ['SDGT'], maybe: [] },
      entityListScope: 'all',
    })
  })

  it('is nothing below half, and open where that is open', () => {
    const below = graphOf(
      {
        B: [
          ['A', 49],
          ['N', 51],
        ],
      },
      { A: LISTED, N: NOBODY },
    )
    expect(through(below, 'B').restrictedThrough).toEqual({ is: [], maybe: [] })
    const open = graphOf(
      {
        B: [
          ['A', 49],
          ['X', 51],
        ],
      },
      { A: LISTED },
    )
    expect(through(open, 'B').restrictedThrough).toEqual({ is: [], maybe: 'anything' })
    const held = graphOf(
      {
        B: [
          ['A', 50],
          ['X', 50],
        ],
      },
      { A: { on: ['EL'], scope: 'some', person: true } },
    )
    expect(through(held, 'B')).toMatchObject({ restrictedThrough: { is: ['EL'], maybe: 'anything' }, footnotes: { is: [], maybe: 'anything' } })
    expect(through(held, 'B').entityListScope).toBeUndefined()
  })

  it('is not derived where its owners are not named', () => {
    expect(through(graphOf({ P: [['B', 50]] }, { B: { through: ['EL'] } }), 'B')).toEqual({})
  })
})
