/** Installs signed packs in the reference database and finds the one to use: the installed one where its sequence is higher. */
import type { Database } from 'better-sqlite3'
import { InputError } from '#shared/text/errors.ts'
import { compileBody, type PackBody } from './signed-pack.ts'
import { type LoadedPack, makeCurrent, packByHash, storePack } from './store.ts'

export type Installed = { sha256: string; id: string; sequence: number; publisher: string; key: string; expires: string; installedAt: string }

/** Installs a verified pack, whole or not at all, and makes it current. `inUse` is the pack that it replaces. Throws InputError. */
export function installPack(
  database: Database,
  body: PackBody,
  signed: { file: Uint8Array; key: string },
  inUse: LoadedPack,
  now: string,
  place: string,
): LoadedPack {
  const refuse = (why: string) => new InputError('bad-input', `${place}: ${why}. Nothing was installed.`)
  const highest = Math.max(inUse.pack.sequence, newestInstalled(database, inUse.pack.id)?.sequence ?? 0)
  if (body.sequence < highest) throw refuse(`it has the sequence ${body.sequence}, older than ${highest}, which is held`)
  const loaded = compileBody(body, place)
  const { id, sequence } = loaded.pack
  if (id !== inUse.pack.id) throw refuse(`it is a pack “${id}”, and this program works with “${inUse.pack.id}”`)
  if (sequence === highest) throw refuse(loaded.sha256 === inUse.sha256 ? 'it is held already' : `another pack with the same sequence ${sequence} is held`)
  database
    .transaction(() => {
      storePack(database, loaded, now)
      database
        .prepare('INSERT INTO installed_pack (sha256, id, sequence, publisher, key, expires, installed_at, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(loaded.sha256, id, sequence, body.publisher, signed.key, body.expires, now, Buffer.from(signed.file))
    })
    .immediate()
  return loaded
}

/** The installed pack with the highest sequence of an id. */
export function newestInstalled(database: Database, id: string): Installed | undefined {
  const row = database
    .prepare(
      'SELECT sha256, id, sequence, publisher, key, expires, installed_at AS installedAt FROM installed_pack WHERE id = ? ORDER BY sequence DESC LIMIT 1',
    )
    .get(id)
  return row as Installed | undefined
}

/** An installed pack by its hash; compiled again from its file where an earlier program compiled it. Undefined when there is none. */
export function installedByHash(database: Database, sha256: string, now: string): LoadedPack | undefined {
  const held = packByHash(database, sha256)
  if (held !== undefined) return held
  const file = database.prepare('SELECT file FROM installed_pack WHERE sha256 = ?').pluck().get(sha256) as Buffer | undefined
  if (file === undefined) return undefined
  const loaded = compileBody(JSON.parse(file.subarray(file.indexOf(10) + 1).toString('utf8')) as PackBody, `the installed pack ${sha256.slice(0, 16)}`)
  const current = database.prepare('SELECT sha256 FROM pack WHERE id = ? AND current = 1').pluck().get(loaded.pack.id)
  database.transaction(() => storePack(database, loaded, now))()
  const before = typeof current === 'string' && current !== sha256 ? packByHash(database, current) : undefined
  if (before !== undefined) makeCurrent(database, before)
  return loaded
}

/** The pack to work with: the newest installed one where its sequence is higher than that of the built-in pack. */
export function packInUse(database: Database, builtIn: LoadedPack, now: string): LoadedPack {
  const newest = newestInstalled(database, builtIn.pack.id)
  const installed = newest !== undefined && newest.sequence > builtIn.pack.sequence ? installedByHash(database, newest.sha256, now) : undefined
  const chosen = installed ?? builtIn
  makeCurrent(database, chosen)
  return chosen
}
