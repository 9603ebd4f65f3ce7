/** Nothing from outside is loaded or run, and nothing is sent out: shown with a server on this machine that counts who comes. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../launch/launch.ts'

let server: Server
let address = ''
const visits: string[] = []

test.beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end('window.intruded = true')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))
test.beforeEach(() => visits.splice(0))

/** A visit of the test itself: who was on the way before it has come by then. It is not counted. */
async function ownVisit(): Promise<void> {
  await fetch(`${address}/own`)
  visits.splice(visits.indexOf('/own'), 1)
}

const LOADERS: Record<string, string> = {
  script: "append('script', { src: address + '/script.js' })",
  'module script': "append('script', { src: address + '/module.js', type: 'module' })",
  picture: "append('img', { src: address + '/picture.png' })",
  'style sheet': "append('link', { rel: 'stylesheet', href: address + '/style.css' })",
  preload: "append('link', { rel: 'preload', as: 'script', href: address + '/preload.js' })",
  prefetch: "append('link', { rel: 'prefetch', href: address + '/prefetch' })",
  frame: "append('iframe', { src: address + '/frame' })",
  object: "append('object', { data: address + '/object' })",
  sound: "append('audio', { src: address + '/sound' })",
  film: "append('video', { src: address + '/film' })",
  'picture in a style': "document.body.style.backgroundImage = 'url(' + address + '/background.png)'",
  font: "await new FontFace('other', 'url(' + address + '/font.woff2)').load().catch(() => {})",
  fetch: "await fetch(address + '/fetch').catch(() => {})",
  'fetch without answer': "await fetch(address + '/opaque', { mode: 'no-cors' }).catch(() => {})",
  request:
    "await new Promise((resolve) => { const request = new XMLHttpRequest(); request.onloadend = resolve; request.open('POST', address + '/request'); request.send('x') })",
  'web socket':
    "await new Promise((resolve) => { try { const socket = new WebSocket(address.replace('http', 'ws')); socket.onerror = socket.onopen = resolve } catch { resolve() } })",
  'event source':
    "await new Promise((resolve) => { const source = new EventSource(address + '/events'); source.onerror = source.onopen = () => { source.close(); resolve() } })",
  beacon: "navigator.sendBeacon(address + '/beacon', 'x')",
  worker: "try { new Worker(address + '/worker.js') } catch {}",
  import: "await import(address + '/import.js').catch(() => {})",
  'service worker': "await navigator.serviceWorker?.register(address + '/service.js').catch(() => {})",
}

for (const [what, code] of Object.entries(LOADERS)) {
  test(`remote content is refused: ${what}`, async ({ shared }) => {
    const { page, app } = shared
    // Run from the program's side, where the page's policy does not stop the text itself, only what it tries to load.
    const script = `(async () => {
      const address = ${JSON.stringify(address)}
      const append = (tag, values) => new Promise((resolve) => {
        const element = Object.assign(document.createElement(tag), values)
        element.onload = element.onerror = resolve
        document.addEventListener('securitypolicyviolation', resolve, { once: true })
        document.body.append(element)
        setTimeout(resolve, 500)
      })
      await (async () => { await (${code.startsWith('append') ? code : `(async () => { ${code} })()`}) })()
      return true
    })()`
    await app.evaluate(({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true), script)
    await ownVisit()
    expect(visits).toEqual([])
    expect(await page.evaluate(() => (window as unknown as { intruded?: boolean }).intruded)).toBeUndefined()
  })
}

test('a page without any policy of its own does not reach the network either', async ({ shared }) => {
  const { app } = shared
  const reached = await app.evaluate(async ({ BrowserWindow }, address) => {
    const other = new BrowserWindow({ show: false })
    await other.loadURL('data:text/html,<p>no policy</p>')
    const reached = await other.webContents.executeJavaScript(`fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => true, () => false)`)
    other.destroy()
    return reached as boolean
  }, address)
  expect(reached).toBe(false)
  expect(visits).toEqual([])
})

test('code in strings, inline scripts and inline handlers do not run', async ({ shared }) => {
  const { page } = shared
  const ran = await page.evaluate(() => {
    const any = window as unknown as Record<string, unknown>
    const script = document.createElement('script')
    script.textContent = 'window.inline = true'
    document.body.append(script)
    const host = document.createElement('div')
    host.innerHTML = '<img src="data:," onerror="window.handler = true"><a id="bad" href="javascript:window.link = true">x</a>'
    document.body.append(host)
    document.getElementById('bad')?.click()
    const worker = new Blob(['postMessage(1)'], { type: 'text/javascript' })
    let started = true
    try {
      new Worker(URL.createObjectURL(worker)).onmessage = () => {
        any.worker = true
      }
    } catch {
      started = false
    }
    return { inline: any.inline, started: started && any.worker === true }
  })
  expect(ran.inline).toBeUndefined()
  expect(ran.started).toBe(false)
  expect(
    await page.evaluate(() => ['inline', 'handler', 'link', 'worker'].filter((name) => (window as unknown as Record<string, unknown>)[name] !== undefined)),
  ).toEqual([])
})

test('files of this machine are out of reach, by their own address and through ours', async ({ shared }) => {
  const { page } = shared
  for (const path of [
    'file:///etc/hostname',
    'app://licet/..%2f..%2fpackage.json',
    'app://licet/..%5c..%5cpackage.json',
    'app://licet/%2e%2e/%2e%2e/package.json',
    'app://licet/../main/shell.js',
    'app://other/index.html',
  ]) {
    const found = await page.evaluate(
      (path) =>
        fetch(path).then(
          (answer) => answer.ok,
          () => false,
        ),
      path,
    )
    expect(found, path).toBe(false)
  }
})

test('permissions are refused, all but putting text on the clipboard', async ({ shared }) => {
  const { page } = shared
  const found = await page.evaluate(async () => {
    const refused = (asked: Promise<unknown> | undefined): Promise<boolean> =>
      Promise.resolve(asked).then(
        () => asked === undefined,
        () => true,
      )
    return {
      camera: await refused(navigator.mediaDevices?.getUserMedia({ video: true, audio: true })),
      screen: await refused(navigator.mediaDevices?.getDisplayMedia({ video: true })),
      place: await new Promise<boolean>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(false),
          () => resolve(true),
          { timeout: 3000 },
        ),
      ),
      notification: (await Notification.requestPermission()) === 'denied',
      clipboard: await refused(navigator.clipboard.readText()),
    }
  })
  expect(found).toEqual({ camera: true, screen: true, place: true, notification: true, clipboard: true })
})

test('downloads are refused', async ({ shared }) => {
  const { page, app } = shared
  const started = app.evaluate(
    ({ session }) => new Promise<boolean>((resolve) => session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented))),
  )
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    document.body.append(link)
    link.click()
  })
  expect(await started).toBe(true)
})
