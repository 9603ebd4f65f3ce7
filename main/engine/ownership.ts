/**
 * A graph of owners and, by one way of counting, who in it counts: a holder that is listed itself, and level by level one
 * that holders that count hold by the share that the regime names. A holder that counts stands with its whole share:
 * shares are never multiplied down the chain. What is open stays open; a circle of owners proves nothing by itself.
 */

import { difference, sum, WHOLE } from '#shared/domain/shares.ts'
import type { SetValue, Value } from '#shared/trace/trace.ts'
import type { GivenFacts } from './facts.ts'
import { type Counted, countingLists, countsBy, widestScope } from './owners.ts'
import { countedShare } from './shares.ts'
import { distinct, either, isSettled, type Known, knownValue, setOf } from './three-valued.ts'

export type HolderNode = {
  name: string
  /** `listedOn`, `restrictedThrough`, `footnotes`, `sdnPrograms` and `entityListScope`, as far as they are known. */
  facts: GivenFacts
  /** Nobody owns it: a natural person. */
  unowned: boolean
  /** Places of its owners in the graph with their shares in percent. */
  owners: { at: number; share: number | undefined }[]
  /** Whether these are all its owners. */
  complete: boolean
}

/** What one way of counting makes of one holder. */
export type Standing = {
  /** Listed itself. */
  own: Known
  /** Held by holders that count, by the share that makes a holder count. */
  through: Known
  counts: Known
  /** What holders that count hold of it together; null while no owner is named. */
  share: { min: number; max: number } | null
}

/** How every holder stands, in the order of the graph. */
export function standings(graph: readonly HolderNode[], counted: Counted): Standing[] {
  const own = graph.map(({ facts }) => countsBy(setOf(facts, 'listedOn'), facts, counted))
  const unnamed = graph.map(({ facts, unowned }): Known => (unowned ? false : countsBy(setOf(facts, 'restrictedThrough'), facts, counted)))
  const certain = certainly(graph, counted, own, unnamed)
  const possible = possibly(graph, counted, own, unnamed)
  const countsAt = (at: number): Known => (certain[at] ? true : possible[at] ? undefined : false)
  return graph.map(({ owners, complete }, at) => {
    if (owners.length === 0) return { own: own[at], through: unnamed[at], counts: either([own[at], unnamed[at]]), share: null }
    const share = countedShare(
      owners.map((one) => ({ share: one.share, counts: countsAt(one.at) })),
      complete,
    )
    const through: Known = share.min >= counted.atLeast ? true : share.max >= counted.atLeast ? undefined : false
    return { own: own[at], through, counts: either([own[at], through]), share }
  })
}

/** Who certainly counts: grown from those that are listed, so that a circle cannot hold itself up. */
function certainly(graph: readonly HolderNode[], { atLeast }: Counted, own: readonly Known[], unnamed: readonly Known[]): boolean[] {
  const counts = graph.map(({ owners }, at) => own[at] === true || (owners.length === 0 && unnamed[at] === true))
  const owned = ownedBy(graph)
  const next = counts.flatMap((does, at) => (does ? [at] : []))
  for (let holder = next.pop(); holder !== undefined; holder = next.pop())
    for (const at of owned[holder] ?? []) {
      if (counts[at] || sum((graph[at]?.owners ?? []).flatMap((one) => (counts[one.at] ? (one.share ?? []) : []))) < atLeast) continue
      counts[at] = true
      next.push(at)
    }
  return counts
}

/**
 * Who may count: taken away are those that are not listed and of which too little can be held by holders that may. A circle
 * may count only if something outside it, or something not known, could.
 */
function possibly(graph: readonly HolderNode[], { atLeast }: Counted, own: readonly Known[], unnamed: readonly Known[]): boolean[] {
  const counts = graph.map(({ owners }, at) => own[at] !== false || owners.length > 0 || unnamed[at] !== false)
  const owned = ownedBy(graph)
  const most = (at: number): number => {
    const { owners = [], complete = false } = graph[at] ?? {}
    const possible = owners.filter((one) => counts[one.at])
    const open = !complete || possible.some(({ share }) => share === undefined)
    return open ? difference(WHOLE, sum(owners.flatMap((one) => (counts[one.at] ? [] : (one.share ?? []))))) : sum(possible.flatMap(({ share }) => share ?? []))
  }
  const takeAway = (places: number[]) => {
    const next = [...places]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (!counts[at] || own[at] !== false || graph[at]?.owners.length === 0 || most(at) >= atLeast) continue
      counts[at] = false
      next.push(...(owned[at] ?? []))
    }
  }
  takeAway(graph.map((_, at) => at))
  for (;;) {
    const backed = backedFrom(
      graph,
      counts,
      graph.flatMap(({ owners, complete }, at) => (counts[at] && (own[at] !== false || owners.length === 0 || !complete) ? [at] : [])),
    )
    const bare = counts.flatMap((does, at) => (does && !backed[at] ? [at] : []))
    if (bare.length === 0) return counts
    for (const at of bare) counts[at] = false
    takeAway(bare.flatMap((at) => owned[at] ?? []))
  }
}

/** Which holders that may count stand below one of the sources. */
function backedFrom(graph: readonly HolderNode[], counts: readonly boolean[], sources: readonly number[]): boolean[] {
  const owned = ownedBy(graph)
  const backed = graph.map(() => false)
  const next = [...sources]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (backed[at] || !counts[at]) continue
    backed[at] = true
    next.push(...(owned[at] ?? []))
  }
  return backed
}

function ownedBy(graph: readonly HolderNode[]): number[][] {
  const owned: number[][] = graph.map(() => [])
  for (const [at, { owners }] of graph.entries()) for (const one of owners) owned[one.at]?.push(at)
  return owned
}

