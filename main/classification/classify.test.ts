import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClassifyInput, classifyItem, type ParameterInput } from '#shared/domain/classification.ts'
import { InputError } from '#shared/text/errors.ts'
import { classify, type EntryTitle } from './classify.ts'
import { parseClassificationTables } from './tables.ts'

const words = (text: string): { en: string; zh: string } => ({ en: text, zh: `中文${text}` })
const parameter = (name: string, type: string, more: object = {}): object => ({
  name,
  label: words(name),
  type,
  help: words(name),
  cite: `Fixture, ${name}`,
  ...more,
})
const paragraph = (at: string, when: unknown, more: object = {}): object => ({ at, says: words(at), ...(when === undefined ? {} : { when }), ...more })

/** Two entries: the first takes its paragraph z before the others and asks for a vessel; the second is plain. */
const tables = parseClassificationTables([
  {
    reviewed: { on: '2026-01-01', against: 'a fixture' },
    parameters: [
      parameter('form', 'choice', {
        choices: [
          { value: 'vessel', label: words('vessel') },
          { value: 'valve', label: words('valve') },
        ],
      }),
      parameter('volume', 'number', { unit: 'mm2', aliases: ['V'] }),
      parameter('length', 'number', { unit: 'mm' }),
      parameter('heat', 'number', { unit: '°C' }),
      parameter('coated', 'boolean'),
      parameter('military', 'boolean'),
    ],
    before: [{ says: words('another list'), cite: 'Fixture', when: { parameter: 'military', is: true } }],
    entries: [
      {
        eccn: '9A901',
        source: 'Fixture',
        says: words('vessels'),
        kinds: ['commodity'],
        subject: { parameter: 'form', is: 'vessel' },
        first: ['z'],
        paragraphs: [
          paragraph('a', { parameter: 'volume', above: 10 }),
          paragraph('b', { notModelled: words('the words of b') }),
          paragraph('c', undefined, { of: 'all' }),
          paragraph('c.1', { parameter: 'length', atLeast: 1, unit: 'm' }),
          paragraph('c.2', { parameter: 'heat', atMost: -50 }),
          paragraph('z', { all: [{ paragraph: '9A901.a' }, { parameter: 'coated', is: true }] }),
        ],
      },
      { eccn: '9A902', source: 'Fixture', says: words('coated things'), kinds: ['commodity'], paragraphs: [paragraph('a', { parameter: 'coated', is: true })] },
    ],
  },
])

const TITLES: EntryTitle[] = [
  { eccn: '9A901', title: words('pressure vessels') },
  { eccn: '2B350', title: { en: 'Chemical manufacturing vessels and valves', zh: '化学品制造用容器和阀门' } },
  { eccn: '2D351', title: { en: 'Software for vessels', zh: '容器软件' } },
  { eccn: '6A003', title: { en: 'Cameras', zh: '照相机' } },
]

const run = (item: Omit<ClassifyInput, 'id'>, lang?: 'en' | 'zh') => classify(classifyItem.parse({ id: 'one', ...item }), tables, TITLES, lang)
const state = (answer: ReturnType<typeof run>, at: string): string =>
  answer.candidates.find((each) => `${each.eccn}.${each.paragraph}` === at)?.state ?? 'absent'
const RULED_OUT = { form: 'valve', coated: false }

describe('the order of review', () => {
  it('classifies by the paragraph that is met', () => {
    const answer = run({ parameters: { form: 'vessel', volume: 11, coated: false, length: 1, heat: 0 } })
    expect(answer.conclusion).toMatchObject({ state: 'classified', eccn: '9A901', paragraphs: ['a'] })
    expect(answer.candidates[0]).toMatchObject({ eccn: '9A901', paragraph: 'a', score: 1 })
  })

  it('takes the first paragraphs before the others', () => {
    expect(run({ parameters: { form: 'vessel', volume: 11, coated: true } }).conclusion).toMatchObject({ eccn: '9A901', paragraphs: ['z'] })
  })

  it('does not conclude while a paragraph that goes first is open', () => {
    const { conclusion } = run({ parameters: { form: 'vessel', volume: 11 } })
    expect(conclusion).toEqual({ state: 'undetermined', why: '9A901.a is met, but this comes before it and is open: 9A901 z (missing coated)' })
  })

  it('does not conclude on a later entry while an earlier one is open', () => {
    expect(run({ parameters: { coated: true } }).conclusion).toMatchObject({ state: 'undetermined', why: expect.stringContaining('9A902.a is met') })
    expect(run({ parameters: { coated: true, form: 'valve' } }).conclusion).toMatchObject({ state: 'classified', eccn: '9A902' })
    expect(run({ parameters: { coated: true, form: 'vessel', volume: 1, length: 1, heat: 0 } }).conclusion.why).toContain('not evaluated by this program')
  })

  it('sends an item of another list there', () => {
    expect(run({ parameters: { coated: true, form: 'valve', military: true } }).conclusion).toEqual({
      state: 'undetermined',
      why: 'Another list comes first: another list',
    })
  })

  it('puts met before unknown, not modelled and not met', () => {
    const answer = run({ parameters: { form: 'vessel', coated: true, heat: 0 } })
    expect(answer.candidates.map((each) => each.state)).toEqual(['met', 'unknown', 'unknown', 'not-modelled', 'not-met'])
  })

  it('does not hold an entry for commodities against software', () => {
    const answer = run({ kind: 'software', parameters: { coated: true } })
    expect(answer.candidates).toEqual([])
    expect(answer.conclusion.state).toBe('undetermined')
  })

  it('needs all parts of a paragraph that asks for all', () => {
    expect(state(run({ parameters: { form: 'vessel', length: '100 cm', heat: '-58 °F' } }), '9A901.c')).toBe('met')
    expect(state(run({ parameters: { form: 'vessel', length: '100 cm', heat: '-57.9 °F' } }), '9A901.c')).toBe('not-met')
    expect(run({ parameters: {} }).candidates.map((each) => each.paragraph)).not.toContain('c.1')
  })

  it('speaks Chinese', () => {
    const answer = run({ parameters: { form: 'vessel', volume: 11 } }, 'zh')
    expect(answer.conclusion.why).toContain('已符合')
    expect(answer.candidates[0]?.says).toBe('中文a')
  })
})

