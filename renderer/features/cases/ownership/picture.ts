/** The graph of owners as a picture: the party at the left, its owners to the right of it, every holder once. Pure. */
import { placesOf } from '#renderer/trace/graph.ts'
import type { OwnershipCount, PartyOwnership } from '#shared/domain/determination.ts'

export type DrawnHolder = { at: number; x: number; y: number; strong: boolean; state: 'party' | 'counts' | 'may' | 'not' }
export type DrawnLink = { from: number; to: number; share: number | null; strong: boolean }

/** Places and strength by one way of counting; a chain that makes holders count is strong from end to end. */
export function drawn({ holders, links }: PartyOwnership, count: OwnershipCount | undefined): { holders: DrawnHolder[]; links: DrawnLink[] } {
  const parent = new Map<number, number>()
  const depth = new Map([[0, 0]])
  // Holders come nearest first, so that the first firm of which one holds something is the nearest to the party.
  const order = [0]
  for (const at of order)
    for (const { owner, owned } of links) {
      if (owned !== at || depth.has(owner)) continue
      depth.set(owner, (depth.get(at) ?? 0) + 1)
      parent.set(owner, at)
      order.push(owner)
    }
  const above = parent.get.bind(parent)
  const key = (at: number | undefined) => (at === undefined ? null : `h${at}`)
  const sorted = treeOrder(holders.length, above)
  const places = placesOf(sorted.map((at) => ({ key: key(at) as string, parent: key(above(at)), depth: depth.get(at) ?? 0 })))
  const chains = new Set((count?.paths ?? []).flatMap((path) => path.holders.slice(1).map((owned, i) => `${path.holders[i]} ${owned}`)))
  const inChain = new Set((count?.paths ?? []).flatMap((path) => path.holders))
  return {
    holders: sorted.map((at, i) => ({
      at,
      x: places[i]?.x ?? 0,
      y: places[i]?.y ?? 0,
      strong: inChain.has(at),
      state: at === 0 ? 'party' : count?.counting.includes(at) ? 'counts' : count?.mayCount.includes(at) ? 'may' : 'not',
    })),
    links: links.map(({ owner, owned, share }) => ({ from: owned, to: owner, share, strong: chains.has(`${owner} ${owned}`) })),
  }
}

/** Parents before children, the children of each together. */
function treeOrder(holders: number, parent: (at: number) => number | undefined): number[] {
  const children = new Map<number, number[]>()
  for (let at = 1; at < holders; at++) children.set(parent(at) ?? 0, [...(children.get(parent(at) ?? 0) ?? []), at])
  const order: number[] = []
  const next = [0]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    order.push(at)
    next.push(...(children.get(at) ?? []).toReversed())
  }
  return order
}
