/** CSV for spreadsheets: no cell of it can be taken for a formula. */

/** RFC 4180 lines, with the mark by which spreadsheets know UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`

/**
 * A text as a CSV cell: quoted where it must be, and with an apostrophe before it where a spreadsheet would read it as a
 * formula (`= + - @` and their full-width forms, after white space too, or a leading tab or line break).
 */
export function csvCell(text: string): string {
  const harmless = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text) ? `'${text}` : text
  return /[",\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