describe('EAR99', () => {
  const decision = { eccn: 'EAR99', paragraph: '', state: 'met' as const, reason: 'read the list' }
  it('is never concluded by the machine', () => {
    const { conclusion } = run({ parameters: RULED_OUT })
    expect(conclusion).toMatchObject({ state: 'undetermined', why: expect.stringContaining('Most control entries are not evaluated') })
  })

  it('is concluded when an officer decided it and nothing is open', () => {
    expect(run({ parameters: RULED_OUT, marks: [decision] }).conclusion).toEqual({
      state: 'ear99',
      why: 'An officer ruled out every candidate and decided EAR99: read the list',
    })
  })

  it('waits for what is open', () => {
    expect(run({ parameters: { form: 'valve' }, marks: [decision] }).conclusion).toMatchObject({ state: 'undetermined', why: expect.stringContaining('9A902') })
  })

  it('waits for entries that words point to', () => {
    const item = { description: 'valve for a vessel', parameters: RULED_OUT }
    expect(run({ ...item, marks: [decision] }).conclusion).toMatchObject({ state: 'undetermined', why: expect.stringContaining('2B350') })
    const both = ['2B350', '2D351'].map((eccn) => ({ eccn, paragraph: '*', state: 'not-met' as const, reason: 'not for chemicals' }))
    expect(run({ ...item, marks: [decision, ...both] }).conclusion.state).toBe('ear99')
  })

  it('does not stand against a paragraph that is met', () => {
    expect(run({ parameters: { form: 'valve', coated: true }, marks: [decision] }).conclusion).toMatchObject({ state: 'classified', eccn: '9A902' })
  })
})

describe('an officer’s marks', () => {
  const mark = (eccn: string, at: string, decided: 'met' | 'not-met') => ({ eccn, paragraph: at, state: decided, reason: 'read it', by: 'officer' })
  const vessel = { form: 'vessel', volume: 1, length: 1, heat: 0, coated: false }

  it('settle what is not modelled', () => {
    const answer = run({ parameters: vessel, marks: [mark('9A901', 'b', 'met')] })
    expect(answer.conclusion).toMatchObject({ state: 'classified', eccn: '9A901', paragraphs: ['b'] })
    expect(answer.candidates[0]?.marked).toEqual({ state: 'met', reason: 'read it', by: 'officer', contradicts: false })
  })

  it('settle what is unknown, for the paragraphs below and the whole entry too', () => {
    expect(state(run({ parameters: { form: 'vessel' }, marks: [mark('9A901', 'a', 'not-met')] }), '9A901.z')).toBe('not-met')
    const whole = run({ parameters: {}, marks: [mark('9A901', '', 'not-met')] })
    expect(whole.candidates.filter((each) => each.eccn === '9A901').every((each) => each.state === 'not-met')).toBe(true)
  })

  it('never overrule a computed result, but contradict it in view', () => {
    const answer = run({ parameters: { ...vessel, volume: 11 }, marks: [mark('9A901', 'a', 'not-met')] })
    expect(state(answer, '9A901.a')).toBe('met')
    expect(answer.candidates.find((each) => each.paragraph === 'a' && each.eccn === '9A901')?.marked).toMatchObject({ state: 'not-met', contradicts: true })
    expect(answer.conclusion).toEqual({ state: 'undetermined', why: 'An officer’s mark contradicts the computed result: 9A901.a (met)' })
  })

  it('agree silently with a computed result', () => {
    expect(run({ parameters: { ...vessel, volume: 11 }, marks: [mark('9A901', 'a', 'met')] }).conclusion.state).toBe('classified')
  })

  it('classify on an entry that is not evaluated, once nothing evaluated is open', () => {
    const marks = [mark('6A003', 'b.4', 'met')]
    expect(run({ parameters: RULED_OUT, marks }).conclusion).toMatchObject({ state: 'classified', eccn: '6A003', paragraphs: ['b.4'] })
    expect(run({ parameters: {}, marks }).conclusion).toMatchObject({ state: 'undetermined', why: expect.stringContaining('6A003.b.4 is met') })
  })
})

