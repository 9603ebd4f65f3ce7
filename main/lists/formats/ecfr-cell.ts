/**
 * Takes apart the cell in which the Entity List, the Unverified List and the Military End User List name a party: the name,
 * its aliases after dashes, the addresses, notes on other rows, and the parties that are listed under it. The cells are
 * written by hand; what can not be told apart stays in the longer text, never lost, and the whole cell is kept beside it.
 */

/** Words that tell names from addresses, from sources.yaml. */
export type CellWords = {
  /** Legal forms and the like that stand behind a comma and belong to the name. */
  nameSuffixes: string[]
  /** Words of a part behind a comma that names a part of an organisation. */
  unitWords: string[]
  /** Words by which such a part is an address all the same. */
  addressWords: string[]
}

export type CellParty = {
  name: string
  aliases: string[]
  addresses: string[]
  /** What the cell says and is neither name nor address: captions, pointers to other rows. */
  notes: string[]
  /** Countries under whose heading the same party is listed again, as the cell names them. */
  seeAlso: string[]
  /** The caption under which a subordinate party is listed; an empty text for the party of the row. */
  listedUnder: string
}

const DASH = /^(?:[—–]|--)\s*/
const ALIAS_WORD = String.raw`(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a|d\.?b\.?a|a/k/a|f/k/a|d/b/a|also known as|formerly known as|doing business as)\b\.?`
/** The words that announce a list of aliases, at the end of a line. */
const ALIASES_FOLLOW = new RegExp(
  String.raw`[,;]?\s*(?:\(?\s*${ALIAS_WORD},?:?\s*(?:(?:and\s+)?(?:to include\s+)?(?:the\s+)?following\b.*)?|(?:and\s+)?the following\s+(?:[\w-]+\s+){0,3}alias(?:es)?)\s*[:.]?\s*$`,
  'i',
)
/** The first word for an alias inside a line. */
const ALIAS_INSIDE = new RegExp(String.raw`[,;]?\s+\(?${ALIAS_WORD}[,:]?\s+`, 'i')
/** A line that announces parties under the one above. */
const PARTIES_FOLLOW =
  /^(?:and\s+)?(?:the\s+following\s+)?(?:[\w-]+\s+)?(?:subordinate|affiliated?)\s+(?:institut?ions?|institutes?|entit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?)\b[^:]{0,60}?[:.]?$/i
/** The end of a name line that announces parties under it. */
const PARTIES_BEHIND =
  /[,;]?\s+(?:and|including|to include)\s+(?:the\s+following\s+)?(?:[\w-]+\s+)?(?:subordinate|affiliated?)\s+(?:institutions?|institutes?|entit(?:y|ies)|compan(?:y|ies))\b[^:]*:\s*$/i
/** A line that stands for a group: `The following Department of Energy entities:`. */
const GROUP = /^(?:all of\s+)?the following\s+(.+?)\s+(?:entities|institutions|organi[sz]ations|companies|persons)\s*:$/i
const SEE_ALSO =
  /[(\s.;,]*\bsee\s+(?:also\s+)?(?:the\s+)?(?:alternate|alternative|additional|other)?\s*(?:address(?:es)?|entr(?:y|ies)|listings?)\s+(?:also\s+)?(?:under|in)\s+(?:the\s+)?((?:[^().]|\.(?=[A-Z]\.))+?)\s*(?:\.\)|\)\.?|\.(?=\s|$)|$)/i

