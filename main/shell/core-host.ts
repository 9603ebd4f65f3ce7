/** Runs the core in a process of its own, so that the window never waits for a database. */
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { FromCore } from '#shared/contract/link.ts'
import type { CoreChild } from './core-link.ts'

/** Starts `core.js` of the built program. Its words go to our standard error. */
export function forkCore(folder: string): CoreChild {
  const child = utilityProcess.fork(join(folder, 'core.js'), [], { serviceName: 'Licet core', stdio: ['ignore', 'inherit', 'inherit'] })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: FromCore) => listener(message))
    },
    onExit: (listener) => {
      child.on('exit', listener)
    },
    kill: () => {
      child.kill()
    },
  }
}
