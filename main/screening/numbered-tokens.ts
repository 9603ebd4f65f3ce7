/** The different tokens of all names, numbered as they are met, with the numbers of each name's. */
import { MOST_WORDS } from './match.ts'
import type { NumberRow } from './name-records.ts'
import type { Name } from './name-tokens.ts'
import { NumberList, startsOf } from './number-list.ts'
import { noWords, wordId } from './vocabulary.ts'
import { TOKEN_SLOTS, type Token } from './word-tokens.ts'

const NONE = -1

/** Tokens by the id of a word that is one of their forms: those of a word from its start to that of the next one. */
export type TokensOfWord = { start: Int32Array; tokens: Int32Array }

export class NumberedTokens {
  /** The different words that are forms of them. */
  readonly words = noWords()
  readonly tokens: Token[] = []
  /** The last token that has each word as a form, as its place among these pairs of both, and the place of the one before it. */
  readonly #last: number[] = []
  readonly #before: number[] = []
  readonly #token = new NumberList()
  readonly #word = new NumberList()
  readonly #numbers = new NumberList()
  readonly #start = new NumberList()
  /** The number that a token of each slot was given last, plus one. */
  readonly #lastOfSlot = new Int32Array(TOKEN_SLOTS)

  /** Gives the tokens of one more name their numbers; names keep one object for each of the first ones. */
  add({ tokens }: Name): void {
    this.#start.push(this.#numbers.length)
    for (let place = 0; place < tokens.length && place < MOST_WORDS; place += 1) {
      const number = this.#numberOf(tokens[place] as Token)
      tokens[place] = this.tokens[number] as Token
      this.#numbers.push(number)
    }
  }

  /** The numbers of the first tokens of all names. */
  row(): NumberRow {
    this.#start.push(this.#numbers.length)
    return { numbers: this.#numbers.all(), start: this.#start.all() }
  }

  /** The tokens by each of their forms. */
  byWord(): TokensOfWord {
    const word = this.#word.all()
    const start = startsOf(word, this.words.words.length)
    const filled = start.slice()
    const tokens = new Int32Array(word.length)
    this.#token.all().forEach((token, pair) => {
      const to = filled[word[pair] as number] as number
      filled[word[pair] as number] = to + 1
      tokens[to] = token
    })
    return { start, tokens }
  }

  #numberOf(token: Token): number {
    const last = (this.#lastOfSlot[token.slot] as number) - 1
    if (last >= 0 && this.tokens[last] === token) return last
    const number = this.#numberOfForms(token)
    this.#lastOfSlot[token.slot] = number + 1
    return number
  }

  #numberOfForms(token: Token): number {
    const first = wordId(this.words, token.forms[0] as string)
    for (let pair = this.#last[first] ?? NONE; pair !== NONE; pair = this.#before[pair] as number)
      if (isSame(this.tokens[this.#token.at(pair)] as Token, token)) return this.#token.at(pair)
    const number = this.tokens.length
    this.tokens.push(token)
    for (const form of token.forms) {
      const word = wordId(this.words, form)
      this.#before.push(this.#last[word] ?? NONE)
      this.#last[word] = this.#token.length
      this.#token.push(number)
      this.#word.push(word)
    }
    return number
  }
}

/** The same word can weigh less in another name: behind "named after", or as a part of a family name. */
const isSame = (one: Token, other: Token): boolean =>
  one === other ||
  (one.weight === other.weight &&
    one.kind === other.kind &&
    one.plain === other.plain &&
    one.forms.length === other.forms.length &&
    one.forms.every((form, at) => form === other.forms[at]))
