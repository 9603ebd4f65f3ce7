/**
 * Decides what a page may ask of the machine. All is refused but one: putting text on the clipboard after a click, for
 * the copy buttons beside hashes and citations. Reading the clipboard is refused.
 */
import { ORIGIN } from '#shared/contract/bridge.ts'

const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Whether the permission is granted to a frame of that origin. */
export const mayUse = (permission: string, origin: string, mainFrame: boolean): boolean => mainFrame && origin === ORIGIN && GRANTED.has(permission)
