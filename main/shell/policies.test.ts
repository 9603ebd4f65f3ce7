import { describe, expect, it } from 'vitest'
import { refusal } from './caller-policy.ts'
import { mayMove } from './navigation-policy.ts'
import { mayLoad } from './network-policy.ts'
import { mayUse } from './permission-policy.ts'
import { mayRestart, mayWake } from './restart-policy.ts'

const HOME = { ownWindow: true, mainFrame: true, origin: 'app://licet' }

describe('who may call through the door', () => {
  it('is the main frame of the own window at the own origin', () => {
    expect(refusal(HOME)).toBe('')
  })

  it.each([
    ['another window', { ...HOME, ownWindow: false }],
    ['a frame inside the window', { ...HOME, mainFrame: false }],
    ['another host', { ...HOME, origin: 'app://other' }],
    ['a longer host', { ...HOME, origin: 'app://licet.example' }],
    ['the same host over https', { ...HOME, origin: 'https://licet' }],
    ['a page without origin', { ...HOME, origin: 'null' }],
    ['a frame that is gone', { ...HOME, origin: '' }],
  ])('is not %s', (_who, caller) => {
    expect(refusal(caller)).not.toBe('')
  })
})

describe('where the window may go', () => {
  it.each([
    ['navigate', 'app://licet/', true],
    ['navigate', 'app://licet/#/cases/1', true],
    ['navigate', 'app://licet/index.html#/x', true],
    ['navigate', 'app://licet/other.html', false],
    ['navigate', 'app://licet.example/', false],
    ['navigate', 'app://licet@example.org/', false],
    ['navigate', 'https://example.org/', false],
    ['navigate', 'https://example.org/#app://licet/', false],
    ['navigate', 'file:///etc/passwd', false],
    ['navigate', 'data:text/html,x', false],
    ['navigate', 'javascript:alert(1)', false],
    ['navigate', 'about:blank', false],
    ['navigate', '', false],
    ['redirect', 'app://licet/', false],
    ['frame', 'app://licet/', false],
    ['frame', 'https://example.org/', false],
    ['open', 'app://licet/', false],
    ['open', 'https://www.ecfr.gov/', false],
    ['webview', 'app://licet/', false],
  ] as const)('%s to %s: %s', (what, to, allowed) => {
    expect(mayMove({ what, to })).toBe(allowed)
  })
})

describe('what a page may load', () => {
  it.each([
    ['app://licet/assets/a.js', '', true],
    ['data:image/png;base64,', '', true],
    ['blob:app://licet/1', '', true],
    ['devtools://devtools/bundled/x.js', '', true],
    ['app://other/a.js', '', false],
    ['https://example.org/', '', false],
    ['http://127.0.0.1:5173/', '', false],
    ['ws://127.0.0.1:5173/', '', false],
    ['file:///etc/passwd', '', false],
    ['ftp://example.org/', '', false],
    ['not an address', '', false],
    ['http://127.0.0.1:5173/x', 'http://127.0.0.1:5173', true],
    ['ws://127.0.0.1:5173/', 'http://127.0.0.1:5173', true],
    ['http://127.0.0.1:9999/', 'http://127.0.0.1:5173', false],
    ['https://example.org/', 'http://127.0.0.1:5173', false],
  ])('%s with live reload at "%s": %s', (address, reload, allowed) => {
    expect(mayLoad(address, reload)).toBe(allowed)
  })
})

describe('what a page may use', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'midi',
    'fullscreen',
    'pointerLock',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'unknown',
  ])('is not %s', (permission) => {
    expect(mayUse(permission, 'app://licet', true)).toBe(false)
  })

  it('is putting text on the clipboard, from the own page only', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://licet', true)).toBe(true)
    expect(mayUse('clipboard-sanitized-write', 'app://licet', false)).toBe(false)
    expect(mayUse('clipboard-sanitized-write', 'https://example.org', true)).toBe(false)
  })
})

describe('what is started again', () => {
  it.each([
    ['the first death', [1000], true],
    ['the third within a minute', [1000, 2000, 3000], true],
    ['the fourth within a minute', [1000, 2000, 3000, 4000], false],
    ['many, an hour apart', [0, 3_600_000, 7_200_000, 10_800_000, 14_400_000], true],
  ])('%s: %s', (_what, deaths, restart) => {
    expect(mayRestart(deaths)).toBe(restart)
  })

  it('can be woken by a call some time after it was given up', () => {
    expect(mayWake([1000, 2000], 3000)).toBe(false)
    expect(mayWake([1000, 2000], 12_000)).toBe(true)
  })
})
