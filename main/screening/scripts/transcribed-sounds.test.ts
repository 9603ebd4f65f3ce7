/** Which Latin words the sound of Chinese characters may stand for, and how alike it is to them. */
import { describe, expect, it } from 'vitest'
import { skeletonOf, skeletonsOf, transcription, transcriptionAlike } from './transcribed-sounds.ts'

const alike = (syllables: string, latin: string): number => transcriptionAlike(transcription(syllables.split(' ')), latin)

describe('the sound of Chinese characters', () => {
  it.each([
    ['a te la si', 'atlas'],
    ['huo ni wei er', 'honeywell'],
    ['ke rui en', 'korein'],
    ['mai ke wei er', 'makewell'],
    ['ma zha ke', 'mazak'],
    ['nuo wa tai ke', 'novatech'],
    ['niu qi shi', 'newchess'],
    ['lu dao fu', 'rudolf'],
  ])('%s is alike to %s, by a skeleton of it', (syllables, latin) => {
    expect([...skeletonsOf(transcription(syllables.split(' ')))]).toContain(skeletonOf(latin))
    expect(alike(syllables, latin)).toBeGreaterThanOrEqual(0.75)
    expect(alike(syllables, latin)).toBeLessThanOrEqual(0.94)
  })

  it.each([
    ['a consonant that it has not', 'a te la si', 'atlasprom'],
    ['a consonant that it has and the word has not', 'ma zha ke', 'mazal'],
    ['other vowels', 'mai ke wei er', 'mokwilo'],
    ['a single consonant', 'bao e', 'boa'],
    ['another name in pinyin', 'li wei', 'liwo'],
    ['pinyin of more syllables', 'hai sheng', 'haisenan'],
  ])('is not alike to a word with %s', (_, syllables, latin) => {
    expect(alike(syllables, latin)).toBe(0)
  })

  it.each([
    ['hai sheng', 'haisen'],
    ['zhi cheng', 'zicheng'],
    ['zhong xin', 'zongxing'],
  ])('%s is written %s by those who speak it so', (syllables, latin) => {
    expect(alike(syllables, latin)).toBe(0.9)
  })
})
