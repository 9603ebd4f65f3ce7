/** Copies of a list over time: what a new one changed, field by field; an import that did not end is offered again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReference } from '#main/database/open.ts'
import { beginImport } from '#main/lists/interrupted.ts'
import { ROOT } from '#main/shell/runtime/build.ts'
import { expect, test } from '../launch/launch.ts'

const made = mkdtempSync(join(tmpdir(), 'licet-copies-'))
const first = join(ROOT, 'main', 'lists', 'fixtures', 'csl.csv')
const second = join(made, 'second.csv')

test.beforeAll(() => {
  const lines = readFileSync(first, 'utf8').split('\n')
  const known = lines.find((line) => line.startsWith('a1,')) ?? ''
  writeFileSync(
    second,
    [
      ...lines.map((line) => (line === known ? line.replace('Presumption of denial', 'Case-by-case review') : line)),
      known.replace('a1,', 'a9,').replace('Redwood Falcon', 'Amber Heron'),
    ].join('\n'),
  )
})
test.afterAll(() => rmSync(made, { recursive: true, force: true }))

test('the changes of a copy are shown party by party and saved', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [first] })
  const { page } = window
  await page.getByTestId('nav-lists').click()
  await page.getByTestId('import-list').click()
  await expect(page.getByTestId('job-done')).toBeVisible({ timeout: 60_000 })
  await page.getByTestId('list-table').locator('[data-row="EL"]').click()
  await expect(page.getByTestId('changes-none')).toContainText('first imported copy')

  await window.value('list:import', { files: [second] })
  await expect(page.getByTestId('list-copies').locator('tbody tr')).toHaveCount(2, { timeout: 60_000 })
  await expect(page.getByTestId('list-changes').locator('tbody tr')).toHaveCount(2)
  await page.getByTestId('changes-search').fill('redwood')
  const changed = page.getByTestId('list-changes').locator('tbody tr')
  await expect(changed).toHaveCount(1)
  await expect(changed).toContainText('Changed')
  await changed.click()
  await expect(page.getByTestId('change-fields')).toContainText('Case-by-case review')
  await page.getByTestId('changes-search').fill('')
  await page.getByTestId('changes-export').click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  const saved = readdirSync(window.saveFolder).find((name) => name.startsWith('EL-')) ?? ''
  expect(readFileSync(join(window.saveFolder, saved), 'utf8')).toContain('added,"Amber Heron Electronics Co., Ltd.",a9')
  expect(window.complaints).toEqual([])
})

test('an import that did not end is offered again', async ({ licet }) => {
  const before = await licet.open()
  await before.close()
  const database = openReference(before.dataFolder)
  beginImport(database, [first], '2026-11-20T10:00:00Z')
  database.close()
  const { page } = await licet.open({ folder: before.folder })
  await page.getByTestId('nav-lists').click()
  await expect(page.getByTestId('import-interrupted')).toContainText('csl.csv')
  await page.getByTestId('import-again').click()
  await expect(page.getByTestId('job-done')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByTestId('import-interrupted')).toHaveCount(0)
})

test('an own list is made from any file, found at once, told again by its heading, and emptied with a reason', async ({ licet }) => {
  const own = join(made, 'customers.csv')
  writeFileSync(own, 'Customer;Land;Reason\nQuillon Aerostat GmbH;Germany;late payment\nZephyr Turbine Works;Austria;asked for no papers\n')
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [own] })
  const { page } = window
  await page.getByTestId('nav-lists').click()
  await page.getByTestId('own-list-button').click()
  await expect(page.getByTestId('own-preview').locator('tbody tr')).toHaveCount(2)
  await expect(page.getByTestId('own-import')).toBeDisabled()
  await page.getByTestId('own-id').fill('house')
  await page.getByTestId('own-title').fill('House list')
  await page.getByTestId('own-map-name').click()
  await page.getByRole('option', { name: 'Customer' }).click()
  await page.getByTestId('own-map-country').click()
  await page.getByRole('option', { name: 'Land' }).click()
  await page.getByTestId('own-title').press('Enter')
  await expect(page.getByTestId('job-done')).toContainText('OWN-HOUSE', { timeout: 60_000 })
  await page.getByTestId('job-dismiss').click()
  const screened = async () =>
    (await window.value('party:screen', { name: 'Quillon Aerostat' })).hits.map(({ list, listing }) => `${list} ${listing.fields?.Reason}`)
  expect(await screened()).toEqual(['OWN-HOUSE late payment'])

  await page.getByTestId('own-list-button').click()
  await expect(page.getByTestId('own-remembered')).toContainText('OWN-HOUSE')
  await expect(page.getByTestId('own-import')).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('own-list')).toHaveCount(0)

  await page.getByTestId('list-table').locator('[data-row="OWN-HOUSE"]').click()
  await page.getByTestId('own-empty').click()
  await page.getByTestId('own-empty-reason').fill('the house keeps it elsewhere')
  await page.getByTestId('own-empty-act').click()
  await expect(page.getByTestId('list-copies')).toContainText('the house keeps it elsewhere')
  expect(await screened()).toEqual([])
  expect(window.complaints).toEqual([])
})

test('a list made of announcements is incomplete until the officer states that it is whole', async ({ licet }) => {
  const announcement = join(ROOT, 'main', 'lists', 'fixtures', 'china', 'sentence.txt')
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [announcement] })
  const { page } = window
  await page.getByTestId('nav-lists').click()
  await page.getByTestId('import-list').click()
  await expect(page.getByTestId('job-done')).toBeVisible({ timeout: 60_000 })
  const row = page.getByTestId('list-table').locator('[data-row="CN-UEL"]')
  await expect(row).toContainText('incomplete')
  await row.click()
  await page.getByTestId('list-whole').click()
  await expect(page.getByTestId('list-whole-act')).toBeDisabled()
  await page.getByTestId('list-whole-reason').fill('compared with the index of the ministry')
  await page.getByTestId('list-whole-act').click()
  await expect(page.getByTestId('list-copies')).toContainText('compared with the index of the ministry')
  await expect(row).not.toContainText('incomplete')
  await expect(page.getByTestId('list-whole')).toHaveCount(0)
  expect(window.complaints).toEqual([])
})
