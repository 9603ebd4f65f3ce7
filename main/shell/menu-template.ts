/** The menu as data, in both languages. What an entry does beyond Electron's own roles is told to the window as a command. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract/bridge.ts'

type Words = readonly [en: string, zh: string]
type Entry = { command: MenuCommand; label: Words; keys?: string } | { role: NonNullable<MenuItemConstructorOptions['role']>; label: Words } | 'line'
type Menu = { label: Words; entries: readonly Entry[] }

const FILE: Menu = {
  label: ['File', '文件'],
  entries: [
    { command: 'case:new', label: ['New case', '新建案件'], keys: 'CmdOrCtrl+N' },
    { command: 'list:import', label: ['Import lists…', '导入名单…'], keys: 'CmdOrCtrl+I' },
    { command: 'memo:save', label: ['Save memo…', '保存备忘录…'], keys: 'CmdOrCtrl+S' },
    'line',
    { command: 'settings', label: ['Settings', '设置'], keys: 'CmdOrCtrl+,' },
    'line',
    { role: 'quit', label: ['Quit', '退出'] },
  ],
}
const EDIT: Menu = {
  label: ['Edit', '编辑'],
  entries: [
    { role: 'undo', label: ['Undo', '撤销'] },
    { role: 'redo', label: ['Redo', '重做'] },
    'line',
    { role: 'cut', label: ['Cut', '剪切'] },
    { role: 'copy', label: ['Copy', '复制'] },
    { role: 'paste', label: ['Paste', '粘贴'] },
    { role: 'selectAll', label: ['Select all', '全选'] },
  ],
}
const CASE: Menu = {
  label: ['Case', '案件'],
  entries: [
    { command: 'case:determine', label: ['Determine', '作出判定'], keys: 'CmdOrCtrl+Enter' },
    { command: 'trace:toggle', label: ['Show or hide the proof', '显示或隐藏论证'], keys: 'CmdOrCtrl+T' },
  ],
}
const GO: Menu = {
  label: ['Go', '前往'],
  entries: [
    { command: 'palette', label: ['Find or do…', '查找或执行…'], keys: 'CmdOrCtrl+K' },
    'line',
    { command: 'go:home', label: ['Home', '首页'], keys: 'CmdOrCtrl+1' },
    { command: 'go:cases', label: ['Cases', '案件'], keys: 'CmdOrCtrl+2' },
    { command: 'go:screening', label: ['Screening', '筛查'], keys: 'CmdOrCtrl+3' },
    { command: 'go:items', label: ['Items', '物项'], keys: 'CmdOrCtrl+4' },
    { command: 'go:rules', label: ['Rules', '规则'], keys: 'CmdOrCtrl+5' },
    { command: 'go:lists', label: ['Lists', '名单'], keys: 'CmdOrCtrl+6' },
  ],
}
const VIEW: Menu = {
  label: ['View', '视图'],
  entries: [
    { role: 'zoomIn', label: ['Larger', '放大'] },
    { role: 'zoomOut', label: ['Smaller', '缩小'] },
    { role: 'resetZoom', label: ['Actual size', '实际大小'] },
    'line',
    { role: 'togglefullscreen', label: ['Full screen', '全屏'] },
  ],
}
const HELP: Menu = { label: ['Help', '帮助'], entries: [{ command: 'help:shortcuts', label: ['Keyboard shortcuts', '键盘快捷键'], keys: 'F1' }] }
const DEVELOPMENT: Menu = {
  label: ['Development', '开发'],
  entries: [
    { role: 'reload', label: ['Reload', '重新加载'] },
    { role: 'toggleDevTools', label: ['Developer tools', '开发者工具'] },
  ],
}

/** The whole menu bar. `development` adds reload and the developer tools. */
export function menuTemplate(
  language: 'en' | 'zh',
  platform: string,
  development: boolean,
  tell: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const say = (words: Words): string => words[language === 'zh' ? 1 : 0]
  const entry = (given: Entry): MenuItemConstructorOptions => {
    if (given === 'line') return { type: 'separator' }
    if ('role' in given) return { role: given.role, label: say(given.label) }
    return { id: given.command, label: say(given.label), accelerator: given.keys, click: () => tell(given.command) }
  }
  const menus = [FILE, EDIT, CASE, GO, VIEW, ...(development ? [DEVELOPMENT] : []), HELP]
  const bar: MenuItemConstructorOptions[] = menus.map((menu) => ({ label: say(menu.label), submenu: menu.entries.map(entry) }))
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...bar] : bar
}
