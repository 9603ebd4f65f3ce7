import { describe, expect, it } from 'vitest'
import type { CaseFile } from '#shared/domain/case.ts'
import { blankCase } from './case-file.ts'
import { givenFacts, readFact, refKey, writeFact } from './facts.ts'

const base: CaseFile = {
  ...blankCase('c'),
  parties: [{ role: 'end-user', name: 'Acme', owners: [], dispositions: [], facts: {} }],
}
const sure = (value: boolean | number | string | string[]) => ({ value, assumed: false })

describe('facts in a case file', () => {
  it.each([
    ['transaction.destination', {}, sure('CN')],
    ['transaction.transit', {}, sure(['SG', 'MY'])],
    ['transaction.informedByBis', {}, sure(true)],
    ['endUse.militaryEndUse', {}, { value: false, assumed: true }],
    ['case.note', {}, sure('x')],
    ['item.eccn', { item: '1' }, sure('3A090')],
    ['item.kind', { item: '1' }, sure('software')],
    ['item.valueUsd', { item: '1' }, sure(1500.5)],
    ['item.massMarket', { item: '1' }, sure(false)],
    ['party.country', { party: 'Acme' }, sure('DE')],
    ['party.isGovernment', { party: 'Acme' }, sure(true)],
  ] as const)('%s is read back as it was written, and gone when taken back', (path, of, answer) => {
    const ref = { path, of }
    const written = writeFact(base, ref, answer as never)
    expect(readFact(written, ref)).toEqual(answer)
    expect(givenFacts(written).map(refKey)).toContain(refKey(ref))
    const taken = writeFact(written, ref, undefined)
    expect(readFact(taken, ref)).toBeUndefined()
    expect(givenFacts(taken).map(refKey)).not.toContain(refKey(ref))
  })

  it('keeps entry and paragraph together as one code', () => {
    const of = { item: '1' }
    const entry = writeFact(base, { path: 'item.eccn', of }, sure('3A090'))
    const whole = writeFact(entry, { path: 'item.paragraph', of }, sure('a.1'))
    expect(whole.items[0]?.eccn).toBe('3A090.a.1')
    expect(readFact(whole, { path: 'item.eccn', of })).toEqual(sure('3A090'))
    expect(readFact(whole, { path: 'item.paragraph', of })).toEqual(sure('a.1'))
    expect(writeFact(whole, { path: 'item.eccn', of }, sure('4A090')).items[0]?.eccn).toBe('4A090')
  })

  it('changes nothing for an item or party that is not in the case', () => {
    expect(writeFact(base, { path: 'item.kind', of: { item: '9' } }, sure('software')).items).toEqual(base.items)
    expect(readFact(base, { path: 'party.country', of: { party: 'Nobody' } })).toBeUndefined()
  })

  it('never changes the case it was given', () => {
    const before = JSON.stringify(base)
    writeFact(base, { path: 'endUse.nuclear', of: {} }, sure(true))
    expect(JSON.stringify(base)).toBe(before)
  })
})

describe('facts of lines of content', () => {
  const lines = [{ eccn: '3A001', origin: 'US' }, { eccn: 'EAR99' }, { eccn: '3A001', origin: 'US' }]
  const file = { items: [{ id: '1', description: '', facts: {}, content: lines }] } as unknown as Parameters<typeof writeFact>[0]
  const ref = (path: string) => ({ path, of: { item: '1', line: '1' } })
  const write = (path: string, value: string | boolean) => writeFact(file, ref(path), { value, assumed: false }).items[0]?.content

  it('go to every line that says the same', () => {
    expect(write('item.paragraph', 'a.2')).toEqual([{ eccn: '3A001.a.2', origin: 'US' }, { eccn: 'EAR99' }, { eccn: '3A001.a.2', origin: 'US' }])
    expect(write('content.serves', true)?.map(({ facts }) => facts)).toEqual([{ serves: true }, undefined, { serves: true }])
  })
  it('are read back', () => {
    expect(readFact(file, ref('content.origin'))).toEqual({ value: 'US', assumed: false })
    expect(readFact(file, ref('item.kind'))).toBeUndefined()
  })
})
