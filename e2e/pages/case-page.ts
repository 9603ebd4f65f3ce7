/** The pages of one case: facts, parties, items, questions, determination, memo. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { choose, select, type } from './fields.ts'

export type CaseTab = 'facts' | 'parties' | 'items' | 'questions' | 'determination' | 'memo' | 'history'

export class CasePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async tab(tab: CaseTab): Promise<void> {
    await this.page.getByTestId(`tab-${tab}`).click()
    await expect(this.page.getByTestId(`tab-${tab}`)).toHaveAttribute('aria-current', 'page')
  }

  async saved(): Promise<void> {
    await expect(this.page.getByTestId('save-state')).toHaveAttribute('data-state', 'stored')
  }

  async facts(title: string, kind: RegExp, from: string, destination: string, asOf: string): Promise<void> {
    const { page } = this
    await this.tab('facts')
    await type(page, 'fact-title', title)
    await select(page, 'fact-kind', kind)
    await choose(page, 'fact-from', from, new RegExp(from))
    await choose(page, 'fact-destination', destination, new RegExp(destination))
    await type(page, 'fact-as-of', asOf)
    await page.getByTestId('fact-as-of').blur()
    await this.saved()
  }

  async addParty(role: string, name: string, country: string): Promise<void> {
    const { page } = this
    await this.tab('parties')
    const at = await page.locator('[data-testid^="party-name-"]').count()
    await page.getByTestId('add-party').click()
    await page.getByTestId(`add-party-${role}`).click()
    await type(page, `party-name-${at}`, name)
    await choose(page, `party-country-${at}`, country, new RegExp(country))
    await choose(page, `party-headquarters-${at}`, country, new RegExp(country))
    await this.saved()
  }

  async addItem(description: string, eccn: string, usd: string): Promise<void> {
    const { page } = this
    await this.tab('items')
    const before = await page.locator('[data-testid^="item-description-"]').count()
    if (before === 0) await page.getByTestId('add-item').click()
    const id = (await page.locator('[data-testid^="item-description-"]').last().getAttribute('data-testid'))?.slice('item-description-'.length) ?? '1'
    await type(page, `item-description-${id}`, description)
    await type(page, `item-eccn-${id}`, eccn)
    await page.keyboard.press('Tab')
    await select(page, `item-kind-${id}`, /commodity/i)
    await choose(page, `item-origin-${id}`, 'United States', /^United States/)
    await choose(page, `item-located-${id}`, 'United States', /^United States/)
    await type(page, `item-value-${id}`, usd)
    await type(page, `item-currency-${id}`, 'USD')
    await page.getByTestId(`item-currency-${id}`).blur()
    await this.saved()
  }

  /** Answers question after question until none is left; answers how many there were. */
  async answerAll(answer: (fact: string) => string | boolean): Promise<string[]> {
    const { page } = this
    const asked: string[] = []
    await this.tab('questions')
    for (;;) {
      const question = page.getByTestId('question')
      const end = page.getByTestId('to-determination')
      await expect(question.or(end).first()).toBeVisible()
      if ((await question.count()) === 0) return asked
      const fact = (await question.getAttribute('data-fact')) ?? ''
      asked.push(fact)
      if (asked.length > 60) throw new Error(`the questions never end: ${asked.join(', ')}`)
      const given = answer(fact)
      if (typeof given === 'boolean') await page.getByTestId(given ? 'answer-yes' : 'answer-no').click()
      else {
        const choice = page.getByTestId(`answer-${given}`)
        if ((await choice.count()) > 0) await choice.click()
        else await choose(page, 'answer-value', given, new RegExp(given))
        await page.getByTestId('answer-record').click()
      }
      await expect(page.locator(`[data-testid="question"][data-fact="${fact}"]`)).toHaveCount(0)
    }
  }

  async record(): Promise<void> {
    await this.tab('determination')
    await this.page.getByTestId('case-determine').click()
    await expect(this.page.getByTestId('record-state')).toHaveAttribute('data-recorded', 'true')
  }

  /** Saves the memo and gives its bytes. */
  async saveMemo(saveFolder: string): Promise<{ name: string; bytes: Uint8Array }> {
    await this.tab('memo')
    await expect(this.page.getByTestId('memo-page').first()).toBeVisible()
    await this.page.getByTestId('memo-save').click()
    await expect(this.page.getByTestId('memo-saved')).toBeVisible()
    const name = readdirSync(saveFolder)
      .filter((one) => one.endsWith('.pdf'))
      .sort()
      .at(-1)
    if (name === undefined) throw new Error(`no memo in ${saveFolder}`)
    return { name, bytes: readFileSync(join(saveFolder, name)) }
  }
}

/** The words of a PDF, page by page, joined by blanks. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let i = 1; i <= document.numPages; i++) {
    const content = await (await document.getPage(i)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages.join('\n').replace(/\s+/g, ' ')
}
