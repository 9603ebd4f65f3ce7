/** Entry of the core process in the window's program: the service and its dispatcher at the end of Electron's parent port. */
import type { FromCore, ToCore } from '#shared/contract/link.ts'
import { createDispatcher } from './dispatcher.ts'
import { serveCore } from './serve.ts'
import { openService } from './service.ts'

type ParentPort = { postMessage(message: FromCore): void; on(event: 'message', listener: (message: { data: ToCore }) => void): void }

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort === undefined) throw new Error('this is the core process of the window; the command line is main/cli')

serveCore(
  {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    end: () => process.exit(0),
  },
  (settings) => {
    const service = openService(settings)
    return {
      answer: createDispatcher(service),
      onEvent: (listener) => service.onEvent(listener),
      setOfficer: (officer) => service.setOfficer(officer),
      close: () => service.close(),
    }
  },
)
