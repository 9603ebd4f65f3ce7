import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { simpleCase } from '#main/core/fixture.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { run } from './licet.ts'

let folder: string
let out: string
let messages: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  out = ''
  messages = ''
  process.exitCode = undefined
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    messages += String(chunk)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const licet = (...args: string[]) => run(['--data', join(folder, 'data'), ...args])
const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('content', () => {
  const foreign = { ...simpleCase('EAR99', 'VN', { item: { origin: 'DE', locatedIn: 'DE' } }) }
  it('works out the controlled share of a bill of materials', async () => {
    const bom = file('bom.csv', 'Description,ECCN,Origin,Value\nConverter,3A001.a.2.c,US,250.00\nBolt,EAR99,US,3\n')
    expect(await licet('content', '--in', bom, '--case', file('case.json', foreign))).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ lines: 2, sum: { min: '250.00' }, share: { min: 25, max: 25 }, limit: 25, above: false })
  })
  it('refuses a line with its number and what was expected', async () => {
    const bom = file('bad.csv', 'ECCN,Origin\n3A001,US\n3A00l,US\n')
    expect(await licet('content', '--in', bom, '--case', file('case.json', foreign))).toBe(1)
    expect(messages).toMatch(/bad\.csv, line 3, “ECCN”: no control entry: “3A00l” \(expected 3A001/)
    expect(out).toBe('')
  })
  it('names a file that is not there', async () => expect(await licet('content', '--in', join(folder, 'no.csv'), '--case', file('case.json', foreign))).toBe(1))
})

describe('determine', () => {
  it('answers one case as one object and writes the memo', async () => {
    const memo = join(folder, 'memo.pdf')
    expect(await licet('determine', '--in', file('case.json', simpleCase('3A001.a.2.c', 'CN')), '--memo', memo)).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ schema: 'licet.determination/1', case: 'case', outcome: 'licence-required' })
    expect(readFileSync(memo).subarray(0, 5).toString()).toBe('%PDF-')
  })
  it('writes the same memo for the same case', async () => {
    const input = file('case.json', simpleCase('3A001.a.2.c', 'CN'))
    const memos = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
    for (const memo of memos) expect(await licet('determine', '--in', input, '--memo', memo)).toBe(0)
    expect(readFileSync(memos[0] as string).equals(readFileSync(memos[1] as string))).toBe(true)
  })
  it('answers a line for each line', async () => {
    const lines = ['DE', 'CU'].map((to, i) => JSON.stringify(simpleCase('EAR99', to, { id: `c${i}` }))).join('\n')
    expect(await licet('determine', '--in', file('cases.jsonl', lines), '--out', join(folder, 'out.jsonl'))).toBe(0)
    const answers = readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome)
    expect(answers).toEqual(['no-licence-required', 'licence-required'])
  })
  it('replays every line of a file, whatever it is called', async () => {
    const lines = ['DE', 'CU'].map((to, i) => JSON.stringify(simpleCase('EAR99', to, { id: `c${i}` }))).join('\n')
    const stored = join(folder, 'many.out')
    await licet('determine', '--in', file('cases.jsonl', lines), '--out', stored)
    expect(await licet('replay', stored)).toBe(0)
    expect(out).toBe('c0: identical\nc1: identical\n')
  })
  it('replays its own file, and not an altered one', async () => {
    const stored = join(folder, 'stored.json')
    await licet('determine', '--in', file('case.json', simpleCase('3A001.a.2.c', 'CN')), '--out', stored)
    expect(await licet('replay', stored)).toBe(0)
    expect(out).toContain('identical')
    writeFileSync(stored, readFileSync(stored, 'utf8').replace('"outcome": "licence-required"', '"outcome": "no-licence-required"'))
    expect(await licet('replay', stored)).toBe(1)
    expect(out).toContain('differs at')
  })
})

