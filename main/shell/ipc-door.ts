/** Hangs the door into Electron: one channel, and who calls is read from the event, never from the message. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CALL_CHANNEL } from '#shared/contract/bridge.ts'
import type { Caller } from './caller-policy.ts'
import type { Door } from './door.ts'

function callerOf(event: IpcMainInvokeEvent, window: BrowserWindow | null): Caller {
  const frame = event.senderFrame
  const ownWindow = window !== null && !window.isDestroyed() && event.sender === window.webContents
  return { ownWindow, mainFrame: frame !== null && frame === event.sender.mainFrame, origin: frame?.origin ?? '' }
}

/** Listens on the one channel. The door may come later than the first call: calls wait for it. */
export function openIpcDoor(window: () => BrowserWindow | null, door: Promise<Door>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, request: unknown) => {
    const caller = callerOf(event, window())
    return (await door)(caller, name, request)
  })
}
