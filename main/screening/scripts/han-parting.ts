/** Parts a run of Chinese characters, which has no spaces, into words, numbers and names. */
import { HAN_LEGAL_FORMS } from '#main/screening/legal-forms.ts'
import { isNameOfBody, isPlace, LONGEST_WORD, startsWithWord } from './han-dictionary.ts'
import { chineseNumber } from './han-numerals.ts'
import { type Piece, pieceOf } from './han-pieces.ts'

/** A number, which stands behind 第 or before a word for what is counted. */
const NUMBER = /^(?:第([零〇一二三四五六七八九十百]+)|([零〇一二三四五六七八九十百]+)(?=研究|设计|工厂|机床|厂|所|院|局|部|号|师|团|大队))/
/** The costs of parting a run: few pieces, and few characters that are no word. */
const COST = { word: 10, number: 8, nameBegins: 12, nameCharacter: 10, lastCharacter: 14, characterBetween: 21, nameBeside: 12 }
const SIGN_OF_PLACE = /^[市省县区]/
const NAMED_PLACE = /^.{2,3}[市县]/
const AND = /^[与和及暨]/

/** A way to part the first characters of a run. */
type Step = { cost: number; before?: Step; from: number; to: number; piece?: Piece | 'name'; inName: boolean }

/** Whether a piece is a name of two characters that stands beside another only by chance. */
const isKnownName = (piece: Piece | 'name' | undefined): boolean =>
  typeof piece === 'object' && piece.kind === 'word' && piece.han.length === 2 && isNameOfBody(piece.han)

/** Parts a run of characters into words, numbers and what is left, the names, by the least cost. */
export function piecesOf(run: string, behindNumber: boolean): Piece[] {
  const best: (Step | undefined)[][] = Array.from({ length: run.length + 1 }, () => [])
  ;(best[0] as Step[])[0] = { cost: 0, from: 0, to: 0, inName: false }
  for (let at = 0; at < run.length; at += 1) {
    const rest = run.slice(at)
    const [first = ''] = rest
    for (const step of best[at] as (Step | undefined)[]) {
      if (step === undefined) continue
      const add = (length: number, cost: number, piece?: Piece | 'name'): void => {
        const inName = piece === 'name'
        const steps = best[at + length] as (Step | undefined)[]
        const known = steps[Number(inName)]
        if (known === undefined || step.cost + cost < known.cost)
          steps[Number(inName)] = { cost: step.cost + cost, before: step, from: at, to: at + length, ...(piece === undefined ? {} : { piece }), inName }
      }
      add(first.length, COST.nameCharacter + (step.inName ? 0 : COST.nameBegins) + (isKnownName(step.piece) ? COST.nameBeside : 0), 'name')
      const number = NUMBER.exec(rest)
      if (number !== null) add(number[0].length, COST.number, { kind: 'number', value: chineseNumber(number[1] ?? (number[2] as string)) })
      const behindWord = !step.inName && (at > 0 || behindNumber)
      // A city or a province is called so with or without this sign.
      if (SIGN_OF_PLACE.test(rest) && behindWord) add(1, 0)
      // Behind a name that is no word it parts a place from what follows.
      if (NAMED_PLACE.exec(run)?.[0].length === at + 1 && step.inName) add(1, -COST.nameBegins)
      if (behindWord && AND.test(rest) && startsWithWord(rest.slice(1))) add(1, COST.number, andOf(first))
      for (let length = Math.min(LONGEST_WORD, rest.length); length > 0; length -= 1) {
        const word = rest.slice(0, length)
        const piece = pieceOf(word)
        if (piece === undefined) continue
        const last = length === rest.length || HAN_LEGAL_FORMS.has(rest.slice(length))
        // A single character is read as a word only behind a name or a word, since it is as often a part of one.
        if (length === 1 && !behindWord && !(step.inName && last)) continue
        const cost = length > 1 || piece.kind === 'legal' ? COST.word : last ? COST.lastCharacter : COST.characterBetween
        add(length, cost + (step.inName && (isPlace(word) || isKnownName(piece)) ? COST.nameBeside : 0), piece)
      }
    }
  }
  const [behindWord, behindName] = best[run.length] as (Step | undefined)[]
  return piecesAlong(run, behindName === undefined || (behindWord !== undefined && behindWord.cost <= behindName.cost) ? behindWord : behindName)
}

function piecesAlong(run: string, last: Step | undefined): Piece[] {
  const pieces: Piece[] = []
  let name = ''
  const flush = (): void => {
    if (name !== '') pieces.unshift(...namesIn(name))
    name = ''
  }
  for (let step = last; step?.before !== undefined; step = step.before) {
    if (step.piece === 'name') name = run.slice(step.from, step.to) + name
    else {
      flush()
      if (step.piece !== undefined) pieces.unshift(step.piece)
    }
  }
  flush()
  return pieces
}

/** Two foreign names that a firm is called by: 吉布斯和考克斯 is Gibbs & Cox. */
const TWO_NAMES = /^(.{3,})([和与及])(.{3,})$/

function namesIn(name: string): Piece[] {
  const [, first, and, second] = TWO_NAMES.exec(name) ?? []
  if (first === undefined || and === undefined || second === undefined) return [{ kind: 'name', han: name }]
  return [{ kind: 'name', han: first }, andOf(and), { kind: 'name', han: second }]
}

const andOf = (han: string): Piece => ({ kind: 'word', readings: [[['and']]], han })
