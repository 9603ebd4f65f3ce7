/** A file of parties: how it is understood, the run and its cancel, what was found, and the results saved in each format. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../launch/launch.ts'

const made = mkdtempSync(join(tmpdir(), 'licet-parties-'))
const parties = join(made, 'parties.csv')
const many = join(made, 'many.csv')

test.beforeAll(() => {
  writeFileSync(
    parties,
    '编号,Partner,Land,备注\nA-1,Huawei Technologies Co Ltd,CN,x\nA-2,"=HYPERLINK(""http://x"")",DE,y\nA-3,"never closed,DE,z\nA-4,华为技术有限公司,CN,\n',
  )
  writeFileSync(many, `name\n${'Harmless Bakery of the Old Town\n'.repeat(200_000)}`)
})
test.afterAll(() => rmSync(made, { recursive: true, force: true }))

test('a file is understood, corrected, screened, looked through and saved', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [parties] })
  const { page } = window
  await page.getByTestId('nav-screening').click()
  await page.getByTestId('screening-tab-batch').click()
  await page.getByTestId('batch-choose').click()
  await expect(page.getByTestId('batch-preview').locator('tbody tr')).toHaveCount(4)
  await expect(page.getByTestId('batch-preview')).toContainText('a quoted cell is never closed')
  await expect(page.getByTestId('batch-start')).toBeDisabled()
  await page.getByTestId('batch-column-1').click()
  await page.getByRole('option', { name: 'Name', exact: true }).click()
  await page.getByTestId('batch-column-2').click()
  await page.getByRole('option', { name: 'Country', exact: true }).click()
  await page.getByTestId('batch-start').click()

  await expect(page.getByTestId('batch-counts')).toContainText('Lines4With hits2Without hit1In error1', { timeout: 60_000 })
  const alerts = page.getByTestId('batch-alerts').locator('tbody tr')
  await expect(alerts).toHaveCount(2)
  await page.getByTestId('batch-search').fill('A-4')
  await expect(alerts).toHaveCount(1)
  await alerts.first().click()
  await expect(page.getByTestId('comparison')).toContainText('华为技术有限公司')
  await page.getByTestId('batch-shown').getByText('In error 1').click()
  await page.getByTestId('batch-search').fill('')
  await expect(page.getByTestId('batch-errors')).toContainText('line 4')

  for (const format of ['csv', 'jsonl', 'pdf']) {
    await page.getByTestId('batch-save').click()
    await page.getByTestId(`batch-save-${format}`).click()
    await expect(page.getByTestId('file-saved')).toContainText(`.${format}`)
  }
  const saved = (ending: string) => readFileSync(join(window.saveFolder, readdirSync(window.saveFolder).find((name) => name.endsWith(ending)) ?? ''))
  expect(saved('.csv').toString()).toContain(`3,A-2,"'=HYPERLINK(""http://x"")",no hit`)
  expect(saved('.jsonl').toString().trimEnd().split('\n')).toHaveLength(4)
  expect(saved('.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  const { rows } = await window.value('audit:list', { subject: 'parties.csv' })
  expect(rows.map(({ action, by }) => [action, by])).toEqual([['batch.screened', 'A. Officer']])
  expect(await window.call('shell:saveCopy', { name: 'x', from: join(window.dataFolder, 'casebook.db') })).toMatchObject({
    ok: false,
    error: { code: 'refused' },
  })
  expect(window.complaints).toEqual([])
})

test('a long run shows how far it is, lets the window work, and ends when it is cancelled', async ({ licet }) => {
  const window = await licet.open({ choose: [many] })
  const { page } = window
  await page.getByTestId('nav-screening').click()
  await page.getByTestId('screening-tab-batch').click()
  await page.getByTestId('batch-choose').click()
  await page.getByTestId('batch-start').click()
  await expect(page.getByTestId('job-progress')).toContainText('a second', { timeout: 60_000 })
  await page.getByTestId('screening-tab-search').click()
  await page.getByTestId('screen-name').fill('Huawei')
  await page.getByTestId('screen-act').click()
  await expect(page.getByTestId('hits')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('screening-tab-batch').click()
  await page.getByTestId('job-cancel').click()
  await expect(page.getByTestId('batch-failed')).toBeVisible({ timeout: 30_000 })
  expect((await window.value('batch:newest', {})).batch).toBeNull()
  expect(readdirSync(join(window.dataFolder, 'batches'))).toEqual([])
})
