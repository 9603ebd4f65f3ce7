/** Starts the window: preferences first, so that the first picture already has the right language and theme. */
import './styles.ts'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { call } from '#renderer/client/bridge.ts'
import type { Preferences } from '#shared/contract/replies.ts'
import { App } from './app.tsx'
import { offerChineseFace } from './fonts.ts'
import { setUpLanguage } from './language.ts'

// The window's security policy allows no code from strings, so zod must not try to write any.
z.config({ jitless: true })

const FALLBACK: Preferences = { language: 'en', theme: 'system', officer: '', dataFolder: '', panes: {}, version: '', runtime: '' }

/** The style elements that libraries add at run time carry the nonce of the page, or the security policy drops them. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
Object.assign(window, { __webpack_nonce__: nonce })

async function start(): Promise<void> {
  offerChineseFace()
  const preferences = await call('shell:preferences', {}).catch(() => FALLBACK)
  await setUpLanguage(preferences.language)
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root element')
  createRoot(root).render(<App preferences={preferences} nonce={nonce} />)
}

void start()
