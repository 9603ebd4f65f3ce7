/** The main job in a real window: from the first start over an import and a case to its memo, and all of it after a restart. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { ROOT } from '#main/shell/runtime/build.ts'
import { expect, test } from '../launch/launch.ts'
import { CasePage, pdfText } from '../pages/case-page.ts'

/** The whole official list where it is at hand, else a small file in its format. */
const OFFICIAL_LIST = hasReferenceData() ? referenceFile('csl/consolidated-2022-04.csv.gz') : join(ROOT, 'main', 'lists', 'fixtures', 'csl.csv')

/** What the officer of the example says; everything else is answered with no. */
const ANSWERS: Record<string, string | boolean> = {
  'party.ultimateParentHeadquarters': 'China',
  'endUse.advancedNodeIc': 'no',
  'endUse.russianOilGas': 'no',
  'transaction.circumstances': 'none',
  'item.designedForDataCentres': true,
}

async function importList(page: Page): Promise<void> {
  await page.getByTestId('nav-lists').click()
  await page.getByTestId('import-list').click()
  await expect(page.getByTestId('job-done')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByTestId('import-report')).toContainText('EL')
}

test('first start: the window says what it holds and what it lacks', async ({ licet }) => {
  const { page, complaints } = await licet.open()
  await expect(page.getByTestId('starter-warning')).toBeVisible()
  await expect(page.getByTestId('status-law')).toContainText('2026-09-01')
  await expect(page.getByTestId('status-starter')).toBeVisible()
  await expect(page.getByTestId('pack-status')).toContainText('638')
  expect(complaints).toEqual([])
})

test('the example of the advanced chip, from facts to a printed memo, and again after a restart', async ({ licet }) => {
  const first = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [OFFICIAL_LIST] })
  const { page } = first
  await importList(page)
  await page.getByTestId('nav-home').click()
  await page.getByTestId('new-case').first().click()
  const work = new CasePage(page)
  await work.facts('AI accelerators to China', /^Export/, 'United States', 'China', '2026-09-01')
  await work.addParty('ultimate-consignee', 'Beijing Example Cloud Co., Ltd.', 'China')
  await work.addItem('AI accelerator, data-centre card', '3A090.a', '12000.00')
  const asked = await work.answerAll((fact) => ANSWERS[fact] ?? false)
  expect(asked.length).toBeGreaterThan(0)
  await work.record()
  await expect(page.getByTestId('verdict').first()).toHaveAttribute('data-verdict', 'licence-required')
  await expect(page.getByTestId('requirement').first()).toContainText('742.6(a)(6)(iii)(A)')
  const memo = await work.saveMemo(first.saveFolder)
  const text = await pdfText(memo.bytes)
  expect(text).toContain('Licence required')
  expect(text).toContain('Beijing Example Cloud')
  expect(text).toContain('742.6(a)(6)(iii)(A)')
  expect(text).toMatch(/Page 1 of \d+/)
  expect(first.complaints).toEqual([])
  await first.close()

  const again = await licet.open({ folder: first.folder })
  await again.page.getByTestId('nav-cases').click()
  await again.page.getByTestId('case-list').getByText('AI accelerators to China').click()
  const reopened = new CasePage(again.page)
  await reopened.tab('determination')
  await expect(again.page.getByTestId('verdict').first()).toHaveAttribute('data-verdict', 'licence-required')
  await reopened.tab('history')
  await again.page.getByTestId('replay').first().click()
  await expect(again.page.getByTestId('replay-report')).toContainText(/identical/i)
})

test('a hit is compared, decided with a reason, and the verdict follows', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' } })
  const { page } = window
  const file = {
    schema: 'licet.case/1' as const,
    id: 'namesake',
    title: 'A namesake',
    asOf: '2026-09-01',
    transaction: {
      kind: 'export' as const,
      from: 'US',
      destination: 'DE',
      facts: { informedByBis: false, conditionsBreached: false, violationKnown: false },
      endUse: {
        facts: {
          missile: false,
          chemicalBiological: false,
          militaryIntelligence: false,
          foreignVesselOrAircraft: false,
          russianOilGas: 'no',
          nuclear: false,
          precursorPlant: false,
          militaryEndUse: false,
        },
      },
    },
    items: [{ id: '1', description: 'Desk', kind: 'commodity' as const, eccn: 'EAR99', origin: 'US', locatedIn: 'US' }],
    parties: [{ role: 'ultimate-consignee' as const, name: 'Huawei Technologies GmbH', country: 'DE', headquarters: 'DE', facts: { listed: [] } }],
  }
  await window.value('case:save', { case: file, revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('A namesake').click()
  const work = new CasePage(page)
  await work.tab('parties')
  await expect(page.getByTestId('party-status')).toHaveAttribute('data-status', 'possible')
  await page.getByTestId('review-hits').click()
  await expect(page.getByTestId('score-bar').first()).toBeVisible()
  const open = page.getByTestId('hits').getByTestId('hit')
  const count = await open.count()
  for (let i = 0; i < count; i++) {
    await open.nth(i).click()
    await page.getByTestId('decision').getByText('Not the same').click()
    await page.getByTestId('decision-reason').fill('A furniture maker in Bonn; the register shows other owners and another address.')
    await page.getByTestId('decision-record').click()
    await expect(page.getByTestId('decided')).toContainText('Not the same')
  }
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('A namesake').click()
  await work.record()
  await expect(page.getByTestId('verdict').first()).toHaveAttribute('data-verdict', 'no-licence-required')
  const report = await window.value('audit:verify', {})
  expect(report.problems).toEqual([])
})

test('an official list comes in by the button, and is there after a restart', async ({ licet }) => {
  const window = await licet.open({ choose: [OFFICIAL_LIST], preferences: { officer: 'A. Officer' } })
  await importList(window.page)
  await window.close()
  const again = await licet.open({ folder: window.folder })
  const status = await again.value('list:status', {})
  expect(status.starterOnly).toBe(false)
  if (hasReferenceData()) expect(status.lists.filter(({ complete }) => complete).reduce((sum, { records }) => sum + records, 0)).toBe(14_160)
  expect((await again.value('party:screen', { name: 'huawei technologies' })).alert).toBe(true)
})

test('the window speaks Chinese, and so does the memo', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: '王审核' } })
  const { page } = window
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('setting-language').getByText('中文').click()
  await expect(page.getByTestId('nav-cases')).toContainText('案件')
  await window.value('case:save', {
    case: {
      schema: 'licet.case/1',
      id: 'zh',
      title: '芯片出口',
      asOf: '2026-09-01',
      transaction: { kind: 'export', from: 'US', destination: 'CN' },
      items: [{ id: '1', kind: 'commodity', eccn: '3A090.a', origin: 'US', locatedIn: 'US' }],
      parties: [{ role: 'ultimate-consignee', name: '北京示例云有限公司', country: 'CN' }],
    },
    revision: 0,
  })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('芯片出口').click()
  const work = new CasePage(page)
  await work.record()
  await expect(page.getByTestId('verdict').first()).toContainText('须申请许可')
  const { bytes } = await work.saveMemo(window.saveFolder)
  const text = (await pdfText(bytes)).replace(/\s+/g, '')
  expect(text).toContain('须申请许可')
  expect(text).toContain('北京示例云有限公司')
})