/** A chain of owners from a listed holder down to the one that was asked about, with the share of each in the next. */
export type OwnershipPath = { holders: number[]; shares: (number | undefined)[] }

/** The shortest chain from every listed holder by which something of the holder counts; in the order of their length. */
export function pathsTo(graph: readonly HolderNode[], stands: readonly Standing[], goal: number): OwnershipPath[] {
  const found: OwnershipPath[] = []
  const seen = new Set([goal])
  let level: OwnershipPath[] = [{ holders: [goal], shares: [] }]
  while (level.length > 0) {
    const above: OwnershipPath[] = []
    for (const { holders, shares } of level)
      for (const { at, share } of graph[holders[0] as number]?.owners ?? []) {
        if (seen.has(at) || stands[at]?.counts !== true) continue
        seen.add(at)
        const path = { holders: [at, ...holders], shares: [share, ...shares] }
        if (stands[at]?.own === true || graph[at]?.owners.length === 0) found.push(path)
        if (stands[at]?.through === true && graph[at]?.owners.length !== 0) above.push(path)
      }
    level = above
  }
  return found
}

/**
 * What an owner is restricted through, and the facts that it carries on: those of the listed holders that make it count. For
 * an owner whose own owners are not named nothing is derived; a natural person has none.
 */
export function factsThroughOwners(graph: readonly HolderNode[], stands: readonly Standing[], at: number, counted: Counted): GivenFacts {
  const node = graph[at]
  const standing = stands[at]
  if (node === undefined || standing === undefined) return {}
  if (node.owners.length === 0) return node.unowned ? { restrictedThrough: { state: 'known', value: { is: [], maybe: [] } } } : {}
  const { sources, settled } = behind(graph, stands, at)
  const carried = standing.through === true ? sources : []
  const open = standing.through === undefined || (standing.through === true && !settled)
  const listsOf = ({ facts }: HolderNode) => [
    ...countingLists(setOf(facts, 'listedOn'), facts, counted),
    ...countingLists(setOf(facts, 'restrictedThrough'), facts, counted),
  ]
  const scoped = carried.filter((source) => listsOf(source).includes(counted.scoped))
  const set = (is: readonly string[], sets: readonly SetValue[]): SetValue => ({
    is: distinct([...is, ...sets.flatMap((one) => one.is)]),
    maybe: open || !sets.every(isSettled) ? 'anything' : [],
  })
  const tags = carried.flatMap(({ facts }) => setOf(facts, 'sdnPrograms').is.filter((tag) => counted.programs.has(tag)))
  const ownTags = setOf(node.facts, 'sdnPrograms')
  const listedItself = countingLists(setOf(node.facts, 'listedOn'), node.facts, counted).includes(counted.scoped)
  const scopes = [...(listedItself ? [node] : []), ...scoped].map(({ facts }) => knownValue(facts, 'entityListScope'))
  const scope = widestScope(scopes, !open)
  const values: Record<string, Value | undefined> = {
    restrictedThrough: { is: distinct(carried.flatMap(listsOf)), maybe: open ? 'anything' : [] },
    footnotes: set([], [setOf(node.facts, 'footnotes'), ...scoped.map(({ facts }) => setOf(facts, 'footnotes'))]),
    sdnPrograms: tags.length === 0 ? ownTags : { is: distinct([...ownTags.is, ...tags]), maybe: ownTags.maybe },
    entityListScope: scope,
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { state: 'known' as const, value }]])))
}

/** The listed holders from which a holder counts, and whether everything that could count above it is settled. */
function behind(graph: readonly HolderNode[], stands: readonly Standing[], start: number): { sources: HolderNode[]; settled: boolean } {
  const seen = new Set([start])
  const next = [start]
  const sources: HolderNode[] = []
  let settled = true
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const { owners = [], complete = true } = graph[at] ?? {}
    if (owners.length > 0 && !complete) settled = false
    for (const one of owners) {
      const { own, through, counts } = stands[one.at] ?? {}
      if (counts === undefined) settled = false
      if (counts !== true || seen.has(one.at)) continue
      seen.add(one.at)
      const node = graph[one.at] as HolderNode
      if (own === true || node.owners.length === 0) sources.push(node)
      if (through !== false && node.owners.length > 0) {
        if (through === true) next.push(one.at)
        else settled = false
      }
    }
  }
  return { sources, settled }
}

/** Circles: groups of holders each of which owns something of the next, as places in the graph, each group in its order. */
export function circlesOf(graph: readonly HolderNode[]): number[][] {
  const order: number[] = []
  const done = graph.map(() => false)
  // Depth first without recursion: a chain may be as long as the graph.
  for (const start of graph.keys()) {
    if (done[start]) continue
    done[start] = true
    const walk = [{ at: start, next: 0 }]
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const owner = graph[top.at]?.owners[top.next++]
      if (owner === undefined) order.push(walk.pop()?.at ?? start)
      else if (!done[owner.at]) {
        done[owner.at] = true
        walk.push({ at: owner.at, next: 0 })
      }
    }
  }
  const owned = ownedBy(graph)
  const group = graph.map(() => -1)
  const groups: number[][] = []
  for (const start of order.reverse()) {
    if (group[start] !== -1) continue
    const members: number[] = []
    const next = [start]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (group[at] !== -1) continue
      group[at] = groups.length
      members.push(at)
      next.push(...(owned[at] ?? []))
    }
    groups.push(members)
  }
  return groups
    .filter((members) => members.length > 1 || graph[members[0] ?? 0]?.owners.some(({ at }) => at === members[0]))
    .map((members) => members.sort((a, b) => a - b))
}