describe('bad input ends with exit code 1, a place, and nothing written', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['broken JSON', 'broken.json', '{\n"schema": "licet.case/1",\n oops }', /broken\.json, line 3: not valid JSON/],
    ['broken JSON lines', 'broken.jsonl', `${JSON.stringify(simpleCase('EAR99', 'DE'))}\n{oops`, /broken\.jsonl, line 2: not valid JSON/],
    ['an unknown field', 'field.json', { ...simpleCase('EAR99', 'DE'), itmes: [] }, /field\.json.*itmes/],
    ['a wrong control entry', 'eccn.json', simpleCase('3A999999', 'DE'), /eccn\.json.*items\[0\]\.eccn.*3A99/],
    [
      'a wrong paragraph',
      'paragraph.json',
      simpleCase('3A090.a.9', 'BR'),
      /paragraph\.json.*items\[0\]\.eccn.*no paragraph “a\.9” of 3A090; the nearest are a\./,
    ],
    ['an unknown country', 'country.json', simpleCase('EAR99', 'QQ'), /QQ/],
    ['another schema', 'schema.json', { schema: 'other/9' }, /schema\.json, schema/],
    ['an empty file', 'empty.json', '', /not valid JSON/],
    ['no UTF-8', 'latin.json', Buffer.from([0x7b, 0xff, 0xfe]).toString('latin1'), /not valid JSON|UTF-8/],
  ])('%s', async (_, name, content, message) => {
    const target = join(folder, `${name}.out`)
    expect(await licet('determine', '--in', file(name, content), '--out', target)).toBe(1)
    expect(messages).toMatch(message)
    expect(existsSync(target)).toBe(false)
  })
  it('a missing file', async () => {
    expect(await licet('determine', '--in', join(folder, 'nothing.json'))).toBe(1)
    expect(messages).toContain('no such file')
  })
  it('an unknown option or command', async () => {
    expect(await licet('determine', '--nonsense')).toBe(1)
    expect(await licet('nonsense')).toBe(1)
  })
  it('a list of an unknown format', async () => {
    expect(await licet('lists', 'import', file('strange.txt', 'this is no list\nat all\n'))).toBe(1)
    expect(messages).toContain('strange.txt')
    expect(messages).toMatch(/CSL|Consolidated Screening List/)
  })
  it('a date that is none', async () => {
    expect(await licet('--as-of', '2026-13-40', 'lists', 'status')).toBe(1)
    expect(messages).toContain('--as-of')
  })
  it('a place that cannot be written', async () => {
    expect(await licet('determine', '--in', file('case.json', simpleCase('EAR99', 'DE')), '--out', join(folder, 'no', 'such', 'folder.json'))).toBe(1)
    expect(messages).toContain('does not exist')
  })
  it('a data folder that is a file', async () => {
    expect(await run(['--data', file('not-a-folder', 'text'), 'lists', 'status'])).toBe(1)
    expect(messages).toContain('not-a-folder')
  })
})

