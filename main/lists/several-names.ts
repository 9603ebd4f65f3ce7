/**
 * Takes apart a text that holds several names: publishers put spellings into one field, joined by semicolons or slashes, or
 * in brackets behind the name in its own script.
 */

/**
 * The single names in `text`, without the text itself; none when it is one name. Brackets that hold only one name in the
 * same script, as an abbreviation, stay with their name.
 */
export function severalNames(text: string): string[] {
  const whole = plain(text)
  return [...new Set(split(whole))].filter((name) => name !== whole && letters(name) >= 2)
}

/** Single blanks, none at the ends. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length
const LATIN = /\p{Script=Latin}/u

function split(text: string): string[] {
  return outsideBrackets(text).flatMap((part) => {
    const { before, brackets } = withoutBrackets(part)
    const holding = brackets.filter(
      (inside) => inside.includes(';') || (letters(before) > 0 && !LATIN.test(before) && /\p{Script=Latin}.* .*\p{Script=Latin}/u.test(inside)),
    )
    if (holding.length === 0) return [part]
    const name = holding.reduce((rest, inside) => rest.replace(`(${inside})`, ' '), part)
    return [plain(name), ...holding.flatMap((inside) => split(plain(inside.replace('(original script)', ''))))]
  })
}

/** The parts between semicolons, spaced slashes and letters that count (`b)`), where no bracket is open. */
function outsideBrackets(text: string): string[] {
  const parts: string[] = []
  let open = 0
  let from = 0
  for (const match of text.matchAll(/\s[b-z]\)\s|[();]|\s\/\s/g)) {
    if (match[0] === '(') open += 1
    else if (match[0] === ')') open = Math.max(0, open - 1)
    else if (open === 0) {
      parts.push(text.slice(from, match.index))
      from = match.index + match[0].length
    }
  }
  return [...parts, text.slice(from)].map(plain).filter((part) => part !== '')
}

/** What stands outside of brackets, and what stands in each closed outer pair. */
function withoutBrackets(text: string): { before: string; brackets: string[] } {
  const brackets: string[] = []
  let before = ''
  let open = 0
  let from = 0
  for (const [at, letter] of [...text].entries()) {
    if (letter === '(') {
      open += 1
      if (open === 1) from = at + 1
    } else if (letter === ')' && open > 0) {
      open -= 1
      if (open === 0) brackets.push([...text].slice(from, at).join(''))
    } else if (open === 0) before += letter
  }
  return { before, brackets }
}
