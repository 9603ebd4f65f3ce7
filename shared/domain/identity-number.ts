/**
 * Numbers that tell one party from all others and that can be checked by themselves: China's unified social credit code (GB
 * 32100-2015), the legal entity identifier (ISO 17442), the IMO numbers of ships and of their owners, and the MMSI of a ship's
 * radio, which has no check. Lists write them with a label before or behind, between brackets and country codes.
 */
import type { PartyKind } from './screening.ts'

export const NUMBER_KINDS = ['social-credit-code', 'lei', 'imo', 'mmsi'] as const
export type NumberKind = (typeof NUMBER_KINDS)[number]

/** Why a number is none of its kind: its form is another (length, letters), or its check character does not fit. */
export type NumberFault = 'form' | 'check'

/** `number` in capital letters and figures alone. A number with a fault says nothing about who a party is. */
export type IdentityNumber = { kind: NumberKind; number: string; fault?: NumberFault }

/** What is wrong with a number of the query; `value` as it was written. */
export type NumberWarning = { value: string; kind: NumberKind; fault: NumberFault; says: string }

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_BASE = 31
const CREDIT_FORM = /^[0-9ANY][0-9A-HJ-NPQRTUWXY][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/
/** Registered firms, offices and societies: what is written like one is meant as one, even with a slip in it. */
const LIKE_CREDIT_CODE = /^(?:1[1239]|5[1239]|9[123])[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** Whether the last character is the one that the weights 3^i modulo 31 ask for. */
const isCreditCode = (code: string): boolean => {
  if (!CREDIT_FORM.test(code)) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % CREDIT_BASE
  }
  return CREDIT_ALPHABET[(CREDIT_BASE - (sum % CREDIT_BASE)) % CREDIT_BASE] === code[17]
}

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether 18 figures are the identity number of a person in China, which has a date of birth inside and a check of its own. */
const isResidentNumber = (code: string): boolean =>
  /^[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$/.test(code) &&
  '10X98765432'[RESIDENT_WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(code[place]), 0) % 11] === code[17]

/** Whether the whole, with letters as figures from 10 on, leaves 1 when divided by 97 (ISO 7064). */
const isLei = (code: string): boolean => {
  let rest = 0
  for (const character of code) for (const figure of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(figure)) % 97
  return rest === 1
}

const weighed = (number: string, weights: readonly number[]): number => weights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0)

/** Ships: weights 7 to 2, the last figure of the sum. */
const isShipNumber = (number: string): boolean => weighed(number, [7, 6, 5, 4, 3, 2]) % 10 === Number(number[6])
/** Companies and registered owners of ships: weights 8, 6, 4, 2, 9, 7, from 11 less the rest by 11. */
const isOwnerNumber = (number: string): boolean => (11 - (weighed(number, [8, 6, 4, 2, 9, 7]) % 11)) % 10 === Number(number[6])