describe('the other commands', () => {
  it('shows the state of the lists, the starter list marked', async () => {
    expect(await licet('lists', 'status')).toBe(0)
    expect(out).toContain('starter list, incomplete')
  })
  it('screens one name and a file of names', async () => {
    expect(await licet('--json', 'screen', '--name', 'Huawei Technologies Co Ltd')).toBe(0)
    expect(JSON.parse(out.trim())).toMatchObject({ alert: true })
    out = ''
    expect(await licet('--json', 'screen', '--name', 'Harmless Bakery', '--dob', '1970', '--number', 'USCC 91350100M000100Y44', 'P1234567')).toBe(0)
    expect(JSON.parse(out.trim())).toMatchObject({ alert: false, warnings: [{ kind: 'social-credit-code', fault: 'check' }] })
    out = ''
    expect(await licet('screen', '--in', file('names.csv', 'id,name,country\nq1,华为技术有限公司,CN\nq2,Harmless Bakery,FR\n'))).toBe(0)
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id, alert }) => [id, alert])).toEqual([
      ['q1', true],
      ['q2', false],
    ])
  })
  it('compares pairs without any list', async () => {
    expect(
      await licet(
        'compare',
        '--in',
        file('pairs.jsonl', '{"name1":"Huawei Technologies Co., Ltd.","name2":"HUAWEI TECHNOLOGIES"}\n{"name1":"Acme Bakery","name2":"Zenith Tools"}'),
      ),
    ).toBe(0)
    const [same, other] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(same).toMatchObject({ name1: 'Huawei Technologies Co., Ltd.', alert: true })
    expect(other).toMatchObject({ alert: false })
  })
  it('classifies an item', async () => {
    expect(
      await licet(
        'classify',
        '--in',
        file('item.json', { id: 'chip', kind: 'commodity', description: 'AI accelerator', parameters: { totalProcessingPerformance: 5000 } }),
      ),
    ).toBe(0)
    expect(JSON.parse(out).candidates.length).toBeGreaterThan(0)
  })
  it('checks, compares and lists the rules', async () => {
    const pack = join(ASSETS_FOLDER, 'rules', 'us-ear')
    expect(await licet('rules', 'check', pack)).toBe(0)
    expect(out).toContain('no problem found')
    expect(out).toContain('Coverage of the law, by part')
    expect(out).toContain('Rows without a rule')
    out = ''
    expect(await licet('rules', 'diff', pack, pack)).toBe(0)
    expect(out).toContain('the same')
    out = ''
    expect(await licet('rules', 'facts')).toBe(0)
    expect(out).toContain('endUse.militaryEndUse')
  })
  it('signs, refuses and lists keys', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pack = join(ASSETS_FOLDER, 'rules', 'us-ear')
    const key = file('private.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const signed = join(folder, 'signed.pack')
    const options = ['--key', key, '--out', signed, '--publisher', 'P']
    expect(await licet('rules', 'sign', pack, ...options, '--expires', 'soon')).toBe(1)
    expect(existsSync(signed)).toBe(false)
    expect(await licet('rules', 'sign', pack, ...options, '--expires', '9999-12-31')).toBe(0)
    expect(await licet('rules', 'install', signed)).toBe(1)
    expect(messages).toContain('not among the trusted keys')
    expect(await licet('rules', 'keys')).toBe(0)
    expect(out).toContain('No key is trusted')
    expect(await licet('rules', 'keys', 'add', key, '--name', 'P')).toBe(1)
    expect(await licet('rules', 'keys', 'add', file('public.pem', publicKey.export({ type: 'spki', format: 'pem' })), '--name', 'P')).toBe(0)
    expect(await licet('rules', 'keys')).toBe(0)
    expect(await licet('rules', 'install', signed)).toBe(1)
    expect(messages).toContain('held already')
    for (const command of ['sign', 'install', 'keys', 'impact', 'diff', 'check']) expect(await licet('rules', command, '--help')).toBe(0)
  })
  it('weighs another pack against the cases determined', async () => {
    expect(await licet('rules', 'impact', join(ASSETS_FOLDER, 'rules', 'us-ear'))).toBe(0)
    expect(out).toContain('0 evaluated, 0 unchanged')
    out = ''
    expect(await licet('--json', 'rules', 'impact', join(ASSETS_FOLDER, 'rules', 'us-ear'))).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ counts: { evaluated: 0, failed: 0 }, wrongThen: [], differNow: [] })
    expect(await licet('rules', 'impact', join(folder, 'no-pack'))).toBe(1)
    expect(messages).toContain('no such folder or file')
  })
  it('verifies the audit chain of a casebook', async () => {
    expect(await licet('audit', 'verify')).toBe(0)
    expect(out).toContain('The chain is whole')
  })
})

describe('screen evaluate', () => {
  it('measures the matcher on the labelled set', async () => {
    const scores = join(folder, 'scores.json')
    expect(await licet('--json', 'screen', 'evaluate', '--by', 'kind', '--misses', '3', '--scores', scores)).toBe(0)
    const report = JSON.parse(out)
    expect(report).toMatchObject({ split: 'held-out', by: 'kind', summary: { pairs: { f1: expect.any(Number) } } })
    expect(report.groups.map(({ group }: { group: string }) => group).sort()).toEqual(['company', 'person', 'vessel'])
    expect(report.wrong).toHaveLength(3)
    expect(JSON.parse(readFileSync(scores, 'utf8')).pairs.length).toBeGreaterThan(5000)
  })
  it('says what an option expects', async () => {
    for (const [option, value] of [
      ['--at', '2'],
      ['--split', 'half'],
      ['--by', 'moon'],
      ['--misses', '-1'],
    ] as const) {
      expect(await licet('screen', 'evaluate', option, value)).toBe(1)
      expect(messages).toContain(`${option}: expected`)
    }
  })
})

