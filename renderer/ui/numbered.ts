/** Things that have no identity but their place in a list, with a key for drawing them. */
export const numbered = <T>(list: readonly T[]): { key: string; at: number; value: T }[] => list.map((value, at) => ({ key: `at-${at}`, at, value }))
