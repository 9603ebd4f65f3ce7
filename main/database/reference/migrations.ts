/** The migrations of reference.db, in order. */
import type { Migration } from '#main/database/migration.ts'
import { packs } from './0001-packs.ts'
import { lists } from './0002-lists.ts'
import { installedPacks } from './0003-installed-packs.ts'
import { interruptedImports } from './0004-interrupted-imports.ts'
import { ownLists } from './0005-own-lists.ts'
import { announcements } from './0006-announcements.ts'

export const REFERENCE_MIGRATIONS: readonly Migration[] = [packs, lists, installedPacks, interruptedImports, ownLists, announcements]