describe('files of parties and pairs, line by line', () => {
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  it.each([
    ['screen', 'id,name\nq1,Huawei Technologies\nq2\nq3,Harmless Bakery\n,""\n'],
    ['compare', 'name1,name2\nAcme Bakery,Zenith Tools\nonly one\nHuawei Technologies,HUAWEI TECHNOLOGIES\nonly one\n'],
  ])('%s with a bad line ends with exit code 1, every bad line told, and nothing written', async (command, content) => {
    const input = file(`wrong-${command}.csv`, content)
    for (const ending of ['jsonl', 'csv', ...(command === 'screen' ? ['pdf'] : [])]) {
      const target = join(folder, `bad-${command}.${ending}`)
      if (ending === 'csv') writeFileSync(target, 'before')
      expect(await licet(command, '--in', input, '--out', target)).toBe(1)
      if (ending === 'csv') expect(readFileSync(target, 'utf8')).toBe('before')
      else expect(existsSync(target)).toBe(false)
    }
    messages = ''
    expect(await licet(command, '--in', input)).toBe(1)
    expect(out).toBe('')
    expect(messages).toMatch(/, line 3: the row has 1 cell, the heading has 2\nlicet: .*, line 5.*\nlicet: .*: 2 lines in error\. Nothing was written\./)
  })
  it('a bad line that is to be passed over is told, has a line of its own in the results and is never clear', async () => {
    const input = file('mixed.csv', 'id,name\nq1,Huawei Technologies\nq2\nq3,Harmless Bakery\n')
    const target = join(folder, 'mixed.jsonl')
    expect(await licet('screen', '--keep-going', '--in', input, '--out', target)).toBe(0)
    expect(messages).toContain('mixed.csv, line 3: the row has 1 cell, the heading has 2')
    expect(messages).toContain('3 lines: 1 with hits, 1 without, 1 in error')
    expect(lines(readFileSync(target, 'utf8')).map(({ id, alert, error }) => [id, alert, error === undefined])).toEqual([
      ['q1', true, true],
      ['2', null, false],
      ['q3', false, true],
    ])
  })
  it('makes a table or a certificate by the ending of the result file', async () => {
    const input = file('two.jsonl', '{"id":"a","name":"Huawei Technologies"}\n{"id":"b","name":"=1+1"}\n')
    expect(await licet('screen', '--in', input, '--out', join(folder, 'two.csv'))).toBe(0)
    const [heading, first, second] = readFileSync(join(folder, 'two.csv'), 'utf8').split('\r\n')
    expect(heading).toBe('\ufeffline,id,name,state,hits,list,entry,listed name,score,nearest,nearest list,nearest score,error,warning')
    expect(first).toMatch(/^1,a,Huawei Technologies,alert,[1-9]/)
    expect(second).toMatch(/^2,b,"'=1\+1",no hit,0/)
    const wrong = file('wrong.jsonl', '{"name":"Harmless Bakery","ids":["IMO 9187628"]}\n')
    expect(await licet('screen', '--in', wrong, '--out', join(folder, 'wrong.csv'))).toBe(0)
    expect(readFileSync(join(folder, 'wrong.csv'), 'utf8')).toContain('no valid IMO number')
    expect(await licet('screen', '--in', input, '--out', join(folder, 'two.pdf'))).toBe(0)
    expect(readFileSync(join(folder, 'two.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })
  it('refuses an unknown format, a file without names and results in place of the input, and writes nothing', async () => {
    const input = file('three.csv', 'a,b\n1,2\n')
    expect(await licet('screen', '--in', input, '--format', 'xlsx')).toBe(1)
    expect(messages).toContain('--format: expected jsonl or csv or pdf, and found “xlsx”')
    expect(await licet('screen', '--in', input, '--out', join(folder, 'three.jsonl'))).toBe(1)
    expect(messages).toContain('three.csv, line 1: no column holds the name')
    expect(existsSync(join(folder, 'three.jsonl'))).toBe(false)
    expect(await licet('screen', '--in', input, '--out', input)).toBe(1)
    expect(readFileSync(input, 'utf8')).toBe('a,b\n1,2\n')
  })
  it('compares pairs past a bad line among them, as a table too', async () => {
    const input = file('pairs.csv', 'name1,name2\nAcme Bakery,Zenith Tools\nonly one\nHuawei Technologies,HUAWEI TECHNOLOGIES\n')
    expect(await licet('compare', '--keep-going', '--in', input)).toBe(0)
    expect(messages).toContain('pairs.csv, line 3: the row has 1 cell, the heading has 2')
    expect(lines(out).map(({ alert }) => alert)).toEqual([false, null, true])
    out = ''
    expect(await licet('compare', '--keep-going', '--in', input, '--format', 'csv')).toBe(0)
    expect(out.trimEnd().split('\r\n')[3]).toBe('4,Huawei Technologies,HUAWEI TECHNOLOGIES,1.0000,true,')
  })
})
