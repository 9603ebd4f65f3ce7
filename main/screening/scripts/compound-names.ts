/**
 * Arabic names made of several words that lists write now as one word and now as several: servants' names ("Abdulrahman", "Abd
 * al-Rahman", "Abdur Rahman") and names of the faith ("Nasruddin", "Nasr al-Din"). They are taken apart in one way.
 */

import { isUsualName, usualWordOf } from '#main/screening/usual-words.ts'

const SERVANT = 'abdul'
/** The article behind "abd", whose last letter is that of the name's first ("Abdur Rahman", "Abdus Salam"). */
const SERVANT_ALONE = /^abd(?:[aeou](?:l|r|s|sh|z|n|d|t))?$/
const SERVANT_JOINED = /^abd(?:[aeou](?:l|r(?=r)|s(?=s)|z(?=z)|n(?=n)|d(?=d)|t(?=t))|[eou](?=r[ah]|[sz][aol]))([b-df-hj-np-tv-z][a-z]{2,})$/
const SERVANT_BEFORE_VOWEL = /^abd[aeou]l(a[zd]h?(?:iz|eez|im|eem)|lat[ie]e?f|al(?:im|eem|i)|ahad|awal|ilah|elah|ouah(?:ab|ed|id)|ouadoud|ouahab)$/
/** "the merciful" written together with the name before it ("Fazlurrahman"). */
const MERCIFUL = /^((?!abd)[a-z]{3,}?)(?:[aeiou]?r)?[aeiou]?r?rahm[ao]n$/
const ARTICLE = /^(?:al|el|ul|ur|ar|er|as|us|es|az|uz|an|un|ad|ud|at|ash|esh|allah)$/
const FAITH_JOINED = /^([a-z]{3,}?)(?:[aeiou]?[dl])?[aeiou]?d(?:di|dee|dii|die|ee|i)ne?$/
/** Names of the faith that are written with a single consonant ("Ezzedine"). */
const FAITH_KNOWN =
  /^(ezz?|izz?|azz?|saa?d|saif|sayf|seif|nasr|jamal|djamal|gamal|kamal|nur|noor|nour|shams|badr|bedr|salah|imad|emad|hossam|husam|muhy|mohi|mohy|taj|zain|zein|zayn|ala|alaa|shihab|shahab|siraj|jalal|djalal|fakhr|majd|najm|nizam|qutb|rukn|diya|sadr|baha|khair|kheir|kher)(?:ou|[aeiou])?[dl]?d[eiy]+ne?$/
const FAITH_ENDING = /(?:[ue]dd|[aeu]ld|[ue]d|[aeiou]d)(?:i|ee|ie)ne?$/

/** "Abu Bakr", which is one name ("Abubakar", "Boubekeur"). */
const CALIPH = 'abubakar'
const FATHER = /^a?b(?:ou|oo|u|o)$/
const FIRST_CALIPH = /^a?b(?:ou|oo|u|o)b[ae](?:k|c|ck|q)[aeiou]*r$/

/** A name with the article of the one behind it ("Fazlur Rehman", "Nurul Haq"). */
const WITH_ARTICLE = /^([a-z]{3,})[uo][lrsz]$/
const BEHIND_ARTICLE = /^(?:ra?e?hm[ae]n|rahim|haqq?|haque|hoque|islam|huda|hoda|amin|alam|aziz|ghani|karim|kabir|hakim|mulk|wahh?ab|zaman|abidin)$/
const BEFORE_ARTICLE =
  /^(?:fa[zd]h?l|fai?z|zia|ata|obaid|ubaid|mustafiz|mizan|moti|nazr?|kamr|nazm|ain|ikram|imdad|inam|mujib|atiq|shafiq|hafiz|siraj|reza|qamar)$/

/** A title of the clergy in one word or several ("Hojjat al-Islam"). */
const CLERIC = /^h[ou]d?j+at[aoeu]l[ei]slam$/
const CLERIC_TITLE = 'hojjatoleslam'
const CLERICS_FIRST = /^h[ou]d?j+at$/

/** The words with those names taken apart. */
export function takenApart(words: string[]): string[] {
  const found: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string
    const next = words[index + 1]
    if (next !== undefined && CLERICS_FIRST.test(word)) {
      const end = ARTICLE.test(next) || next === 'ol' ? index + 2 : index + 1
      if (/^[ie]slam$/.test(words[end] ?? '')) {
        found.push(CLERIC_TITLE)
        index = end
        continue
      }
    }
    if (next !== undefined && word.length < 5 && FATHER.test(word) && FIRST_CALIPH.test(word + next)) {
      found.push(CALIPH)
      index += 1
      continue
    }
    const base = next !== undefined && BEHIND_ARTICLE.test(next) ? beforeArticle(word) : undefined
    if (base !== undefined) {
      found.push(base)
      continue
    }
    if (word.length > 2 && SERVANT_ALONE.test(word)) {
      if (next === 'allah' || next === 'ullah' || next === 'lah' || next === 'llah') {
        found.push('abdullah')
        index += 1
        continue
      }
      found.push(SERVANT)
      if (next !== undefined && ARTICLE.test(next) && words[index + 2] !== undefined) index += 1
      continue
    }
    const parts = partsOf(word)
    if (parts === word) found.push(word)
    else found.push(...parts.split(' '))
  }
  return found
}

/** How such words begin or end, which most words do not. */
const MAY_BE_TAKEN_APART = /^(?:ab|b[ou]|h[ou]d?j)|rahm|ne?$|[uo][lrsz]$/

/** Whether a word is taken apart, or may be one of several that are such a name. */
export const isTakenApart = (word: string): boolean => MAY_BE_TAKEN_APART.test(word) && isOfSeveral(word)

const isOfSeveral = (word: string): boolean =>
  CLERICS_FIRST.test(word) || SERVANT_ALONE.test(word) || FATHER.test(word) || beforeArticle(word) !== undefined || partsOf(word) !== word

/** A name without the article of the next one; nothing where it has none. */
function beforeArticle(word: string): string | undefined {
  const base = WITH_ARTICLE.exec(word)?.[1]
  return base !== undefined && (BEFORE_ARTICLE.test(base) || isUsualName(usualWordOf(base) ?? base)) ? base : undefined
}

/** The parts of a single word with a space between them. */
function partsOf(word: string): string {
  if (word.length < 3) return word
  if (CLERIC.test(word)) return CLERIC_TITLE
  if (word.startsWith('abd')) {
    const vowel = SERVANT_BEFORE_VOWEL.exec(word)
    if (vowel !== null) return `${SERVANT} ${vowel[1]}`
  }
  const mercy = word.includes('rahm') ? MERCIFUL.exec(word) : null
  if (mercy !== null) return `${mercy[1]} rahman`
  const servant = word.startsWith('abd') ? SERVANT_JOINED.exec(word) : null
  if (servant !== null && !/^abd[aeou]ll/.test(word)) return `${SERVANT} ${servant[1]}`
  if (FIRST_CALIPH.test(word)) return CALIPH
  const father = /^ab(?:oal|ual|oul|ol|ul)([b-df-hj-np-tv-z][a-z]{3,})$/.exec(word)
  if (father !== null) return `abu ${father[1]}`
  if (!word.endsWith('n') && !word.endsWith('ne')) return word
  const known = FAITH_KNOWN.exec(word.replace(/([lmr])\1/g, '$1'))
  if (known !== null) return `${known[1]} din`
  const faith = word.length >= 7 && FAITH_ENDING.test(word) && /dd|[aeu]ld/.test(word) ? FAITH_JOINED.exec(word) : null
  return faith === null ? word : `${faith[1]} din`
}