/** The party of a row, and behind it the parties that are listed under it. `lines` are the lines of the cell, in order. */
export function readPartyCell(lines: readonly string[], words: CellWords): CellParty[] {
  const parties: CellParty[] = []
  const begin = (listedUnder: string): CellParty => {
    const party: CellParty = { name: '', aliases: [], addresses: [], notes: [], seeAlso: [], listedUnder }
    parties.push(party)
    return party
  }
  let party = begin('')
  /** What a dashed line is, and under which caption parties are listed. */
  let dashed: 'alias' | 'party' | 'address' = 'alias'
  let caption = ''
  let address: string[] = []
  const close = (): void => {
    takeAddresses(party, address.join(' '))
    address = []
  }
  const named = (text: string, aliasesFollow = false): void => {
    const read = readNameLine(text, aliasesFollow, words)
    party.name = read.name
    party.aliases.push(...read.aliases)
    if (read.rest !== '') address.push(read.rest)
  }
  for (const line of separated(lines)) {
    const text = line.replace(DASH, '').trim()
    if (text === '') continue
    const isDashed = DASH.test(line)
    if (!isDashed && PARTIES_FOLLOW.test(text)) {
      close()
      caption = text.replace(/[:.]$/, '').trim()
      dashed = 'party'
      continue
    }
    const group = GROUP.exec(text)
    if (party.name === '' && group !== null) {
      party.name = group[1] as string
      party.notes.push(text)
      caption = text.replace(/:$/, '')
      dashed = 'party'
      continue
    }
    if (party.name === '') {
      const behind = PARTIES_BEHIND.exec(text)
      const follow = ALIASES_FOLLOW.exec(text)
      if (behind !== null) {
        named(text.slice(0, behind.index))
        caption = behind[0].replace(/^[,;]?\s+|:\s*$/g, '')
        dashed = 'party'
      } else if (follow !== null) {
        named(text.slice(0, follow.index), true)
        dashed = 'alias'
      } else {
        named(text)
        dashed = 'alias'
      }
      continue
    }
    if (isDashed) {
      if (dashed === 'party') {
        close()
        party = begin(caption)
        const follow = ALIASES_FOLLOW.exec(text)
        named(listItem(follow === null ? text : text.slice(0, follow.index)), follow !== null)
        if (follow !== null) dashed = 'alias'
        continue
      }
      if (dashed === 'address') {
        address.push(`${listItem(text)};`)
        continue
      }
      const item = aliasItem(text)
      if (item.parties !== '') {
        caption = item.parties
        dashed = 'party'
      } else if (item.last && caption !== '') dashed = 'party'
      party.aliases.push(...item.names)
      continue
    }
    const follow = ALIASES_FOLLOW.exec(text)
    if (caption !== '' && (follow !== null || beginsParty(text, words))) {
      close()
      party = begin(caption)
      named(follow === null ? text : text.slice(0, follow.index), follow !== null)
      dashed = follow === null ? 'party' : 'alias'
      continue
    }
    if (follow !== null) {
      // More aliases behind an address: "and the following two aliases:".
      address.push(text.slice(0, follow.index))
      dashed = 'alias'
      continue
    }
    if (text.endsWith(':')) {
      party.notes.push(text.slice(0, -1))
      dashed = 'address'
      continue
    }
    address.push(text)
  }
  close()
  return parties.filter((one) => one.name !== '')
}

/** Lines with what a break was forgotten before made a line of its own: `aliases: —One; —Two`. */
const separated = (lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    line
      .replace(/([:;]|;\s*and)\s*(?=[—–]\s*\S)/g, '$1\n')
      .split('\n')
      .map((part) => part.replace(/\s+/g, ' ').trim()),
  )

/** An item of a list without what joins it to the next one. */
const listItem = (text: string): string =>
  text
    .replace(/[;,]?\s*\b(?:and|or)\s*$/i, '')
    .replace(/[;,\s]+$/, '')
    .trim()

/** Names of one dashed line, whether it is the last of its list, and the caption of parties that it announces. */
function aliasItem(text: string): { names: string[]; last: boolean; parties: string } {
  const behind = PARTIES_BEHIND.exec(text)
  const item = listItem(behind === null ? text : text.slice(0, behind.index))
  const inside = ALIAS_INSIDE.exec(item)
  const names = inside === null ? [item] : [item.slice(0, inside.index), item.slice(inside.index + inside[0].length)]
  return {
    names: names.map((name) => endOfName(unwrapped(name))).filter((name) => name !== ''),
    last: !/[;,]\s*(?:and|or)?\s*$|\band\s*$/i.test(text),
    parties: behind === null ? '' : behind[0].replace(/^[,;]?\s+|:\s*$/g, ''),
  }
}

/** A bracket that lost its other half by cutting. */
const unwrapped = (text: string): string => {
  const open = text.split('(').length
  const shut = text.split(')').length
  return open < shut ? text.replace(/\)\s*$/, '') : open > shut ? text.replace(/\s*\((?=[^()]*$)/, ' ') : text
}

/** Name, aliases and the rest (addresses) of a line that begins with a name. */
function readNameLine(line: string, aliasesFollow: boolean, words: CellWords): { name: string; aliases: string[]; rest: string } {
  const aliases: string[] = []
  let text = line.trim()
  // "(a.k.a. One; Two)" stands inside the name or behind it.
  for (const bracket of brackets(text)) {
    const begins = new RegExp(String.raw`^\(\s*${ALIAS_WORD}[,:]?\s*`, 'i').exec(bracket)
    if (begins === null) continue
    text = text.replace(bracket, ' ').replace(/\s+,/g, ',').replace(/\s+/g, ' ').trim()
    aliases.push(
      ...bracket
        .slice(begins[0].length, -1)
        .split(/;\s*(?:and\s+)?/)
        .map((name) => endOfName(name))
        .filter((name) => name !== ''),
    )
  }
  const inside = ALIAS_INSIDE.exec(text)
  const before = inside === null ? text : text.slice(0, inside.index)
  // In front of an alias word stands the name alone, unless a part of it can only be an address.
  const split = aliasesFollow || inside !== null ? nameBeforeAliases(before, words) : splitName(before, words)
  if (split.shorter !== '') aliases.unshift(endOfName(split.shorter))
  if (inside === null) return { name: endOfName(split.first), aliases, rest: split.rest }
  const second = splitName(text.slice(inside.index + inside[0].length), words)
  aliases.unshift(endOfName(second.first))
  return { name: endOfName(split.first), aliases, rest: [split.rest, second.rest].filter((rest) => rest !== '').join('; ') }
}