describe('words of the description', () => {
  it('point to entries that are not evaluated, best first, with the shared words', () => {
    expect(run({ description: 'A valve for chemical vessels', kind: 'commodity' }).reviewed).toEqual([{ eccn: '2B350', why: 'valve, chemical, vessels' }])
    expect(run({ description: '化学品阀门' }).reviewed[0]?.eccn).toBe('2B350')
    expect(run({ description: 'camera', category: '2' }).reviewed).toEqual([])
    expect(run({ description: 'vessel', kind: 'software' }).reviewed.map((each) => each.eccn)).toEqual(['2D351'])
    expect(run({ description: '' }).reviewed).toEqual([])
  })
})

describe('parameters that cannot be read', () => {
  const faults: [Record<string, ParameterInput>, string][] = [
    [{ lenght: 5 }, 'parameters.lenght: no control entry uses a parameter of this name; did you mean length?'],
    [{ length: '5 GHz' }, 'parameters.length: found the unit GHz, expected a number in mm or another unit of the same kind (m, mm, cm, km, ft)'],
    [{ length: { value: 5, unit: 'bit' } }, 'parameters.length: found the unit bit'],
    [{ length: 'long' }, 'parameters.length: found "long", expected a number in mm'],
    [{ length: true }, 'parameters.length: found true'],
    [{ length: -1 }, 'parameters.length: found -1, expected a value that is not below zero'],
    [{ length: { min: 6, max: 4 } }, 'parameters.length: found a range from 6 to 4, expected min not larger than max'],
    [{ length: { unit: 'mm' } }, 'parameters.length: found a range without ends, expected min, max or both'],
    [{ length: '1e999' }, 'parameters.length: found "1e999"'],
    [{ coated: 'perhaps' }, 'parameters.coated: found "perhaps", expected true or false'],
    [{ coated: 1 }, 'parameters.coated: found 1, expected true or false'],
    [{ form: 'ship' }, 'parameters.form: found "ship", expected one of vessel, valve'],
    [{ volume: 1, V: 2 }, 'parameters.volume: found it twice, once as V, expected each parameter once'],
    [JSON.parse('{"__proto__": 5}') as Record<string, ParameterInput>, 'accepted'],
  ]
  it.each(faults)('%j', (parameters, said) => {
    let detail = 'accepted'
    try {
      run({ parameters })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      detail = error.detail
    }
    expect(detail).toContain(said)
  })

  it('takes yes and no in words, and choices with blanks around them', () => {
    expect(state(run({ parameters: { coated: '是', form: ' valve ' } }), '9A902.a')).toBe('met')
    expect(state(run({ parameters: { coated: 'No' } }), '9A902.a')).toBe('not-met')
  })

  it('shows a value as it is compared', () => {
    const shown = (volume: ParameterInput): string | undefined =>
      run({ parameters: { volume } })
        .candidates.flatMap((each) => each.tests)
        .find((test) => test.parameter === 'volume')?.value
    expect(shown('0.5 cm²')).toBe('50 mm2')
    expect(shown({ min: 4, max: 6 })).toBe('4 – 6 mm2')
    expect(shown({ min: 4 })).toBe('≥ 4 mm2')
    expect(shown({ max: 6 })).toBe('≤ 6 mm2')
  })
})

describe('what more knowledge can do', () => {
  const known = fc.record(
    {
      form: fc.constantFrom('vessel', 'valve'),
      volume: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 0, max: 2000 }),
      heat: fc.integer({ min: -100, max: 100 }),
      coated: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const decided = (answer: ReturnType<typeof run>): Map<string, string> =>
    new Map(answer.candidates.filter((each) => each.state === 'met' || each.state === 'not-met').map((each) => [`${each.eccn}.${each.paragraph}`, each.state]))

  it('never changes a paragraph that is decided', () => {
    fc.assert(
      fc.property(known, known, (some, more) => {
        const before = decided(run({ parameters: some }))
        const after = decided(run({ parameters: { ...more, ...some } }))
        for (const [at, found] of before) expect(after.get(at)).toBe(found)
      }),
    )
  })

  it('never comes from widening a range', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }), (rest, a, b, margin) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const narrow = decided(run({ parameters: { ...rest, volume: { min, max } } }))
        const wide = decided(run({ parameters: { ...rest, volume: { min: Math.max(0, min - margin), max: max + margin } } }))
        for (const [at, found] of wide) expect(narrow.get(at)).toBe(found)
      }),
    )
  })

  it('names in `missing` only what can still matter', () => {
    fc.assert(
      fc.property(known, (some) => {
        for (const each of run({ parameters: some }).candidates) {
          if (each.state === 'met' || each.state === 'not-met') expect(each.missing).toEqual([])
          else expect(each.missing.every((name) => !(name in some))).toBe(true)
          if (each.state === 'unknown') expect(each.missing.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
