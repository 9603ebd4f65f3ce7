/** Filling in the fields of the window as a person does: by what they show. */
import type { Page } from '@playwright/test'

/** Chooses an option of a list with a search field. */
export async function choose(page: Page, field: string, search: string, option: string | RegExp): Promise<void> {
  const input = page.getByTestId(field)
  await input.click()
  await input.fill(search)
  await page.getByRole('option', { name: option }).first().click()
}

/** Chooses an option of a plain list. */
export async function select(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByTestId(field).click()
  await page.getByRole('option', { name: option }).first().click()
}

export async function type(page: Page, field: string, text: string): Promise<void> {
  await page.getByTestId(field).fill(text)
}