function nameBeforeAliases(text: string, words: CellWords): Split {
  const behind = commaParts(text).slice(1)
  const isAddress = behind.some((part) => (/\d/.test(part) && !isUnit(part, words)) || hasWord(part, words.addressWords))
  return isAddress ? splitName(text, words) : { first: text, shorter: '', rest: '' }
}

/** The outermost brackets of a text. */
function brackets(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') {
      if (depth === 0) from = at
      depth += 1
    } else if (sign === ')' && depth > 0) {
      depth -= 1
      if (depth === 0) found.push([...text].slice(from, at + 1).join(''))
    }
  }
  return found
}

type Split = {
  first: string
  /** The name without the units behind it, where there are any: a person may be named with an institute. */
  shorter: string
  rest: string
}

/** The name at the beginning of a text, and the address behind it. */
function splitName(text: string, words: CellWords): Split {
  const parts = commaParts(text)
  let taken = 1
  let suffixed = 1
  while (taken < parts.length && belongsToName(parts[taken] as string, parts.slice(taken + 1), words)) {
    if (suffixed === taken && isSuffix((parts[taken] as string).trim(), words)) suffixed += 1
    taken += 1
  }
  const shorter = suffixed === taken ? '' : parts.slice(0, suffixed).join(',')
  // A semicolon stands in no name; behind it an address begins.
  const first = parts.slice(0, taken).join(',')
  const semicolon = /;\s+/.exec(first)
  if (semicolon === null) return { first, shorter, rest: parts.slice(taken).join(',').trim() }
  return {
    first: first.slice(0, semicolon.index),
    shorter: '',
    rest: [first.slice(semicolon.index + semicolon[0].length), ...parts.slice(taken)].join(',').trim(),
  }
}

function belongsToName(part: string, behind: string[], words: CellWords): boolean {
  const text = part.trim()
  if (text === '') return false
  if (isSuffix(text, words)) return true
  return behind.length > 0 && isUnit(text, words)
}

/** Whether a part names a part of an organisation and no place. */
const isUnit = (text: string, words: CellWords): boolean => hasWord(text, words.unitWords) && !hasWord(text, words.addressWords)

/** Whether one of the words stands in a text, points aside. */
function hasWord(text: string, words: string[]): boolean {
  const dense = ` ${text
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')} `
  return words.some((word) => dense.includes(` ${word.toLowerCase()} `))
}

function isSuffix(text: string, words: CellWords): boolean {
  const lead = plainWord(text.split(/[\s;(]/, 1)[0] as string)
  return words.nameSuffixes.some((suffix) => plainWord(suffix) === lead || (suffix.includes(' ') && text.toLowerCase().startsWith(suffix.toLowerCase())))
}

const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}/]/gu, '')

/** Parts between commas that stand outside of brackets. */
function commaParts(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    if (sign === ')' && depth > 0) depth -= 1
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

/** Abbreviations whose point belongs to the name. */
const POINTED =
  /(?:^|[\s,.(])(?:\p{L}|Ltd|Co|Inc|Corp|Pte|Pvt|Pty|Bhd|Sdn|Jr|Sr|Tech|Mfg|Intl|Bros|Dept|Inst|Univ|Lab|Elec|Est|Int|Ltda|Cia|Comm|Ind|Eng|Equip|Dev|Mat|Sci|Res|Imp|Exp|Trd|s\.r\.o|d\.o\.o|A\.S|S\.p\.A)\.$/iu

/** A name without the point that ends the sentence and without commas left over. */
function endOfName(text: string): string {
  const name = text.replace(/[;,\s]+$/, '').trim()
  return name.endsWith('.') && !POINTED.test(name) ? name.slice(0, -1).trim() : name
}

/** Whether a line under a caption begins another party and is no address of the one above. */
function beginsParty(text: string, words: CellWords): boolean {
  const [first = ''] = commaParts(text)
  if (/^\W*\d/.test(first) || hasWord(first, words.addressWords)) return false
  return (
    hasWord(first, words.unitWords) ||
    splitName(text, words).first !== first ||
    first.split(' ').some((word) => words.nameSuffixes.some((suffix) => plainWord(suffix) === plainWord(word)))
  )
}

function takeAddresses(party: CellParty, block: string): void {
  let text = block.replace(/\s+/g, ' ').trim()
  for (let see = SEE_ALSO.exec(text); see !== null; see = SEE_ALSO.exec(text)) {
    party.notes.push(see[0].replace(/^[(\s.;,]+|[).\s]+$/g, ''))
    party.seeAlso.push(
      ...(see[1] as string)
        .split(/,\s*(?:and\s+)?|\s+and\s+/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    text = `${text.slice(0, see.index)} ${text.slice(see.index + see[0].length)}`.trim()
  }
  for (const part of text.split(/;\s*(?:and\b\s*)?/)) {
    const address = part
      .replace(/^and\s+/i, '')
      .replace(/[;,.\s]+$/, '')
      .trim()
    if (address !== '') party.addresses.push(address)
  }
}
