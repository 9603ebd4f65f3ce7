/** Owners of owners: from a file and by hand, screened, counted level by level, drawn and saved as a picture. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../launch/launch.ts'
import { CasePage } from '../pages/case-page.ts'

const OWNERS = ['Owner,Owned,Share', 'Middle Holding,Harmless Trading,50', 'Family Fund,Harmless Trading,50', 'Top Works,Middle Holding,50'].join('\n')

test('owners come in from a file, grow by hand, are counted level by level, and their chain is drawn', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' } })
  const { page } = window
  const file = {
    schema: 'licet.case/1' as const,
    id: 'owned',
    title: 'Pump to Germany',
    asOf: '2026-11-21',
    transaction: { kind: 'export' as const, from: 'US', destination: 'DE' },
    items: [{ id: '1', description: 'Pump', kind: 'commodity' as const, eccn: 'EAR99', origin: 'US', locatedIn: 'US' }],
    parties: [{ role: 'end-user' as const, name: 'Harmless Trading', country: 'DE', headquarters: 'DE', facts: { listed: [] } }],
  }
  await window.value('case:save', { case: file, revision: 0 })
  await page.getByTestId('nav-cases').click()
  await page.getByTestId('case-list').getByText('Pump to Germany').click()
  const work = new CasePage(page)
  await work.tab('parties')
  await page.getByTestId('ownership-0').click()
  await expect(page.getByTestId('count-bis-affiliates')).toHaveAttribute('data-state', 'unknown')

  // A mistake names its line and changes nothing.
  await page
    .getByTestId('ownership-file')
    .setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('owner,owned,share\nA,Harmless Trading,60\nB,Harmless Trading,50\n') })
  await expect(page.getByTestId('ownership-problems')).toContainText('Line 3')
  await expect(page.getByTestId('ownership-take')).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByTestId('ownership-file').setInputFiles({ name: 'owners.csv', mimeType: 'text/csv', buffer: Buffer.from(OWNERS) })
  await expect(page.getByTestId('ownership-firms')).toContainText('Top Works 50 %')
  await page.getByTestId('ownership-take').click()
  await expect(page.getByTestId('ownership-graph')).toHaveAttribute('data-nodes', '4')
  await expect(page.getByTestId('count-bis-affiliates')).toHaveAttribute('data-state', 'open')

  // By hand: who is listed and who is a person; a further owner by the keyboard alone.
  await work.tab('parties')
  const owner = (name: string) => page.locator(`[data-testid="owner"]:has(> div [data-testid="owner-name"][value="${name}"])`).last()
  const listing = async (name: string, choice: string) => {
    await owner(name).getByTestId('owner-listed').first().click()
    await page.getByRole('option', { name: choice, exact: true }).click()
  }
  await listing('Top Works', 'On a list')
  await listing('Middle Holding', 'On no list')
  await listing('Family Fund', 'On no list')
  await owner('Family Fund').getByTestId('owner-person').check()
  await owner('Top Works').getByTestId('owner-name').press('Enter')
  await page.keyboard.type('Mrs B')
  await page.keyboard.press('Tab')
  await page.keyboard.type('50')
  await listing('Mrs B', 'On no list')
  await owner('Mrs B').getByTestId('owner-person').check()
  await work.saved()
  const { case: kept } = await window.value('case:get', { id: 'owned' })
  expect(kept.holders?.find(({ name }) => name === 'Middle Holding')?.owners).toEqual([
    { name: 'Top Works', share: 50 },
    { name: 'Mrs B', share: 50 },
  ])

  await work.tab('determination')
  const bis = page.locator('[data-testid="result-ownership"][data-rule="bis-affiliates"]')
  await expect(bis).toHaveAttribute('data-state', 'held')
  await expect(bis.getByTestId('ownership-chain')).toHaveText('Top Works (EL) → 50 % → Middle Holding → 50 % → Harmless Trading')
  await page.getByTestId('result-ownership-picture').click()
  await expect(page.getByTestId('ownership-graph')).toHaveAttribute('data-strong', '2')
  const found = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze()
  expect(found.violations.filter(({ impact }) => impact === 'critical' || impact === 'serious').map(({ id, nodes }) => [id, nodes.length])).toEqual([])
  await page.getByTestId('ownership-save').click()
  await expect.poll(() => readdirSync(window.saveFolder)).toEqual(['owners-owned.svg'])
  expect(readFileSync(join(window.saveFolder, 'owners-owned.svg'), 'utf8')).toContain('50 %')
  expect(window.complaints).toEqual([])
})
