import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, testService } from '#main/core/fixture.ts'
import { screeningCertificate } from '#main/memo/model/screening-certificate.ts'
import { screen } from '#main/screening/screen.ts'
import type { BatchSummary } from '#shared/domain/batch.ts'
import { ResultFile } from './result-file.ts'
import { screenFile } from './screen-file.ts'

let folder: string
let service: TestService
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-batch-'))
  service = testService()
})
afterAll(async () => {
  await service.remove()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const NAMES = ['Huawei Technologies Co., Ltd.', 'Harmless Bakery', '=HYPERLINK("http://x")', '华为技术有限公司', '@SUM(1)', 'Zenith Garden Tools']
const nameAt = (i: number) => NAMES[i % NAMES.length] as string
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const kindOfJob = (id: string) =>
  new Promise<{ ok: boolean; code: string; detail: string; batch?: BatchSummary | undefined; file?: { path: string; name: string } | undefined }>((resolve) => {
    const stop = service.onEvent((event) => {
      if (event.event !== 'job:done' || event.job !== id) return
      stop()
      resolve(event)
    })
  })

describe('a batch of many parts', () => {
  it('is answered in the order of the input, every line counted once, the same as each query by itself', async () => {
    const lines = 5000
    const text = ['id,name', ...Array.from({ length: lines }, (_, i) => (i % 1000 === 999 ? `${i},"broken` : `${i},${quoted(nameAt(i))}`))].join('\n')
    const path = file('large.csv', text)
    const [jsonl, csv] = [join(folder, 'large.jsonl'), join(folder, 'large.out.csv')]
    let told = 0
    const summary = await screenFile(service.core, {
      id: 'b1',
      path,
      day: '2026-09-15',
      threads: 2,
      jsonl: new ResultFile(jsonl),
      csv: new ResultFile(csv),
      onProgress: ({ lines: done }) => {
        expect(done).toBeGreaterThan(told)
        told = done
      },
    })
    expect(told).toBe(lines)
    const alone = NAMES.map((name) => screen(service.core.screening().index, { name }))
    const good = Array.from({ length: lines }, (_, i) => i).filter((i) => i % 1000 !== 999)
    const alerts = good.filter((i) => alone[i % NAMES.length]?.alert === true).length
    expect(summary.counts).toEqual({ lines, alerts, clear: good.length - alerts, errors: 5 })
    expect(summary.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    const bytes = readFileSync(jsonl)
    expect(summary.answers).toBe(createHash('sha256').update(bytes).digest('hex'))
    const answers = bytes.toString().trimEnd().split('\n')
    expect(answers).toHaveLength(lines)
    for (const i of [0, 1, 3, 127, 128, 998, 3000, lines - 2]) {
      const expected = alone[i % NAMES.length]
      const said = JSON.parse(answers[i] as string)
      expect(said).toMatchObject({ id: String(i), line: i + 2, alert: expected?.alert, lists: expected?.lists, settings: expected?.settings })
      expect(said.hits.map(({ listing: _, onDay: __, ...hit }: { listing: unknown; onDay: unknown }) => hit)).toEqual(
        expected?.hits.map(({ listing: _, ...hit }) => hit),
      )
    }
    expect(answers.every((line, i) => line.startsWith(`{"id":"${i % 1000 === 999 ? i + 1 : i}",`))).toBe(true)
    expect(JSON.parse(answers[999] as string)).toEqual({
      id: '1000',
      line: 1001,
      alert: null,
      error: `${path}, line 1001: after the closing quote of cell 2 the cell goes on`,
    })
    const table = readFileSync(csv, 'utf8').trimEnd().split('\r\n')
    expect(table).toHaveLength(lines + 1)
    expect(table[3]).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(table.slice(1).filter((row) => /^(?:[^,]*,){0,3}[=+@-]/.test(row))).toEqual([])
    expect(table[1000]).toMatch(/^1001,1000,,error,/)
  })
})

describe('nothing half-written', () => {
  const order = { id: 'x', day: '2026-09-15', threads: 1 }
  it('stands under a final name when the batch is cancelled, and what stood there before stays', async () => {
    const path = file('cancelled.csv', `name\n${'Huawei\n'.repeat(5000)}`)
    const out = file('cancelled.jsonl', 'before')
    const abort = new AbortController()
    const jsonl = new ResultFile(out)
    const run = screenFile(service.core, { ...order, path, jsonl, signal: abort.signal, onProgress: () => abort.abort() })
    await expect(run).rejects.toThrow(expect.objectContaining({ code: 'cancelled' }))
    expect(readFileSync(out, 'utf8')).toBe('before')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('when the file changes while it is read', async () => {
    const path = file('changing.csv', `name\n${'Huawei\n'.repeat(2000)}`)
    let changed = false
    const run = screenFile(service.core, {
      ...order,
      path,
      onProgress: () => {
        if (!changed) writeFileSync(path, 'name\nOther\n')
        changed = true
      },
    })
    await expect(run).rejects.toThrow(expect.objectContaining({ code: 'stale' }))
  })

  it('when there is nobody in it', async () => {
    await expect(screenFile(service.core, { ...order, path: file('nobody.csv', 'name\n\n') })).rejects.toThrow('the file holds no party')
  })
})

describe('a batch of the window', () => {
  it('is kept with its results until the next, and stands in the audit chain', async () => {
    const path = file('parties.csv', 'Ref,Company Name,Remark\nA,Huawei Technologies,x\nB,Harmless Bakery,y\nC,,z\n')
    expect(await service.call('batch:preview', { file: path })).toMatchObject({
      format: 'csv',
      headings: ['Ref', 'Company Name', 'Remark'],
      columns: ['id', 'name', ''],
    })
    const { job } = await service.call('batch:run', { file: path })
    const { ok, batch } = await kindOfJob(job)
    expect(ok).toBe(true)
    expect(batch).toMatchObject({ file: 'parties.csv', by: 'A. Officer', counts: { lines: 3, alerts: 1, clear: 1, errors: 1 } })
    expect(batch?.alerts).toMatchObject([{ line: 2, id: 'A', query: { name: 'Huawei Technologies' } }])
    expect((await service.call('batch:newest', {})).batch).toEqual(batch)
    const { rows } = await service.call('audit:list', { subject: 'parties.csv' })
    expect(rows[0]).toMatchObject({ action: 'batch.screened', by: 'A. Officer' })
    expect(JSON.parse(rows[0]?.detail ?? '')).toMatchObject({ sha256: batch?.sha256, counts: batch?.counts, answers: batch?.answers })

    const id = batch?.id ?? ''
    const results = async (format: 'pdf' | 'csv' | 'jsonl', lang: 'en' | 'zh', of = id) =>
      await kindOfJob((await service.call('batch:results', { id: of, format, lang })).job)
    const { file: pdf } = await results('pdf', 'zh')
    expect(pdf?.name).toBe('screening-parties-2026-09-15-zh.pdf')
    expect(
      readFileSync(pdf?.path ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(readFileSync((await results('csv', 'en')).file?.path ?? '', 'utf8').split('\r\n')).toHaveLength(5)

    const next = await service.call('batch:run', { file: path, columns: ['', 'name', ''] })
    const second = (await kindOfJob(next.job)).batch
    expect(second?.alerts).toMatchObject([{ id: '1' }])
    expect(await results('jsonl', 'en')).toMatchObject({ ok: false, code: 'not-found', detail: expect.stringContaining('no longer kept') })
  })

  it('has a certificate that is drawn beside the core, with progress, and not at all when cancelled', async () => {
    const { job } = await service.call('batch:run', { file: file('many.csv', `name\n${'Huawei Technologies\n'.repeat(1500)}`) })
    const id = (await kindOfJob(job)).batch?.id ?? ''
    const told: number[] = []
    const stop = service.onEvent((event) => {
      if (event.event !== 'job:progress') return
      told.push(event.done / event.total)
      void service.call('job:cancel', { id: event.job })
    })
    const drawing = await service.call('batch:results', { id, format: 'pdf', lang: 'en' })
    await expect(service.call('batch:results', { id, format: 'csv', lang: 'en' })).rejects.toThrow('busy')
    expect(await kindOfJob(drawing.job)).toMatchObject({ ok: false, code: 'cancelled' })
    stop()
    expect(told[0]).toBeGreaterThan(0)
    expect(readdirSync(join(service.folder, 'batches', id)).filter((name) => name.includes('certificate'))).toEqual([])
    const again = await service.call('batch:results', { id, format: 'pdf', lang: 'en' })
    expect(await service.call('app:status', { lang: 'en' })).toMatchObject({ cases: 0 })
    expect(await kindOfJob(again.job)).toMatchObject({ ok: true })
  })

  it('that fails leaves the one before', async () => {
    const before = (await service.call('batch:newest', {})).batch
    const { job } = await service.call('batch:run', { file: file('bad.csv', 'a,b\n1,2\n') })
    expect(await kindOfJob(job)).toMatchObject({ ok: false, code: 'bad-input', detail: expect.stringContaining('no column holds the name') })
    expect((await service.call('batch:newest', {})).batch).toEqual(before)
    expect(readdirSync(join(service.folder, 'batches'))).toEqual([before?.id])
  })
})

describe('the certificate', () => {
  const summary: BatchSummary = {
    id: 'b-1',
    file: 'parties.csv',
    bytes: 1234,
    sha256: 'ab'.repeat(32),
    at: '2026-09-15T08:00:00.000Z',
    by: 'A. Officer',
    day: '2026-09-15',
    settings: { matcher: 'words-2', threshold: 0.82, top: 50 },
    lists: [
      { id: 'EL', title: 'Entity List', contentDate: '2026-09-01', records: 2000, sha256: 'cd'.repeat(32), complete: true, ageDays: 14, stale: false },
      { id: 'SDN', title: 'SDN', contentDate: '2026-01-01', records: 9, sha256: 'ef'.repeat(32), complete: false, ageDays: 257, stale: true },
    ],
    counts: { lines: 5000, alerts: 1, clear: 4998, errors: 1 },
    milliseconds: 10,
    answers: '12'.repeat(32),
    alerts: [
      {
        line: 2,
        id: 'A',
        query: { name: 'Huawei', country: 'CN' },
        found: 12,
        hits: [{ list: 'EL', entry: 'e1', name: 'Huawei Technologies', matched: 'Huawei', score: 0.91 }],
      },
    ],
    faults: [{ line: 3, id: '2', detail: 'parties.csv, line 3: a quoted cell is never closed' }],
    clear: [{ line: 4, id: 'C', name: 'Harmless Bakery' }],
  }

  it.each(['en', 'zh'] as const)('says incomplete lists first, then all that was screened, found and in error (%s)', (lang) => {
    const { blocks } = screeningCertificate(summary, { EL: 'The Entity List' }, lang)
    expect(blocks[1]).toMatchObject({ kind: 'note', tone: 'warning', title: lang === 'en' ? 'Incomplete lists' : '名单不完整' })
    const text = JSON.stringify(blocks)
    for (const fact of [
      'parties.csv',
      summary.sha256,
      summary.answers,
      'words-2',
      '0.82',
      'A. Officer',
      'The Entity List',
      '2026-01-01',
      'ef'.repeat(32),
      'Huawei Technologies',
      '0.91',
      'line 3: a quoted cell',
      'Harmless Bakery',
      '4,998',
    ])
      expect(text).toContain(fact)
    expect(text).toContain(lang === 'en' ? 'A score is never a decision' : '分值绝不构成判断')
    expect(text).toContain(lang === 'en' ? 'The first 1 of 4,998 are printed' : '共4,998项，此处列出前1项')
    expect(text).toContain(lang === 'en' ? 'the best 1 of 12 hits' : '共12项命中')
  })
})
