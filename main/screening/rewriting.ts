/** Rules that rewrite a word of small Latin letters one after the other, as the ways to spell one name are made one. */
import { lettersOf } from './slips.ts'

/**
 * What is replaced by what, and before it groups of letters, one of which a word must have for the rule; no group for any word. Or what
 * makes the word another one.
 */
export type Rule = readonly [groups: string, pattern: RegExp, by: string] | ((word: string) => string)

/** A function that rewrites words by all rules in their order. Most words have not the letters of most rules, which are not tried. */
export function rewriting(rules: readonly Rule[]): (word: string) => string {
  const steps = rules.map((rule) =>
    typeof rule === 'function' ? { groups: [0], rewrite: rule } : { groups: rule[0].split(' ').map(lettersOf), rewrite: replacing(rule[1], rule[2]) },
  )
  return (word) => {
    let rewritten = word
    let letters = lettersOf(word)
    for (const { groups, rewrite } of steps) {
      if (!hasOneOf(letters, groups)) continue
      const next = rewrite(rewritten)
      if (next === rewritten) continue
      rewritten = next
      letters = lettersOf(next)
    }
    return rewritten
  }
}

const replacing =
  (pattern: RegExp, by: string) =>
  (word: string): string =>
    word.replace(pattern, by)

function hasOneOf(letters: number, groups: readonly number[]): boolean {
  for (const group of groups) if ((letters & group) === group) return true
  return false
}

const REPEATED = /(.)\1+/g

/** A word in which each letter that follows itself stands once. */
export function lettersOnce(word: string): string {
  for (let place = 1; place < word.length; place += 1) if (word.charCodeAt(place) === word.charCodeAt(place - 1)) return word.replace(REPEATED, '$1')
  return word
}
