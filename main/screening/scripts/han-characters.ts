/** Chinese characters: whether a text has some, and traditional ones as simplified. */
import { Converter } from 'opencc-js/t2cn'

const HAN = /\p{Script=Han}/u
const convert = Converter({ from: 't', to: 'cn' })

/** Whether a text holds Chinese characters. */
export const hasHan = (text: string): boolean => HAN.test(text)

/** Traditional characters as simplified ones. */
export const toSimplified = (text: string): string => convert(text)
