/** Another pack of rules: refused without a trusted key, installed with one, set against the pack in use and the stored cases. */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { addTrustedKey } from '#main/core/trusted-keys.ts'
import { sealPack } from '#main/rules/signed-pack.ts'
import { expect, test } from '../launch/launch.ts'

const made = mkdtempSync(join(tmpdir(), 'licet-packs-'))
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const file = join(made, 'changed.pack')

/** A rule that is no law: every export of EAR99 items to Germany needs a licence. */
const RULE = `rules:
  - id: test.germany
    concludes: item.licence
    says: { en: "A licence is needed for Germany.", zh: "出口至德国需要许可证。" }
    cites: ["15 CFR 736.2(b)(1)"]
    inForce: { from: 2026-02-10 }
    reviewed: { on: 2026-11-21, against: "a test" }
    when:
      all:
        - { fact: transaction.destination, is: DE }
        - { fact: item.eccn, is: EAR99 }
    then: true
    effect: { prohibition: 1, reason: NS, exceptions: [] }
`

test.beforeAll(() => {
  const folder = join(made, 'changed')
  cpSync(join(ASSETS_FOLDER, 'rules', 'us-ear'), folder, { recursive: true })
  const manifest = join(folder, 'pack.yaml')
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(/^sequence: (\d+)$/m, (_, sequence) => `sequence: ${Number(sequence) + 1}`),
  )
  writeFileSync(join(folder, 'test-germany.yaml'), RULE)
  writeFileSync(file, sealPack(folder, privateKey, { publisher: 'Test publisher', expires: '2099-01-01' }))
})
test.afterAll(() => rmSync(made, { recursive: true, force: true }))

test('a signed pack is refused without its key and installed with it; its changes and its impact are shown', async ({ licet }) => {
  const window = await licet.open({ preferences: { officer: 'A. Officer' }, choose: [file] })
  const { page } = window
  const example = JSON.parse(readFileSync(join(ASSETS_FOLDER, 'examples', '01-ear99-to-a-friendly-country.json'), 'utf8'))
  await window.value('case:save', { case: example, revision: 0 })
  await window.value('case:determine', { id: example.id, lang: 'en' })
  await page.getByTestId('nav-rules').click()
  await page.getByTestId('rules-tab-pack').click()

  await page.getByTestId('install-pack').click()
  await expect(page.getByTestId('install-refused')).toContainText('not among the trusted keys')
  addTrustedKey(window.dataFolder, publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'Test publisher', '2026-09-15T00:00:00.000Z', 'key.pem')
  await page.getByTestId('install-pack').click()
  await expect(page.getByTestId('pack-installed')).toContainText('when Licet is next started', { timeout: 30_000 })
  await expect(page.getByTestId('pack-installed')).toContainText('Test publisher')

  await page.getByTestId('compare-pack').click()
  await expect(page.getByTestId('diff-counts')).toContainText('Rule')
  await page.getByTestId('rules-search').fill('germany')
  await expect(page.getByTestId('diff-table')).toContainText('15 CFR 736.2(b)(1)')
  await expect(page.getByTestId('diff-details')).toContainText('A licence is needed for Germany.')

  await page.getByTestId('weigh-pack').click()
  await expect(page.locator('[data-testid="impact-counts"] [data-count="wrongThen"]')).toContainText('1', { timeout: 30_000 })
  await expect(page.locator('[data-testid="impact-counts"] [data-count="differNow"]')).toContainText('0')
  await expect(page.getByTestId('impact-clauses')).toContainText('test.germany')
  await page.getByTestId('impact-csv').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  const csv = readdirSync(window.saveFolder).find((name) => name.endsWith('.csv')) ?? ''
  expect(readFileSync(join(window.saveFolder, csv), 'utf8')).toContain('wrong-then')
  await page.getByTestId('impact-wrongThen').getByRole('link').first().click()
  await expect(page.getByTestId('tab-determination')).toHaveAttribute('aria-current', 'page')
  expect(window.complaints).toEqual([])
  await window.close()

  const again = await licet.open({ folder: window.folder, choose: [join(ASSETS_FOLDER, 'rules', 'us-ear')] })
  await again.page.getByTestId('nav-rules').click()
  await again.page.getByTestId('rules-tab-pack').click()
  await expect(again.page.getByTestId('held-packs').getByTestId('compare-pack')).toHaveCount(1)
  await again.page.getByTestId('choose-pack-folder').click()
  await expect(again.page.getByTestId('diff-counts')).toContainText('Rule', { timeout: 30_000 })
  await expect(again.page.getByTestId('diff-table')).toContainText('Removed')
  expect(again.complaints).toEqual([])
})
