/** One row of CSV as RFC 4180 has it, strictly: a quote stands around a whole cell or not at all. */

export type CsvRow =
  | { cells: string[] }
  /** A quoted cell is not closed: the row goes on in the next line, or a quote is missing. */
  | { open: true }
  | { fault: string }

/** Splits the text of a row, which may hold line feeds inside quotes. */
export function splitRow(text: string, delimiter: string): CsvRow {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let cell = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return { open: true }
        cell += text.slice(from, quote)
        if (text[quote + 1] !== '"') {
          at = quote + 1
          break
        }
        cell += '"'
        from = quote + 2
      }
      cells.push(cell)
      if (at === text.length) return { cells }
      if (text[at] !== delimiter) return { fault: `after the closing quote of cell ${cells.length} the cell goes on` }
    } else {
      const next = text.indexOf(delimiter, at)
      const cell = next < 0 ? text.slice(at) : text.slice(at, next)
      if (cell.includes('\n')) return { fault: `cell ${cells.length + 1} goes over the end of the line without quotes` }
      cells.push(cell)
      if (next < 0) return { cells }
      at = next
    }
    at += 1
  }
}

const DELIMITERS = [',', ';', '\t']

/** What stands between the cells of a heading: the one of comma, semicolon and tab that makes the most cells. */
export function delimiterOf(heading: string): string {
  let best = { delimiter: ',', cells: 0 }
  for (const delimiter of DELIMITERS) {
    const row = splitRow(heading, delimiter)
    if ('cells' in row && row.cells.length > best.cells) best = { delimiter, cells: row.cells.length }
  }
  return best.delimiter
}
