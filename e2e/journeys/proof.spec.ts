/** Every statement is a door: from the answer to its proof as a picture, from a question to the terms that it uses, from a party to its owners. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { expect, type LicetWindow, test } from '../launch/launch.ts'
import { CasePage } from '../pages/case-page.ts'

async function open(window: LicetWindow, example: string): Promise<CasePage> {
  const { page } = window
  const file = JSON.parse(readFileSync(join(ASSETS_FOLDER, 'examples', `${example}.json`), 'utf8'))
  await window.value('case:save', { case: file, revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page
    .getByTestId('case-list')
    .getByText(file.title ?? file.id)
    .first()
    .click()
  return new CasePage(page)
}

test('the proof drawn as a graph: opened further by a click, and saved as a picture', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' } })
  const { page } = window
  const work = await open(window, '02-licence-by-the-country-chart')
  await work.tab('determination')
  await expect(page.getByTestId('general-prohibition')).toHaveCount(10)
  await expect(page.locator('[data-testid="general-prohibition"][data-number="1"]')).toHaveAttribute('data-state', 'applies')
  await page.getByTestId('open-graph').click()
  const graph = page.getByTestId('trace-graph')
  await expect(graph).toBeVisible()
  const before = Number(await graph.getAttribute('data-nodes'))
  expect(before).toBeGreaterThan(3)
  await graph.locator('[data-kind="fold"]').first().click()
  await expect.poll(async () => Number(await graph.getAttribute('data-nodes'))).toBeGreaterThan(before)
  await page.getByTestId('graph-save').click()
  await expect.poll(() => readdirSync(window.saveFolder).filter((name) => name.endsWith('.svg')).length).toBe(1)
  const picture = readFileSync(join(window.saveFolder, readdirSync(window.saveFolder).find((name) => name.endsWith('.svg')) ?? ''), 'utf8')
  expect(picture).toMatch(/^<svg /)
  expect(picture.match(/<rect /g)?.length).toBeGreaterThan(before)
  expect(window.complaints).toEqual([])
})

test('a question gives the definitions of its terms', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' } })
  const { page } = window
  const work = await open(window, '08-missing-facts')
  await work.tab('questions')
  await expect(page.getByTestId('question')).toBeVisible()
  const term = page.getByTestId('term-knowledge')
  for (let i = 0; i < 12 && (await term.count()) === 0; i++) await page.getByTestId('answer-unknown').click()
  await term.click()
  await expect(page.getByTestId('term-definition')).toContainText('15 CFR 772.1')
  expect(window.complaints).toEqual([])
})

test('owners of a party: shares, listings and their sum, kept in the case', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' } })
  const { page } = window
  const work = await open(window, '02-licence-by-the-country-chart')
  await work.tab('parties')
  await page.getByTestId('add-owner').first().click()
  await page.getByTestId('owner-name').first().fill('Alpha Holding')
  await page.getByTestId('owner-share').first().fill('60')
  await page.getByTestId('owner-listed').first().click()
  await page.getByRole('option', { name: 'On no list' }).click()
  await expect(page.getByTestId('owners-sum')).toContainText('60 %')
  await page.getByTestId('owners-complete').check()
  await work.saved()
  const { case: kept } = await window.value('case:get', { id: 'example-2' })
  expect(kept.parties[0]?.owners).toEqual([{ name: 'Alpha Holding', share: 60, facts: { listed: [] } }])
  expect(kept.parties[0]?.facts.ownersComplete).toBe(true)
  expect(window.complaints).toEqual([])
})
