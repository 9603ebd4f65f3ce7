/** Serves the built window as `app://licet/`, as protocol-policy.ts decides. In development the live reload server stands behind the same origin. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { ORIGIN } from '#shared/contract/bridge.ts'
import { answerHeaders, decideRequest, NONCE_MARK } from './protocol-policy.ts'

const SCHEME = new URL(ORIGIN).protocol.slice(0, -1)

/** Makes `app://` a proper secure origin. Must run before Electron is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

const nothing = (status: number): Response => new Response(null, { status, headers: answerHeaders('text/plain', '') })

/** Serves files below `folder`; with `reload` (an http address on this machine) it asks the live reload server instead. */
export function serveWindow(session: Session, folder: string, reload = ''): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (reload !== '') return relay(request, reload)
    const decision = decideRequest(request.method, request.url)
    if (decision.status !== 200) return nothing(decision.status)
    try {
      const nonce = randomBytes(16).toString('base64')
      const content = await readFile(join(folder, ...decision.path))
      const body = decision.type.startsWith('text/html') ? content.toString('utf8').replaceAll(NONCE_MARK, nonce) : new Uint8Array(content)
      return new Response(body, { status: 200, headers: answerHeaders(decision.type, nonce) })
    } catch {
      return nothing(404)
    }
  })
}

async function relay(request: Request, reload: string): Promise<Response> {
  const url = new URL(request.url)
  const answer = await fetch(new URL(url.pathname + url.search, reload), {
    method: request.method,
    headers: { accept: request.headers.get('accept') ?? '*/*' },
  })
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  const nonce = randomBytes(16).toString('base64')
  const body = type.startsWith('text/html') ? (await answer.text()).replaceAll(NONCE_MARK, nonce) : await answer.arrayBuffer()
  return new Response(body, { status: answer.status, headers: answerHeaders(type, nonce, `${reload.replace(/^http/, 'ws')} ${reload}`) })
}
