import { describe, expect, it } from 'vitest'
import { termsIn } from './terms.ts'

const term = (id: string, en: string, zh: string, match: { en: string; zh: string }[] = []) => ({
  id,
  name: { en, zh },
  match,
  says: { en: '', zh: '' },
  cite: '',
})
const terms = [term('release', 'release', '披露'), term('knowledge', 'knowledge', '知悉', [{ en: 'you know', zh: '明知' }]), term('lease', 'lease', '租赁')]
const found = (text: string, lang: 'en' | 'zh' = 'en') => termsIn([text], terms, lang).map(({ id }) => id)

describe('the terms of a question', () => {
  it('are found in the order in which it writes them', () => expect(found('Do you know of a release?')).toEqual(['knowledge', 'release']))
  it('are whole words', () => expect(found('Was it released? Its releases?')).toEqual([]))
  it('are found behind a part of another word', () => expect(found('A prerelease, then a release.')).toEqual(['release']))
  it('are found in Chinese without gaps', () => expect(found('是否明知将向外国人披露技术？', 'zh')).toEqual(['knowledge', 'release']))
  it('are none where none is written', () => expect(found('How long is the barrel?')).toEqual([]))
})
