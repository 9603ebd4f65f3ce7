/**
 * Decides what the window may load from `app://licet/`: only files below the folder of the built window, of known
 * types, by GET. Also the headers of every answer, above all the content security policy.
 */
import { ORIGIN } from '#shared/contract/bridge.ts'

export type Decision = { status: 200; path: string[]; type: string } | { status: 400 | 403 | 404 | 405 }

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  wasm: 'application/wasm',
}

const LONGEST_ADDRESS = 2000

/** Which file answers the request: its path as parts below the folder, or the status of the refusal. */
export function decideRequest(method: string, address: string): Decision {
  if (method !== 'GET') return { status: 405 }
  if (address.length > LONGEST_ADDRESS || !URL.canParse(address)) return { status: 400 }
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== ORIGIN || url.username !== '' || url.password !== '') return { status: 403 }
  const path: string[] = []
  for (const part of url.pathname.split('/').slice(1)) {
    const name = decoded(part)
    if (name === null) return { status: 400 }
    if (!isPlainName(name) && name !== '') return { status: 403 }
    path.push(name)
  }
  if (path.length === 1 && path[0] === '') path[0] = 'index.html'
  if (path.includes('')) return { status: 404 }
  const type = TYPES[(path.at(-1) ?? '').split('.').at(-1)?.toLowerCase() ?? '']
  return type === undefined ? { status: 404 } : { status: 200, path, type }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** A name that stays in its folder on every system: no separators, drive letters, control characters, no leading dot. */
const isPlainName = (name: string): boolean => /^[^./\\:\p{Cc}][^/\\:\p{Cc}]*$/u.test(name) && !name.includes('..')

/** The place in index.html where the number of the answer goes, so that only our own style elements count. */
export const NONCE_MARK = '__NONCE__'

/**
 * The content security policy. Nothing is allowed that is not named here, and nothing outside `app://licet` is named.
 * `reload` is the address of the live reload server, in development only.
 */
export function contentSecurityPolicy(nonce: string, reload = ''): string {
  const own = "'self'"
  return [
    "default-src 'none'",
    // Live reload puts one script into the page itself; the built page has none.
    reload === '' ? `script-src ${own}` : `script-src ${own} 'nonce-${nonce}'`,
    `style-src ${own} 'nonce-${nonce}'`,
    `img-src ${own} data: blob:`,
    `font-src ${own} data:`,
    `worker-src ${own}`,
    `connect-src ${own}${reload === '' ? '' : ` ${reload}`}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer. */
export function answerHeaders(type: string, nonce: string, reload = ''): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce, reload),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}
