/** Writes a file whole or not at all: what stood there before stays until the new content is safely on the disk. */
import { copyFile, open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { InputError } from '#shared/text/errors.ts'

/** Throws InputError `disk-full`, `read-only`, `not-found` or `bad-input`; the file is then as it was. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw explained(path, error)
  }
}

/** Copies a file of any size, whole or not at all. Throws InputError as `writeWhole`. */
export async function copyWhole(from: string, path: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    await copyFile(from, beside)
    const file = await open(beside, 'r+')
    await file.sync().finally(() => file.close())
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw explained(path, error)
  }
}

/** The path itself, links followed. Throws InputError `refused` when it does not lie inside one of the folders: the window saves nothing but what the program made. */
export async function inside(folders: readonly string[], path: string): Promise<string> {
  for (const folder of folders) {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]).catch(() => ['', ''] as const)
    const way = root === '' ? '..' : relative(root, real)
    if (way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !way.includes(':')) return real
  }
  throw new InputError('refused', `${path} is no result that the program keeps.`)
}

/** The error in words that an officer can act on. */
export function explained(path: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException
  const kept = 'Nothing was written; an older file of that name is as it was.'
  if (code === 'ENOSPC' || code === 'EDQUOT') return new InputError('disk-full', `The disk is full: ${path}. ${kept}`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new InputError('read-only', `${path} cannot be written: no permission. ${kept}`)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new InputError('not-found', `The folder of ${path} does not exist. ${kept}`)
  if (code === 'EISDIR') return new InputError('bad-input', `${path} is a folder, a file was expected. ${kept}`)
  return new InputError('failed', `${path} could not be written: ${message}. ${kept}`)
}

/** A name without anything that could lead out of a folder or that Windows refuses; at most 120 characters. */
export function plainFileName(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 8 ? plain.slice(dot) : ''
  const stem = ending === '' ? plain : plain.slice(0, dot)
  return stem === '' ? `licet${ending}` : `${stem.slice(0, 120 - ending.length)}${ending}`
}
