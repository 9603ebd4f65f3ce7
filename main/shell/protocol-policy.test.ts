import { describe, expect, it } from 'vitest'
import { answerHeaders, contentSecurityPolicy, decideRequest } from './protocol-policy.ts'

describe('what the window may load from its own origin', () => {
  it.each([
    ['app://licet/', ['index.html']],
    ['app://licet/index.html', ['index.html']],
    ['app://licet/index.html?x=1#y', ['index.html']],
    ['app://licet/assets/index-AB12.js', ['assets', 'index-AB12.js']],
    ['app://licet/assets/noto%20sans.woff2', ['assets', 'noto sans.woff2']],
    // The address itself is made plain before we see it: this cannot leave the folder.
    ['app://licet/assets/../../../index.html', ['index.html']],
    ['app://licet/%2e%2e/%2e%2e/index.html', ['index.html']],
  ])('%s is a file', (address, path) => {
    expect(decideRequest('GET', address)).toMatchObject({ status: 200, path })
  })

  it.each([
    ['GET', 'app://licet/..%2f..%2fpackage.json', 403],
    ['GET', 'app://licet/assets%2f..%2f..%2fpackage.json', 403],
    ['GET', 'app://licet/..%5c..%5cpackage.json', 403],
    ['GET', 'app://licet/%2e%2e%2fpackage.json', 403],
    ['GET', 'app://licet/a%00.js', 403],
    ['GET', 'app://licet/C:/windows/win.ini', 403],
    ['GET', 'app://licet/.env.js', 403],
    ['GET', 'app://licet/assets/.hidden.js', 403],
    ['GET', 'app://licet//etc/passwd.js', 404],
    ['GET', 'app://licet/assets/', 404],
    ['GET', 'app://licet/cases/1', 404],
    ['GET', 'app://licet/program.exe', 404],
    ['GET', 'app://licet/casebook.db', 404],
    ['GET', 'app://licet/%E0%A4%A.js', 400],
    ['GET', 'app://other/index.html', 403],
    ['GET', 'app://licet.example/index.html', 403],
    ['GET', 'app://someone@licet/index.html', 403],
    ['GET', 'https://licet/index.html', 403],
    ['GET', 'file:///index.html', 403],
    ['GET', 'nonsense', 400],
    ['GET', `app://licet/${'a'.repeat(3000)}.js`, 400],
    ['POST', 'app://licet/', 405],
    ['HEAD', 'app://licet/', 405],
  ])('%s %s: %i', (method, address, status) => {
    expect(decideRequest(method, address)).toEqual({ status })
  })
})

describe('the content security policy', () => {
  const policy = contentSecurityPolicy('abc')

  it('names nothing outside the program', () => {
    expect(policy).not.toMatch(/https?:|ws:|\*|unsafe/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
  })

  it('lets only the live reload server in during development', () => {
    expect(contentSecurityPolicy('abc', 'ws://127.0.0.1:5173')).toContain("connect-src 'self' ws://127.0.0.1:5173;")
  })

  it('goes with every answer', () => {
    expect(answerHeaders('text/css', 'n')).toMatchObject({
      'Content-Type': 'text/css',
      'Content-Security-Policy': contentSecurityPolicy('n'),
      'X-Content-Type-Options': 'nosniff',
    })
  })
})
