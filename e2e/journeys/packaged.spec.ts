/** The packed program opens, has its rules and fonts with it, and keeps its doors shut. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { openPackaged, packagedExecutable } from '../launch/packaged.ts'

/** Packing comes before the first test, and takes its time. */
test.beforeAll(async () => {
  test.setTimeout(600_000)
  await packagedExecutable()
})

test('the packed program shows its first window, with rules and lists', async () => {
  const { page, close } = await openPackaged()
  try {
    expect(await page.evaluate(() => window.location.href.split('#')[0])).toBe('app://licet/')
    const status = await page.evaluate(() => window.licet.call('app:status', {}))
    if (!status.ok) throw new Error(status.error.detail)
    expect(status.value.packs[0]?.rules).toBeGreaterThan(100)
    expect(status.value.lists.length).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.body.textContent?.length ?? 0)).toBeGreaterThan(50)
  } finally {
    await close()
  }
})

test('the packed program imports on a thread and saves what it is told to save', async () => {
  const { page, close } = await openPackaged()
  try {
    const job = await page.evaluate(async () => {
      const heard = new Promise<{ ok: boolean; code: string }>((resolve) => {
        window.licet.on((event) => event.event === 'job:done' && resolve({ ok: event.ok, code: event.code }))
      })
      const started = await window.licet.call('list:import', { files: ['/no/such/file.csv'] })
      return started.ok ? await heard : { ok: false, code: started.error.code }
    })
    expect(job.ok).toBe(false)
    expect(['bad-input', 'not-found']).toContain(job.code)
    const saved = await page.evaluate(() => window.licet.call('shell:saveFile', { name: 'memo.txt', content: 'kept' }))
    if (!saved.ok) throw new Error(saved.error.detail)
    expect(readFileSync(saved.value.path, 'utf8')).toBe('kept')
  } finally {
    await close()
  }
})

test('the packed program determines a case and draws its memo with the fonts it brings', async () => {
  const { page, close } = await openPackaged()
  try {
    const start = await page.evaluate(async () => {
      const value = async <N extends 'case:save' | 'case:determine' | 'memo:render'>(name: N, request: Parameters<typeof window.licet.call<N>>[1]) => {
        const reply = await window.licet.call(name, request)
        if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.detail}`)
        return reply.value
      }
      const saved = await value('case:save', {
        case: {
          schema: 'licet.case/1',
          id: 'packed-1',
          asOf: '2026-09-01',
          transaction: { kind: 'export', from: 'US', destination: 'CA' },
          items: [{ id: '1', description: 'office chairs 办公椅', kind: 'commodity', eccn: 'EAR99' }],
          parties: [{ role: 'ultimate-consignee', name: 'Maple Furniture', country: 'CA' }],
        },
        revision: 0,
      } as never)
      const determined = await value('case:determine', { id: saved.id, lang: 'zh' })
      const memo = await value('memo:render', { determination: determined.id, lang: 'zh' })
      return new TextDecoder('latin1').decode(memo.pdf.slice(0, 5))
    })
    expect(start).toBe('%PDF-')
  } finally {
    await close()
  }
})

test('the fuses of the packed program are set', async () => {
  const wire = await getCurrentFuseWire(await packagedExecutable())
  const [off, on] = [FuseState.DISABLE, FuseState.ENABLE]
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  })
})

test('the packed program does not become plain Node', async () => {
  const mark = `${(await packagedExecutable()).replaceAll(/[^a-z]/gi, '-')}`
  const path = `/tmp/licet-node-${process.pid}${mark.length}`
  spawnSync(await packagedExecutable(), ['-e', `require('node:fs').writeFileSync(${JSON.stringify(path)}, 'ran')`, '--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 10_000,
  })
  expect(existsSync(path)).toBe(false)
})
