/** The migrations of casebook.db, in order. */
import type { Migration } from '#main/database/migration.ts'
import { cases } from './0001-cases.ts'
import { determinations } from './0002-determinations.ts'
import { dispositions } from './0003-dispositions.ts'
import { audit } from './0004-audit.ts'
import { secondOfficer } from './0005-second-officer.ts'
import { alertQueue } from './0006-alert-queue.ts'

export const CASEBOOK_MIGRATIONS: readonly Migration[] = [cases, determinations, dispositions, audit, secondOfficer, alertQueue]
