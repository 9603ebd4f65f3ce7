/** The window stays on its own page: no navigation outside, no new window, no frame with anything in it. */
import { expect, test } from '../launch/launch.ts'

const OUTSIDE = [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'data:text/html,<h1>x</h1>',
  'app://licet/assets/',
  'app://other/',
  'devtools://devtools/bundled/inspector.html',
]

test('outside navigation is refused, however it is tried', async ({ shared }) => {
  const { page } = shared
  const before = page.url().split('#')[0]
  for (const address of OUTSIDE) {
    await page.evaluate((address) => {
      window.location.href = address
    }, address)
    await page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await page.evaluate((address) => {
      const form = document.createElement('form')
      form.action = address
      document.body.append(form)
      form.submit()
      form.remove()
    }, address)
    expect(await page.evaluate(() => window.location.href.split('#')[0]), address).toBe(before)
  }
  expect(await page.evaluate(() => typeof window.licet.call)).toBe('function')
})

test('the window comes back by itself from an empty page, which nothing can refuse', async ({ shared }) => {
  const { page } = shared
  for (const address of ['about:blank', 'about:srcdoc']) {
    await page.evaluate((address) => {
      window.location.href = address
    }, address)
    await expect.poll(() => page.url().split('#')[0], { message: address }).toBe('app://licet/')
    await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0)
  }
})

test('a file of this machine does not open in the window, as one dropped beside its place would', async ({ shared }) => {
  const { page, app } = shared
  await app.evaluate(
    ({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("location.assign('file:///etc/hostname')", true),
  )
  expect(await page.evaluate(() => window.location.origin)).toBe('app://licet')
})

test('new windows are refused, however they are asked for', async ({ shared }) => {
  const { page, app } = shared
  for (const address of [...OUTSIDE, 'app://licet/', 'app://licet/index.html', '']) {
    expect(await page.evaluate((address) => window.open(address) === null, address), address).toBe(true)
    await page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  }
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(app.windows()).toHaveLength(1)
})

test('frames stay empty and have no bridge', async ({ shared }) => {
  const { page } = shared
  for (const address of [...OUTSIDE, 'app://licet/', 'app://licet/index.html']) {
    const found = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
      // Two answers from the program's side: whatever the frame does by itself has begun or was refused by then.
      for (const path of ['/', '/index.html']) await fetch(path)
      let inside = ''
      let bridge = false
      try {
        inside = frame.contentDocument?.body?.textContent ?? ''
        bridge = (frame.contentWindow as unknown as { licet?: unknown } | null)?.licet !== undefined
      } catch {
        inside = ''
      }
      frame.remove()
      return { inside, bridge }
    }, address)
    expect(found, address).toEqual({ inside: '', bridge: false })
  }
})

test('webviews and nested browsing by object or embed are refused', async ({ shared }) => {
  const { page, app } = shared
  await page.evaluate(() => {
    for (const tag of ['webview', 'object', 'embed']) {
      const element = document.createElement(tag)
      element.setAttribute('src', 'https://example.org/')
      element.setAttribute('data', 'https://example.org/')
      document.body.append(element)
    }
  })
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})
