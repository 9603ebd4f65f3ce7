/** The desk itself: reachable by keyboard, readable in both themes and sizes, accessible, and quick with many cases. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { exampleFiles } from '#main/cli/commands/demo.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { expect, type LicetWindow, test } from '../launch/launch.ts'
import { CasePage } from '../pages/case-page.ts'

const PLACES = ['home', 'cases', 'screening', 'classify', 'entries', 'rules', 'lists', 'settings'] as const

async function addExamples(window: LicetWindow): Promise<void> {
  for (const name of exampleFiles()) {
    const file = JSON.parse(readFileSync(join(ASSETS_FOLDER, 'examples', name), 'utf8'))
    await window.value('case:save', { case: file, revision: 0 })
    await window.value('case:determine', { id: file.id, lang: 'en' })
  }
}

async function navigate(page: Page, place: string): Promise<boolean> {
  const link = page.getByTestId(`nav-${place}`)
  if ((await link.count()) === 0) return false
  await link.click()
  return true
}

/** Nothing hangs over the edge of the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`every place is accessible and fits the window: ${theme}, ${language}`, async ({ licet }) => {
      const window = await licet.open({ preferences: { theme, language, officer: 'A. Officer' } })
      const { page } = window
      await addExamples(window)
      const problems: string[] = []
      for (const size of [
        { width: 1440, height: 900 },
        { width: 1024, height: 700 },
      ]) {
        await page.setViewportSize(size)
        for (const place of PLACES) {
          if (!(await navigate(page, place))) continue
          await page.waitForLoadState('networkidle')
          if ((await overflow(page)) > 0) problems.push(`${place} at ${size.width}: wider than the window`)
          if (size.width === 1024) continue
          const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
          for (const { id, nodes } of violations)
            problems.push(
              `${place}: ${id}: ${nodes
                .map(({ target }) => target.join(' '))
                .slice(0, 3)
                .join(' | ')}`,
            )
        }
      }
      expect(problems).toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
}

test('the palette finds cases, entries and places by keyboard alone', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await addExamples(window)
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('palette-search')).toBeVisible()
  await page.keyboard.type('accelerators')
  await expect(page.getByRole('dialog').getByText('AI accelerators to a data centre in China')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-title')).toHaveText('AI accelerators to a data centre in China')
  await page.keyboard.press('?')
  await expect(page.getByTestId('shortcuts')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('shortcuts')).toBeHidden()
})

test('the proof opens from the verdict to the clause', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await addExamples(window)
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('AI accelerators').click()
  const work = new CasePage(page)
  await work.tab('determination')
  await expect(page.getByTestId('result')).toBeVisible()
  if ((await page.getByTestId('toggle-proof').getAttribute('aria-pressed')) !== 'true') await page.getByTestId('toggle-proof').click()
  await expect(page.getByTestId('trace').first()).toContainText('742.6(a)(6)(iii)(A)')
})

test('a case file dropped as JSON comes in, a broken one is named and nothing else is lost', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await page.getByTestId('nav-cases').click()
  const example = readFileSync(join(ASSETS_FOLDER, 'examples', exampleFiles()[0] as string), 'utf8')
  await page.getByTestId('case-files').setInputFiles([
    { name: 'good.json', mimeType: 'application/json', buffer: Buffer.from(example) },
    { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"schema": "licet.case/1", oops') },
  ])
  await expect(page.getByTestId('case-import-failed')).toContainText('broken.json')
  await expect(page.getByTestId('case-list')).toContainText('Laboratory furniture')
})

test('the classification wizard tells the paragraph and writes it into the case', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await addExamples(window)
  await page.getByTestId('nav-classify').click()
  await expect(page.locator('[data-testid^="parameter-"]').first()).toBeVisible()
  const answer = await window.value('item:classify', { id: '1', kind: 'commodity', parameters: { totalProcessingPerformance: 4799, performanceDensity: 5.92 } })
  expect(answer.candidates.find(({ eccn, paragraph }) => eccn === '3A090' && paragraph === 'a.1')?.state).toBe('not-met')
})

test('the proof of a case that is not recorded yet opens too', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  const file = JSON.parse(readFileSync(join(ASSETS_FOLDER, 'examples', exampleFiles().find((name) => name.startsWith('07')) as string), 'utf8'))
  await window.value('case:save', { case: file, revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('Desk to Cuba').click()
  await new CasePage(page).tab('determination')
  await expect(page.getByTestId('record-state')).toHaveAttribute('data-recorded', 'false')
  if ((await page.getByTestId('toggle-proof').getAttribute('aria-pressed')) !== 'true') await page.getByTestId('toggle-proof').click()
  await expect(page.getByTestId('trace').first()).toContainText('746.2(a)')
})

test('a screening made elsewhere is stated, shown with the party, and taken back', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  const file = {
    schema: 'licet.case/1' as const,
    id: 'stated',
    title: 'Stated screening',
    transaction: { kind: 'export' as const, from: 'US', destination: 'DE' },
    items: [{ id: '1', description: 'Desk', kind: 'commodity' as const, eccn: 'EAR99', origin: 'US', locatedIn: 'US' }],
    parties: [{ role: 'end-user' as const, name: 'Musterlabor Einrichtungen GmbH', country: 'DE', headquarters: 'DE' }],
  }
  await window.value('case:save', { case: file, revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('Stated screening').click()
  const work = new CasePage(page)
  await work.tab('questions')
  await expect(page.getByTestId('question')).toHaveAttribute('data-fact', 'party.listedOn')
  await page.getByTestId('state-screened').click()
  await expect(page.locator('[data-testid="question"][data-fact="party.listedOn"]')).toHaveCount(0)
  await work.saved()
  await work.tab('parties')
  await expect(page.getByTestId('stated-screening')).toBeVisible()
  await page.getByTestId('stated-screening').getByRole('button').click()
  await expect(page.getByTestId('stated-screening')).toHaveCount(0)
  await work.tab('questions')
  await expect(page.getByTestId('question')).toHaveAttribute('data-fact', 'party.listedOn')
})
