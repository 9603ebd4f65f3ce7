import { describe, expect, it } from 'vitest'
import { isTrue, pack, rule, test } from './fixture.ts'
import { incompleteFamilies } from './reach.ts'

const family = (id: string, completeFrom: string) => ({ id, title: { en: id, zh: id }, completeFrom })
const law = pack(
  [
    rule('subject', 'item.subject', { kind: 'all', parts: [] }),
    rule('general', 'item.licence', isTrue('party.bad'), { family: 'old' }),
    rule('inner', 'party.bad', isTrue('party.x'), { family: 'inner', inForce: [{ from: '2026-06-01' }] }),
    rule('row', 'item.licence', test('item.eccn', 'is', 'X'), { family: 'rows', eccns: ['X'], inForce: [{ from: '2026-06-01' }] }),
    rule('terms', 'item.exception.LVS', isTrue('item.a'), { family: 'terms' }),
    rule('unread', 'item.elsewhere', isTrue('item.a'), { family: 'unread' }),
  ],
  { families: [family('rest', '2020-01-01'), family('old', '2020-01-01'), ...['inner', 'rows', 'terms', 'unread'].map((id) => family(id, '2026-06-01'))] },
)
const names = (day: string, eccn: string | undefined, licence: boolean) => incompleteFamilies(law, day, eccn, licence).map(({ id }) => id)

describe('families that are held in full only from a later day', () => {
  it('are none on that day', () => expect(names('2026-06-01', 'X', true)).toEqual([]))
  it('count when a rule of theirs is read on the way, in force that day or not', () => expect(names('2026-05-31', 'Y', false)).toEqual(['inner']))
  it('count by the control entry of the item', () => expect(names('2026-05-31', 'X', false)).toEqual(['inner', 'rows']))
  it('count for every entry while the item has none', () => expect(names('2026-05-31', undefined, false)).toEqual(['inner', 'rows']))
  it('count as terms of exceptions only where a licence is required', () => expect(names('2026-05-31', 'Y', true)).toEqual(['inner', 'terms']))
})
