/** Ownership that an officer brings in a file. */
import { readOwnership } from '#main/casework/ownership-csv.ts'
import type { HandlersFor } from './handlers.ts'

export function ownershipHandlers(): HandlersFor<'ownership'> {
  return { 'ownership:read': (request) => readOwnership(request) }
}
