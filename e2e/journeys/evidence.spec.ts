/** Evidence: the built-in evaluation runs in the background, can be cancelled, and is shown at any threshold with what it missed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../launch/launch.ts'

const RUN_MS = 120_000

test('the evaluation is run, its threshold moved, its misses searched, explained and exported', async ({ licet }) => {
  const window = await licet.open({})
  const { page } = window
  await page.getByTestId('nav-screening').click()
  await page.getByTestId('screening-tab-evidence').click()
  await expect(page.getByTestId('nav-screening')).toHaveAttribute('aria-current', 'page')

  await page.getByTestId('evidence-run').click()
  await page.getByTestId('job-cancel').click()
  await expect(page.getByTestId('evidence-failed')).toBeVisible({ timeout: RUN_MS })
  await page.getByTestId('evidence-run').click()
  await expect(page.getByTestId('evidence-threshold').last()).toHaveText(/^0\.\d\d$/, { timeout: RUN_MS })
  await expect(page.getByTestId('evidence-starter')).toBeVisible()
  await expect(page.getByTestId('evidence-pairs')).toContainText('%')
  await expect(page.getByTestId('evidence-curve')).toBeVisible()

  const recall = page.locator('[data-testid="evidence-pairs"] [data-figure="recall"] dd')
  const before = Number.parseFloat((await recall.textContent()) ?? '')
  const thumb = page.getByRole('slider')
  await thumb.focus()
  await thumb.press('Home')
  await expect(page.getByTestId('evidence-threshold').last()).toHaveText('0.50')
  await expect.poll(async () => Number.parseFloat((await recall.textContent()) ?? '')).toBeGreaterThan(before)
  await page.getByTestId('evidence-default').click()
  await expect.poll(async () => Number.parseFloat((await recall.textContent()) ?? '')).toBe(before)

  await expect(page.getByTestId('evidence-groups').locator('[data-group="Cyrillic"]')).toBeVisible()
  await page.getByTestId('evidence-by').getByText('Disguise').click()
  await expect(page.getByTestId('evidence-groups').locator('[data-group="alias-unrelated"]')).toContainText('apart')

  const misses = page.getByTestId('evidence-misses')
  const name = (await misses.locator('[data-row] bdi').first().textContent()) ?? ''
  await page.getByTestId('evidence-search').fill(name)
  await expect(misses.locator('[data-row]').first()).toContainText(name)
  await misses.locator('[data-row]').first().click()
  await expect(page.getByTestId('evidence-explained')).toContainText(name)
  await expect(page.getByTestId('score-bar')).toBeVisible()

  await page.getByTestId('evidence-csv').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  await page.getByTestId('evidence-json').click()
  await expect.poll(() => readdirSync(window.saveFolder).filter((file) => file.startsWith('licet-evidence')).length).toBe(2)
  const files = readdirSync(window.saveFolder).map((file) => readFileSync(join(window.saveFolder, file), 'utf8'))
  expect(files.some((text) => text.includes('wrong,score,name1'))).toBe(true)
  expect(files.some((text) => text.includes('"findings"'))).toBe(true)
  expect(window.complaints).toEqual([])
})
