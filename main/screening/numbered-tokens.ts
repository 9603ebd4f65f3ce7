/** The different tokens of all names, numbered as they are met, with the numbers of each name's. */
import { MOST_WORDS } from './match.ts'
import type { NumberRow } from './name-records.ts'
import type { Name, Token } from './name-tokens.ts'
import { NumberList } from './number-list.ts'
import { noWords, wordId } from './vocabulary.ts'

const NONE: readonly number[] = []

export class NumberedTokens {
  /** The different words that are forms of them. */
  readonly words = noWords()
  readonly tokens: Token[] = []
  /** Tokens by id of one of their forms. */
  readonly tokensOfWord: number[][] = []
  readonly #numbers = new NumberList()
  readonly #start = new NumberList()

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

  #numberOf(token: Token): number {
    const alike = this.tokensOfWord[wordId(this.words, token.forms[0] as string)] ?? NONE
    for (let at = 0; at < alike.length; at += 1) if (isSame(this.tokens[alike[at] as number] as Token, token)) return alike[at] as number
    const number = this.tokens.length
    this.tokens.push(token)
    for (const form of token.forms) {
      const word = wordId(this.words, form)
      const known = this.tokensOfWord[word]
      if (known === undefined) this.tokensOfWord[word] = [number]
      else known.push(number)
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
