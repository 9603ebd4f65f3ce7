/** Transliterates text of other scripts than Chinese into lower-case ASCII letters. */
import anyAscii from 'any-ascii'
import { remembering } from '#main/screening/remembering.ts'
import { ethiopicAsLatin, hasEthiopic } from './ethiopic.ts'
import { greekAsLatin, hasGreek } from './greek.ts'
import { hasIndic, indicAsLatin } from './indic.ts'

/** Signs used for apostrophes, breathings and soft signs in names: they join what stands on both sides. */
const APOSTROPHES = /[\u2018\u2019\u201A\u201B\u02B9-\u02BF\u00B4\u2032\u05F3\u055A\uFF07\u042C\u044C\u042A\u044A]/g

/** Text of printable ASCII, as most names are: it needs none of the steps for other letters. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

const PLAIN = /^[ -~]*$/

const BEYOND_LATIN = /[\u0370-\uffff]/

/** Whether a text has characters behind the Latin letters and their marks, where every other script stands. */
export const isBeyondLatin = (text: string): boolean => BEYOND_LATIN.test(text)

const BEYOND_CYRILLIC = /[\u0370-\u03ff\u0530-\u1fff\u2070-\uffff]/

/** Whether a text has other letters beyond Latin than those that Cyrillic has, which stands beside Latin in most names: sooner asked than for each script. */
export const isBeyondCyrillic = (text: string): boolean => BEYOND_CYRILLIC.test(text)

/** Lower-case ASCII of a text; plain ASCII comes back as it is but lowered. */
export function latin(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  const joined = text.replace(APOSTROPHES, "'")
  return (isBeyondCyrillic(joined) ? ofScript(joined) : joined).replace(NOT_ASCII, asAscii).toLowerCase()
}

const NOT_ASCII = /[\u0080-\uffff]+/g
const asAscii = remembering((letters) => anyAscii(letters))

/** The letters of scripts whose words are spelled otherwise in names than letter by letter. */
function ofScript(text: string): string {
  if (hasGreek(text)) return greekAsLatin(text)
  if (hasIndic(text)) return indicAsLatin(text)
  if (hasEthiopic(text)) return ethiopicAsLatin(text)
  return text.replace(ARMENIAN_U, 'u')
}

/** Two Armenian letters for one sound. */
const ARMENIAN_U = /[ՈՕո][ւՒ]/gu
