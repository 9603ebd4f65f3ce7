// Loaded into Electron before the program: says when the page has drawn itself and its thread is free again.
const { app } = require('electron')

const INTERACTIVE = `new Promise((resolve) => {
  const look = () => document.getElementById('root')?.childElementCount > 0
    ? requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 5000 })))
    : setTimeout(look, 2)
  look()
})`

app.on('web-contents-created', (_event, page) => {
  page.once('dom-ready', () => {
    page.executeJavaScript(INTERACTIVE).then(() => process.stdout.write('interactive\n'))
  })
})
