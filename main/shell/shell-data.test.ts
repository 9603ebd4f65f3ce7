import { describe, expect, it } from 'vitest'
import { MENU_COMMANDS } from '#shared/contract/bridge.ts'
import { menuTemplate } from './menu-template.ts'
import { testAnswers } from './test-answers.ts'
import { fitBounds } from './window-bounds.ts'

describe('the menu', () => {
  const flat = (language: 'en' | 'zh', development = false) =>
    menuTemplate(language, 'linux', development, () => {}).flatMap((menu) => [menu, ...((menu.submenu as never[]) ?? [])]) as {
      id?: string
      label?: string
      type?: string
      accelerator?: string
      role?: string
      click?: () => void
    }[]

  it('offers every command once', () => {
    expect(
      flat('en')
        .flatMap(({ id }) => id ?? [])
        .sort(),
    ).toEqual([...MENU_COMMANDS].sort())
  })

  it('uses no shortcut twice', () => {
    const keys = flat('en').flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has Chinese words for all entries', () => {
    const english = flat('en').filter(({ type }) => type !== 'separator')
    const chinese = flat('zh').filter(({ type }) => type !== 'separator')
    expect(chinese).toHaveLength(english.length)
    for (const { label } of chinese) expect(label).toMatch(/\p{Script=Han}/u)
  })

  it('tells the window the command', () => {
    const told: string[] = []
    const bar = menuTemplate('en', 'darwin', false, (command) => told.push(command))
    const entries = bar.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
    for (const entry of entries) (entry.click as (() => void) | undefined)?.()
    expect(told.sort()).toEqual([...MENU_COMMANDS].sort())
  })

  it('has developer tools in development only', () => {
    expect(flat('en', true).some(({ role }) => role === 'toggleDevTools')).toBe(true)
    expect(flat('en').some(({ role }) => role === 'toggleDevTools')).toBe(false)
  })
})

describe('the place of the window', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ]
  const stored = { x: 100, y: 50, width: 1360, height: 860, maximized: false }

  it.each([
    ['where it was', stored, { x: 100, y: 50, width: 1360, height: 860 }],
    ['on the second screen', { ...stored, x: 2000 }, { x: 2000, y: 50, width: 1360, height: 860 }],
    ['anywhere when its screen is gone', { ...stored, x: 5000 }, { width: 1360, height: 860 }],
    ['anywhere when its title bar is above the screen', { ...stored, y: -400 }, { width: 1360, height: 860 }],
    ['anywhere the first time', { width: 1360, height: 860, maximized: false }, { width: 1360, height: 860 }],
    ['no larger than the largest screen', { ...stored, width: 9000, height: 9000 }, { x: 100, y: 50, width: 1920, height: 1040 }],
  ])('is %s', (_what, bounds, fitted) => {
    expect(fitBounds(bounds, screens)).toEqual(fitted)
  })
})

describe('answers for dialogs in tests', () => {
  const environment = { LICET_TEST_SAVE_TO: '/tmp/out', LICET_TEST_CHOOSE: '/a/b.csv\n/c/d.csv' }

  it('are taken from the environment where tests may run', () => {
    expect(testAnswers(environment, true)).toEqual({ saveTo: '/tmp/out', choose: ['/a/b.csv', '/c/d.csv'] })
  })

  it('mean nothing in a program meant for release', () => {
    expect(testAnswers(environment, false)).toEqual({ saveTo: '', choose: [] })
  })

  it('must be whole paths', () => {
    expect(testAnswers({ LICET_TEST_SAVE_TO: 'out', LICET_TEST_CHOOSE: 'b.csv' }, true)).toEqual({ saveTo: '', choose: [] })
    expect(testAnswers({}, true)).toEqual({ saveTo: '', choose: [] })
  })
})
