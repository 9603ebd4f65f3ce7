/** Sets the menu of menu-template.ts. */
import { app, Menu } from 'electron'
import type { MenuCommand } from '#shared/contract/bridge.ts'
import { menuTemplate } from './menu-template.ts'

/** Replaces the menu, in the given language. */
export function setMenu(language: 'en' | 'zh', tell: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform, !app.isPackaged, tell)))
}
