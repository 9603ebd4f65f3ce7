/** Names in Ethiopic letters: each is a consonant with a vowel, and those of the sixth row have a short one that people write or leave out. */
const FIRST = 0x1200
const LAST = 0x135a
const SIXTH = 5
const ROW = 8
const AT_START = /(?<![\u1200-\u137f])[\u1200-\u135a](?=[\u1200-\u135a])/gu

/** Whether a text holds Ethiopic letters. */
export const hasEthiopic = (text: string): boolean => /[\u1200-\u137f]/u.test(text)

const isSixth = (letter: string): boolean => {
  const code = letter.charCodeAt(0)
  return code >= FIRST && code <= LAST && (code - FIRST) % ROW === SIXTH
}

/** The text with the vowel of the sixth row, written `vowel`, where a name begins with it; beside i, other letters are read as often written too. */
export function ethiopicAsLatin(text: string, vowel: 'e' | 'i' = 'e'): string {
  const begun = text
    .replace(/እ/gu, vowel)
    .replace(/[ኧኣ]/gu, 'a')
    .replace(AT_START, (letter) => (isSixth(letter) ? letter + vowel : letter))
  return vowel === 'i' ? begun.replace(/ወ(?=ል)/gu, 'wo').replace(/ጽ|ፅ/gu, 'ts') : begun
}
