/** Alerts: all parties screened after an import, the news decided, one decision agreed to by a second officer and remembered. */
import { join } from 'node:path'
import { ROOT } from '#main/shell/runtime/build.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { expect, test } from '../launch/launch.ts'
import { CasePage } from '../pages/case-page.ts'

const LIST = join(ROOT, 'main', 'lists', 'fixtures', 'csl.csv')
const PARTY = 'Redwood Falcon Electronics Company'
const caseOf = (id: string) =>
  caseSchema.parse({
    schema: 'licet.case/1',
    id,
    title: `Pumps ${id}`,
    asOf: '2026-09-01',
    transaction: { kind: 'export', from: 'US', destination: 'CN' },
    items: [{ id: '1', description: 'Pump', eccn: 'EAR99' }],
    parties: [{ role: 'ultimate-consignee', name: PARTY, country: 'CN' }],
  })

test('an import brings alerts; a second officer agrees; the next case of the same party knows it', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [LIST] })
  const { page } = window
  await window.value('case:save', { case: caseOf('case-a'), revision: 0 })
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('setting-second-officer').click()
  await expect(page.getByTestId('setting-second-officer')).toBeChecked()
  await page.getByTestId('nav-lists').click()
  await page.getByTestId('import-list').click()
  await expect(page.getByTestId('job-done')).toBeVisible({ timeout: 60_000 })
  await page.getByTestId('nav-home').click()
  await expect(page.getByTestId('home-alerts')).toBeVisible({ timeout: 60_000 })
  await page.getByTestId('nav-screening').click()
  await page.getByTestId('screening-tab-alerts').click()
  await expect(page.getByTestId('alerts-run')).toContainText('1 party, 1 alert')
  await expect(page.getByTestId('alerts').locator('tbody tr')).toHaveCount(1)
  await expect(page.getByTestId('alerts')).toContainText('new')
  await expect(page.getByTestId('triage')).toContainText('EL')

  await page.getByTestId('decision').getByText('Not the same').click()
  await page.getByTestId('decision-reason').fill('Another company: the register shows other directors.')
  await page.getByTestId('decision-record').click()
  await expect(page.getByTestId('alerts-none')).toBeVisible()
  await page.getByTestId('alerts-state').getByText('Second officer').click()
  await expect(page.getByTestId('second-officer')).toContainText('proposed by A. Officer')
  await page.getByTestId('second-reason').fill('Checked the register myself.')
  await page.getByTestId('second-agree').click()
  await expect(page.getByTestId('second-officer')).toContainText('another officer must review it')
  await page.getByTestId('second-by').fill('B. Officer')
  await page.getByTestId('second-agree').click()
  await expect(page.getByTestId('second-officer')).toHaveCount(0)
  await page.getByTestId('alerts-state').getByText('Decided').click()
  await expect(page.getByTestId('decided')).toContainText('A. Officer; B. Officer')

  await window.value('case:save', { case: caseOf('case-b'), revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('Pumps case-b').click()
  const work = new CasePage(page)
  await work.tab('parties')
  await expect(page.getByTestId('party-status')).toHaveAttribute('data-status', 'clear')
  await page.getByTestId('review-hits').click()
  await expect(page.getByTestId('decided')).toContainText('A. Officer; B. Officer')
  expect(window.complaints).toEqual([])
})
