/**
 * What the preload puts into the window as `window.licet`, and nothing else: call a name of the contract, listen to
 * events, ask for the path of a dropped file. The names are written out here so that the preload needs no schemas; the
 * compiler and a test hold them equal to the contract.
 */
import type { CoreEvent, Name, Reply, RequestOf } from './contract.ts'

/** One channel for calls, one for events. */
export const CALL_CHANNEL = 'licet:call'
export const EVENT_CHANNEL = 'licet:event'

/** The only origin that the window has and that the shell listens to. */
export const ORIGIN = 'app://licet'

export type Bridge<FileObject = unknown> = {
  /** Asks the shell or the core. Never throws for a refused or failed call: the reply says so. */
  call<N extends Name>(name: N, request: RequestOf<N>): Promise<Reply<N>>
  /** Hears every event until the returned function is called. */
  on(listener: (event: CoreEvent) => void): () => void
  /** Path of a file that was dropped on the window or chosen in it; empty when it has none. */
  pathOf(file: FileObject): string
}

const EVERY_NAME = {
  'app:status': true,
  'case:list': true,
  'case:get': true,
  'case:save': true,
  'case:archive': true,
  'case:determine': true,
  'case:preview': true,
  'case:proof': true,
  'case:history': true,
  'case:export': true,
  'determination:get': true,
  'determination:trace': true,
  'determination:replay': true,
  'determination:flips': true,
  'party:screen': true,
  'disposition:record': true,
  'batch:preview': true,
  'batch:run': true,
  'batch:newest': true,
  'batch:results': true,
  'list:status': true,
  'alert:list': true,
  'alert:export': true,
  'alert:hit': true,
  'alert:screen': true,
  'alert:review': true,
  'alert:secondOfficer': true,
  'list:changes': true,
  'list:change': true,
  'list:forgetInterrupted': true,
  'list:import': true,
  'list:previewOwn': true,
  'list:emptyOwn': true,
  'list:stateWhole': true,
  'job:cancel': true,
  'entry:search': true,
  'entry:get': true,
  'entry:destinations': true,
  'content:read': true,
  'ownership:read': true,
  'item:classify': true,
  'item:parameters': true,
  'country:list': true,
  'country:get': true,
  'pack:status': true,
  'pack:facts': true,
  'packs:coverage': true,
  'packs:diff': true,
  'packs:install': true,
  'packs:impact': true,
  'evaluation:run': true,
  'evaluation:explain': true,
  'pack:terms': true,
  'rule:search': true,
  'rule:get': true,
  'memo:render': true,
  'audit:list': true,
  'audit:verify': true,
  'palette:search': true,
  'shell:preferences': true,
  'shell:setPreferences': true,
  'shell:chooseFiles': true,
  'shell:chooseDataFolder': true,
  'shell:openDataFolder': true,
  'shell:saveCopy': true,
  'shell:saveFile': true,
} as const satisfies Record<Name, true>

/** Every name of the contract, frozen. */
export const NAMES: readonly Name[] = Object.freeze(Object.keys(EVERY_NAME) as Name[])

/** What the menu asks of the window, in `menu` events. */
export const MENU_COMMANDS = [
  'case:new',
  'case:determine',
  'memo:save',
  'list:import',
  'palette',
  'settings',
  'go:home',
  'go:cases',
  'go:screening',
  'go:items',
  'go:rules',
  'go:lists',
  'trace:toggle',
  'help:shortcuts',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]
