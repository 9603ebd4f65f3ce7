/**
 * Builds the program: shell, core and its workers into out/main, the preload as one small CommonJS file (sandboxed
 * preloads cannot be modules) into out/preload, the window into out/renderer.
 */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (...parts: string[]): string => join(import.meta.dirname, ...parts)

/** The oldest runtime that the build must run on is the one for development and tests. */
const NODE = 'node24.14'
const CHROME = 'chrome146'

/** Loaded from node_modules at run time: native code, and packages that read files beside themselves. */
const LOADED = ['better-sqlite3', 'pdfkit', 'fontkit', 'linebreak', '@expo-google-fonts/noto-sans-sc', '@fontsource/inter']
const external = [/^electron(\/|$)/, /^node:/, ...LOADED.map((name) => new RegExp(`^${name}(/|$)`))]

const RELOAD_PORT = 5199

/** Each runs on a thread of its own and is found beside the core. */
const workers = Object.fromEntries(
  ['import-worker', 'impact-worker', 'evaluation-worker', 'batch-worker', 'pdf-worker'].map((name) => [name, at(`main/core/${name}.ts`)]),
)

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      emptyOutDir: true,
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: { shell: at('main/shell/app.ts'), core: at('main/core/process.ts'), ...workers },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      emptyOutDir: true,
      target: NODE,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: { input: at('main/preload/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
    },
  },
  renderer: {
    root: at('renderer'),
    html: { cspNonce: '__NONCE__' },
    plugins: [react()],
    // The window loads from app://, so the live reload client must be told where its server is.
    server: { host: '127.0.0.1', port: RELOAD_PORT, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: RELOAD_PORT } },
    build: { outDir: at('out/renderer'), emptyOutDir: true, target: CHROME, minify: true, rolldownOptions: { input: at('renderer/index.html') } },
  },
})
