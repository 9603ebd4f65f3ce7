/** The content of a foreign-made item: a bill of materials comes in, is weighed, edited, taken back, and goes out again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type LicetWindow, test } from '../launch/launch.ts'
import { CasePage } from '../pages/case-page.ts'

const BOM = [
  'Part No.,Description,ECCN,Country of Origin,Qty,Unit Price',
  'AD-12,Converter,3A001.a.2.c,US,2,100.00',
  'B-7,Bolt M4,EAR99,United States,10,0.50',
  'C-1,Case,EAR99,Japan,1,80.00',
  'X-9,Sensor,3A001.a.2.c,,1,45.00',
].join('\n')

async function openForeignCase(window: LicetWindow): Promise<void> {
  const file = {
    schema: 'licet.case/1' as const,
    id: 'foreign',
    title: 'Recorder from Germany to Vietnam',
    asOf: '2026-09-01',
    transaction: {
      kind: 'reexport' as const,
      from: 'DE',
      destination: 'VN',
      endUse: { facts: { russianOilGas: 'no' } },
      facts: { exceptionsSuspended: false },
    },
    items: [
      {
        id: '1',
        description: 'Recorder',
        kind: 'commodity' as const,
        eccn: 'EAR99',
        origin: 'DE',
        locatedIn: 'DE',
        value: { amount: '900.00', currency: 'EUR' },
      },
    ],
    parties: [{ role: 'end-user' as const, name: 'Harmless Trading', country: 'VN', headquarters: 'VN' }],
  }
  await window.value('case:save', { case: file, revision: 0 })
  await window.page.getByTestId('nav-cases').click()
  await window.page.getByTestId('case-list').getByText('Recorder from Germany').click()
  await new CasePage(window.page).tab('items')
  await window.page.getByTestId('content-open-1').click()
}

test('a bill of materials is imported, weighed against the limit, edited, taken back and exported', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await openForeignCase(window)
  await page.getByTestId('content-file').setInputFiles({ name: 'bom.csv', mimeType: 'text/csv', buffer: Buffer.from(BOM) })
  await expect(page.getByTestId('import-columns')).toContainText('Country of Origin')
  await page.getByTestId('import-take').click()
  await expect(page.getByTestId('content-share')).toContainText('22.222223 % to 27.222223 %')
  await expect(page.getByTestId('content-result')).toHaveAttribute('data-above', 'null')
  await expect(page.getByTestId('content-tips')).toContainText('passes the limit by itself')
  const scan = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(scan.violations).toEqual([])

  await page.getByTestId('content-lines').getByText('Sensor').click()
  await page.getByTestId('line-origin').fill('Japan')
  await page.getByRole('option', { name: /Japan/ }).click()
  await page.getByTestId('line-keep').click()
  await expect(page.getByTestId('content-result')).toHaveAttribute('data-above', 'false')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('content-result')).toHaveAttribute('data-above', 'null')
  await page.getByTestId('content-search').fill('bolt')
  await expect(page.getByTestId('content-lines').getByRole('row')).toHaveCount(2)
  await page.getByTestId('content-search').fill('')

  await page.getByRole('button', { name: 'More' }).last().click()
  await page.getByTestId('content-export').click()
  await expect.poll(() => readdirSync(window.saveFolder)).toEqual(['content-foreign-1.csv'])
  expect(readFileSync(join(window.saveFolder, 'content-foreign-1.csv'), 'utf8')).toContain('3A001.a.2.c')
  await new CasePage(page).saved()
  expect((await window.value('case:get', { id: 'foreign' })).case.items[0]?.content).toHaveLength(4)
  expect(window.complaints).toEqual([])
})

test('a bill of materials with a mistake names its line and changes nothing', async ({ licet }) => {
  const window = await licet.open()
  const { page } = window
  await openForeignCase(window)
  await page.getByTestId('content-file').setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('ECCN,Origin\n3A001,US\n3A00l,US\n') })
  await expect(page.getByTestId('import-problems')).toContainText('Line 3 · ECCN')
  await expect(page.getByTestId('import-take')).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByTestId('content-file').setInputFiles({ name: 'sheet.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') })
  await expect(page.getByTestId('content-error')).toContainText('CSV')
  expect((await window.value('case:get', { id: 'foreign' })).case.items[0]?.content).toEqual([])
})
