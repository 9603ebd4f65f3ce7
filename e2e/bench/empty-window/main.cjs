// The least that opens a window: what ours is measured against.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860, webPreferences: { sandbox: true } })
  window.loadFile(join(__dirname, 'index.html'))
})