const LABELS: readonly (readonly [NumberKind, RegExp])[] = [
  [
    'social-credit-code',
    /UNIFIED SOCIAL CREDIT (?:CODE|IDENTIFIER)(?: CERTIFICATE)?|UNI(?:FI|T)ED SOCIAL CREDIT|(?<![A-Z])USCCC?(?![A-Z])|(?:统一)?社会信用(?:代码|编码)?/,
  ],
  ['lei', /LEGAL ENTITY IDENTIFIER|(?<![A-Z])LEI(?![A-Z])|(?:全球)?法人(?:机构)?识别(?:编码|码|编号)/],
  ['imo', /(?<![A-Z])IMO(?![A-Z])/],
  ['mmsi', /(?<![A-Z])MMSI(?![A-Z])|MARITIME MOBILE SERVICE IDENTITY|海上移动(?:通信)?业务标识/],
]
/** What stands with a label beside the number. */
const FILLERS = /(?<![A-Z])(?:NUMBER|NUMMER|NO|NR|N|CODE|ID)(?![A-Z])|编号|号码|代码|编码|[#№:：.]/g

const LENGTHS: Record<NumberKind, RegExp> = {
  'social-credit-code': /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g,
  lei: /(?<![0-9A-Z])[0-9A-Z]{18}[0-9]{2}(?![0-9A-Z])/g,
  imo: /(?<![0-9A-Z])[0-9]{7}(?![0-9A-Z])/g,
  mmsi: /(?<![0-9A-Z])[0-9]{9}(?![0-9A-Z])/g,
}

const FORMS: Record<NumberKind, RegExp> = {
  'social-credit-code': /^[0-9A-HJ-NPQRTUWXY]{18}$/,
  lei: /^[0-9A-Z]{18}[0-9]{2}$/,
  imo: /^[0-9]{7}$/,
  mmsi: /^[0-9]{9}$/,
}

function isSound(kind: NumberKind, number: string, party: PartyKind | undefined): boolean {
  if (kind === 'social-credit-code') return isCreditCode(number)
  if (kind === 'lei') return isLei(number)
  // Ships and owners are numbered by different rules; a ship has a ship's number.
  return kind === 'mmsi' || isShipNumber(number) || (party !== 'vessel' && isOwnerNumber(number))
}

function checked(kind: NumberKind, number: string, party: PartyKind | undefined): IdentityNumber {
  if (!FORMS[kind].test(number)) return { kind, number, fault: 'form' }
  return isSound(kind, number, party) ? { kind, number } : { kind, number, fault: 'check' }
}

/**
 * The numbers of these kinds in one identity number as a list or an officer writes it. A label says what a number is; without one
 * only what can be nothing else is taken, and seven or nine bare figures only when the party is a ship.
 */
export function identityNumbers(written: string, party?: PartyKind): IdentityNumber[] {
  const text = written.normalize('NFKC').toUpperCase()
  if (!/[0-9]/.test(text)) return []
  const label = LABELS.find(([, words]) => words.test(text))
  return label === undefined ? unlabelled(text.trim(), party) : labelled(text, label[0], label[1], party)
}

function labelled(text: string, kind: NumberKind, words: RegExp, party: PartyKind | undefined): IdentityNumber[] {
  const rest = text.replaceAll(new RegExp(words, 'g'), ' ')
  const found = [...new Set([...rest.matchAll(LENGTHS[kind])].map(([number]) => number))]
  if (found.length > 0) return found.map((number) => checked(kind, number, party))
  // Written in groups, or too short or too long: the part that has figures.
  const parts = rest
    .replaceAll(FILLERS, ' ')
    .split(/[,;，；()（）]/)
    .map((part) => part.replace(/[^0-9A-Z]/g, ''))
  const number = parts.find((part) => /[0-9].*[0-9].*[0-9]/.test(part))
  return number === undefined ? [] : [checked(kind, number, party)]
}

function unlabelled(text: string, party: PartyKind | undefined): IdentityNumber[] {
  const found: IdentityNumber[] = []
  for (const [code] of text.matchAll(LENGTHS['social-credit-code'])) {
    const meant = isCreditCode(code) || LIKE_CREDIT_CODE.test(code)
    if (meant && party !== 'person' && !isResidentNumber(code)) found.push(checked('social-credit-code', code, party))
  }
  for (const [code] of text.matchAll(LENGTHS.lei)) if (/[A-Z]/.test(code) && isLei(code)) found.push({ kind: 'lei', number: code })
  if (party !== 'vessel') return found
  const bare = text.replace(/^VESSEL REGISTRATION IDENTIFICATION\s*|\s*,\s*VESSEL REGISTRATION IDENTIFICATION$/, '')
  if (/^[0-9]{7}$/.test(bare)) found.push(checked('imo', bare, party))
  if (/^[0-9]{9}$/.test(bare)) found.push({ kind: 'mmsi', number: bare })
  return found
}

const SAID: Record<NumberKind, string> = {
  'social-credit-code': 'unified social credit code',
  lei: 'legal entity identifier',
  imo: 'IMO number',
  mmsi: 'MMSI',
}

/** What is wrong with the identity numbers of a party, in the order in which they are given. Nothing is refused for it. */
export function numberWarnings(ids: readonly string[], party?: PartyKind): NumberWarning[] {
  return ids.flatMap((value) =>
    identityNumbers(value, party).flatMap(({ kind, fault }) => {
      if (fault === undefined) return []
      const why = fault === 'check' ? 'its check character does not fit' : 'it has not the form of one'
      return [{ value, kind, fault, says: `“${value}” is no valid ${SAID[kind]}: ${why}. It is compared as it is written and tells no party apart.` }]
    }),
  )
}
