/** Chinese numerals in names and addresses: 第五十四 is 54. */

const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** The value of a Chinese numeral. */
export function chineseNumber(text: string): number {
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => DIGITS[digit] ?? 0).join(''))
  let value = 0
  let current = 0
  for (const character of text) {
    if (character === '十') {
      value += (current === 0 ? 1 : current) * 10
      current = 0
    } else if (character === '百') {
      value += (current === 0 ? 1 : current) * 100
      current = 0
    } else current = DIGITS[character] ?? 0
  }
  return value + current
}
