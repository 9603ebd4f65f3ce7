/** A service over a fresh folder for the tests of this room, with a clock that stands still. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoreName, ReplyOf, RequestOf } from '#shared/contract/contract.ts'
import type { CaseInput } from '#shared/domain/case.ts'
import { createDispatcher } from './dispatcher.ts'
import { ASSETS_FOLDER } from './folders.ts'
import { openService, type Service } from './service.ts'

export type TestService = Service & {
  folder: string
  /** Calls through the dispatcher; throws when the answer is an error. */
  call: <N extends CoreName>(name: N, request: RequestOf<N>) => Promise<ReplyOf<N>>
  remove: () => Promise<void>
}

export const NOW = '2026-09-15T08:00:00.000Z'

export function testService(folder = mkdtempSync(join(tmpdir(), 'licet-core-')), now = NOW): TestService {
  let ids = 0
  const service = openService({
    dataFolder: folder,
    assetsFolder: ASSETS_FOLDER,
    officer: 'A. Officer',
    version: 'test',
    now: () => new Date(now),
    newId: () => `id-${++ids}`,
  })
  const dispatch = createDispatcher(service)
  return {
    ...service,
    folder,
    call: async (name, request) => {
      const reply = await dispatch(name, request)
      if (reply.ok) return reply.value as never
      throw new Error(`${reply.error.code}: ${reply.error.detail}`)
    },
    remove: async () => {
      await service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** All end-use and conduct questions answered no, so that a case turns on item, place and party alone. */
export const NOTHING_KNOWN = {
  endUse: {
    nuclear: false,
    missile: false,
    chemicalBiological: false,
    militaryEndUse: false,
    militaryIntelligence: false,
    usPersonSupport: false,
    foreignVesselOrAircraft: false,
    semiconductorEquipment: false,
    supercomputer: false,
    advancedNodeIc: 'no',
    russianOilGas: 'no',
    precursorPlant: false,
    maritimeNuclear: false,
    advancedNodeDesign: false,
  },
  transaction: { informedByBis: false, conditionsBreached: false, violationKnown: false },
} as const

/** A case about one item made and kept in the United States and one consignee on no list. */
export function simpleCase(
  eccn: string,
  destination: string,
  more: { item?: Partial<CaseInput['items'][number]>; party?: Partial<NonNullable<CaseInput['parties']>[number]>; id?: string; asOf?: string } = {},
): CaseInput {
  return {
    schema: 'licet.case/1',
    id: more.id ?? 'case',
    asOf: more.asOf ?? '2026-09-01',
    transaction: { kind: 'export', from: 'US', destination, endUse: { facts: NOTHING_KNOWN.endUse }, facts: NOTHING_KNOWN.transaction },
    items: [{ id: '1', kind: 'commodity', eccn, origin: 'US', locatedIn: 'US', value: { amount: '1000.00', currency: 'USD' }, ...more.item }],
    parties: [{ role: 'ultimate-consignee', name: 'Harmless Trading', country: destination, headquarters: destination, facts: { listed: [] }, ...more.party }],
  }
}
