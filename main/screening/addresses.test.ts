/** Addresses in many orders, languages and scripts; the parties and most of the houses are made up. */
import { describe, expect, it } from 'vitest'
import { addressOf, sameAddress } from './addresses.ts'

function same(a: string, b: string): boolean {
  const [first, second] = [addressOf(a), addressOf(b)]
  if (first === undefined || second === undefined) return false
  expect(sameAddress(second, first)).toBe(sameAddress(first, second))
  return sameAddress(first, second)
}

describe('one address', () => {
  it.each([
    // case, signs, order, and the words for streets
    ['12 Example Drive, Laurel, MD 20724, US', '12 EXAMPLE DR, LAUREL'],
    ['4100 Salzedo Street, Apt. 1010, Miami, FL', '4100 Salzedo St., Unit 804, Miami'],
    ['2 Portman Street, W1H 6DU, London, UNITED KINGDOM', '2 Portman St, London'],
    ['63 Zhichun Road, Haidian District, Beijing, 100190, CN', 'No.63 Zhichun Rd., Beijing'],
    ['Satellite Building, No. 63 Zhichun Road, Beijing', '63, Zhi Chun Lu, Haidian, Beijing'],
    ['Building A, 21st Floor, 63, Zhichun Road, Beijing', 'Room 1105, 63 Zhichun Road, Beijing'],
    ['3/F, Unit 5, 60 Hung To Road, Kwun Tong, Hong Kong', 'Room A, 12th Floor, No. 60 Hung To Rd, KwunTong, Kowloon, Hong Kong'],
    // Russian
    ['d. 19 ul. Vavilova, Moscow 117997, Russia', 'ул. Вавилова, д. 19, Москва'],
    ['19 Vavilova Street, Building 2, Moscow', 'Ulitsa Vavilova 19, str. 2, Moskva'],
    ['14/A Brestska Street, Sevastopol', '14A Ulitsa Brestskaya, Sevastopol'],
    ['Novaya Basmannaya Street, 2, Moscow', 'Ul. Novaya Basmannaya, D. 2, Moscow 107174'],
    ['3, Gagarinsky Pereulok, Moscow', '3 per. Gagarinski, Moscow 119034'],
    ['st. Shchorsa, 60, 283048, Donetsk', '60 Schorsa Str., Donetsk'],
    // German, Spanish, French, Turkish
    ['Lindenstrasse 2, Baar, 6340, CH', 'Lindenstr. 2, 6340 Baar'],
    ['Lindenstraße 2, Baar', '2 Linden Strasse, Baar'],
    ['Calle Soledad 113, Interior 301, Lima, PE', 'Calle Soledad No. 113, Oficina 302, Lima'],
    ['8 Rue de la Bruyere, Pinsaguel, 31120', '8, rue La Bruyère, Pinsaguel'],
    ['Boulevard du 30 Juin No 110, Kinshasa', 'No. 110 Boulevard du 30 Juin, Kinshasa'],
    // counted streets and directions
    ['Room 5, 17 Jinye 2nd Road, Xian', '17 Jinye Er Lu, Xian'],
    ['9935 South 76th Avenue, Bridgeview, Illinois', '9935 S. 76th Ave., Bridgeview'],
    ['No. 5 Zhongguancun South Street, Beijing', '5 Zhongguancun Nan Dajie, Beijing'],
    // Chinese characters
    ['北京市海淀区知春路63号卫星大厦11层', '63 Zhichun Road, Haidian District, Beijing'],
    ['北京市海淀區知春路６３號', '63 Zhichun Lu, Beijing'],
    ['中国广东省深圳市福田区益田路6013号江苏大厦B座1208室', 'Room 1208, Block B, Jiangsu Building, No. 6013 Yitian Road, Futian District, Shenzhen, China'],
    ['深圳市南山区科技园路8号', '8 Kejiyuan Road, Nanshan District, Shenzhen'],
    ['香港观塘鸿图道60号', '香港 觀塘 鴻圖道60號 3樓'],
    ['北京知春路63号', '63 Zhichun Road, Beijing'],
    ['上海南京西路1266号', '1266 Nanjing Xilu Street, Jingan District, Shanghai'],
    ['北京市海淀区中关村南大街5号', '5 Zhongguancun South Street, Beijing'],
    ['北京经济技术开发区科创十五街2号', 'No. 2, Kechuang 15 Street, Economic Technology Development Zone, Beijing'],
    ['上海市浦东新区寿光路78弄39号', '#602, No. 39, Nong #78, Shou Guang Road, Pudong, Shanghai'],
    ['北京市西城区金融大街甲9号', 'Jinrong Dajie 9A, Xicheng, Beijing'],
  ])('%s is %s', (a, b) => {
    expect(same(a, b), JSON.stringify([a, b].map((one) => ({ ...addressOf(one), places: [...(addressOf(one)?.places ?? [])] })))).toBe(true)
  })
})

describe('two addresses', () => {
  it.each([
    ['another number', '63 Zhichun Road, Beijing', '65 Zhichun Road, Beijing'],
    ['another part of the number', '9/6 Ulitsa Polyany, Moscow', '9 Ulitsa Polyany, Moscow'],
    ['another street', '63 Zhichun Road, Beijing', '63 Zhichen Road, Beijing'],
    ['another kind of way', '45 Park Avenue, New York', '45 Park Street, New York'],
    ['another town', '1 Lenina Street, Omsk, Russia', '1 Lenina Street, Tomsk, Russia'],
    ['nothing in common but the country', 'No. 1 Renmin Road, Shenzhen, China', 'No. 1 Renmin Road, Zhuhai, China'],
    ['nothing in common but the province', 'No. 1 Renmin Road, Shenzhen, Guangdong', 'No. 1 Renmin Road, Zhuhai, Guangdong'],
    ['nothing in common but a region of the name', '1 Mira Street, Khimki, Moscow Region', '1 Mira Street, Moscow'],
    ['nothing in common but the room', 'Room 12, 5 First Street, Dubai', 'Room 12, 7 Second Street, Dubai'],
    ['another lane', '上海市寿光路78弄39号', '上海市寿光路79弄39号'],
    ['another direction', '5 Zhongguancun South Street, Beijing', '5 Zhongguancun North Street, Beijing'],
  ])('%s', (_, a, b) => {
    expect(addressOf(a), a).toBeDefined()
    expect(addressOf(b), b).toBeDefined()
    expect(same(a, b)).toBe(false)
  })
})

describe('an address that is not specific', () => {
  it.each([
    'Beijing, China',
    'CN',
    'P.O. Box 61002, Dubai, AE',
    'PO Box 309, George Town, Cayman Islands',
    'Zhichun Road, Haidian District, Beijing',
    '63 Zhichun Road',
    '1 Okhotny Ryad Street, Russia',
    '1 Lenina Street, Omsk Region',
    '12th Floor, Room 5, Building 3, Beijing',
    'Road 5, China',
    'Moscow 119034, Russia',
    '北京市海淀区知春路',
    '深圳市福田区',
    '日本东京都中央区筑地5丁目6番4号',
    '',
    '0',
    ', , ,',
    '\u0000',
    '９'.repeat(500),
    '5 '.repeat(500),
    '路1号'.repeat(200),
    'a, '.repeat(600),
  ])('%j', (text) => {
    expect(addressOf(text)).toBeUndefined()
  })
})
