/**
 * Reads the requirement cell of a licence-requirement row ("NS Column 1", "Worldwide control. See …") into the chart
 * column or the named predicate that it stands for. The patterns are data: readings/requirements.yaml.
 */
export type RequirementReading = { pattern: string; requires: string; suffix: string }
export type Requirement = { requires: string; suffix: string }

/** Undefined when no pattern fits: the caller must not guess. */
export function readRequirement(cell: string, readings: readonly RequirementReading[]): Requirement | undefined {
  const line = cell.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  for (const { pattern, requires, suffix } of readings) {
    const found = new RegExp(pattern).exec(line)
    if (!found) continue
    const fill = (text: string) => text.replace(/\$(\d)/g, (_, group) => found[Number(group)] ?? '')
    return { requires: fill(requires), suffix: fill(suffix) }
  }
  return undefined
}

/** End of the row id for a requirement written by hand: the column's number, or the suffix of the predicate. */
export function suffixOf(requires: string, readings: readonly RequirementReading[], suffixes: Readonly<Record<string, string>>): string {
  const column = /^[A-Z]{2} (\d)$/.exec(requires)
  const suffix = column?.[1] ?? suffixes[requires] ?? readings.find((reading) => reading.requires === requires)?.suffix
  if (suffix === undefined) throw new Error(`readings/requirements.yaml has no suffix for “${requires}”`)
  return suffix
}
