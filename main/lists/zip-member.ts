/**
 * The one file in a ZIP archive, as publishers pack a list that is large: where it lies and how it is packed, from the archive's
 * directory. Archives with several files, encrypted ones, ones in parts and those of more than 4 GB are refused.
 */
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { InputError } from '#shared/text/errors.ts'

export type ZipMember = {
  name: string
  /** First byte of the packed file in the archive. */
  start: number
  packedSize: number
  size: number
  crc: number
  /** Packed by "deflate"; otherwise as it is. */
  deflated: boolean
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const DIRECTORY_END = 0x06054b50
const LOCAL_HEADER_BYTES = 30
const DIRECTORY_ENTRY_BYTES = 46
const DIRECTORY_END_BYTES = 22
const LONGEST_COMMENT = 0xffff
/** Bytes of a directory that name more files than anybody would read in a message. */
const LARGEST_DIRECTORY = 64 * 1024
const NAMED_IN_MESSAGE = 5
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8
const IN_ZIP64 = 0xffffffff

/** Whether a file begins as a ZIP archive does. */
export const isZip = (head: Buffer): boolean => head.length >= 4 && head.readUInt32LE(0) === LOCAL_HEADER

/** Finds the one file in an archive. Throws InputError `bad-input` when there are several or it can not be read. */
export async function readZipMember(handle: FileHandle, archive: string, archiveSize: number): Promise<ZipMember> {
  const refuse = (what: string): never => {
    throw new InputError('bad-input', `${archive} is a ZIP archive ${what} Nothing was imported.`)
  }
  const damaged = (): never => refuse('or an Office document that is cut off or damaged. Download it again.')
  const bytesAt = async (position: number, length: number): Promise<Buffer> => {
    if (position < 0 || position + length > archiveSize) return damaged()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
    return bytesRead === length ? buffer : damaged()
  }
  const tailBytes = Math.min(archiveSize, DIRECTORY_END_BYTES + LONGEST_COMMENT)
  const tail = await bytesAt(archiveSize - tailBytes, tailBytes)
  const endAt = findEnd(tail)
  if (endAt < 0) return damaged()
  const directoryBytes = tail.readUInt32LE(endAt + 12)
  const directoryAt = tail.readUInt32LE(endAt + 16)
  if (directoryAt === IN_ZIP64 || directoryBytes === IN_ZIP64) return refuse('of more than 4 GB, which no official list file is.')
  const directory = await bytesAt(directoryAt, Math.min(directoryBytes, LARGEST_DIRECTORY))
  const members = membersIn(directory).filter(({ name }) => !name.endsWith('/'))
  const [member] = members
  if (member === undefined) return damaged()
  if (members.some(({ name }) => name === '[Content_Types].xml')) return refuse('that holds an Office document, for example an Excel workbook.')
  if (members.length > 1) {
    const names = members.slice(0, NAMED_IN_MESSAGE).map(({ name }) => name)
    const more = members.length > names.length ? ', …' : ''
    return refuse(`of several files (${names.join(', ')}${more}). Unpack it and give the files that are meant.`)
  }
  if ((member.flags & ENCRYPTED) !== 0) return refuse('that is encrypted. Unpack it first.')
  if (member.method !== STORED && member.method !== DEFLATED) return refuse(`packed in a way that is not usual (method ${member.method}). Unpack it first.`)
  if (member.packedSize === IN_ZIP64 || member.size === IN_ZIP64) return refuse('of more than 4 GB, which no official list file is.')
  const header = await bytesAt(member.headerAt, LOCAL_HEADER_BYTES)
  if (header.readUInt32LE(0) !== LOCAL_HEADER) return damaged()
  const start = member.headerAt + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (start + member.packedSize > directoryAt || member.packedSize === 0) return damaged()
  const { name, packedSize, size, crc } = member
  return { name, start, packedSize, size, crc, deflated: member.method === DEFLATED }
}

/** Where the end of the directory begins in the last bytes of an archive; -1 when it is not there. A comment reaches to the very end. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - DIRECTORY_END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === DIRECTORY_END && at + DIRECTORY_END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return -1
}

type DirectoryEntry = { name: string; flags: number; method: number; crc: number; packedSize: number; size: number; headerAt: number }

function membersIn(directory: Buffer): DirectoryEntry[] {
  const members: DirectoryEntry[] = []
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameBytes = directory.readUInt16LE(at + 28)
    const nameAt = at + DIRECTORY_ENTRY_BYTES
    members.push({
      name: directory.subarray(nameAt, nameAt + nameBytes).toString('utf8'),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at = nameAt + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return members
}

/** Checks an unpacked file against the size and the check sum in the directory. Throws InputError `bad-input` at the end when they differ. */
export function zipMemberCheck(member: ZipMember, archive: string): { take: (piece: Buffer) => void; end: () => void } {
  let size = 0
  let sum = 0
  return {
    take: (piece) => {
      size += piece.length
      sum = crc32(piece, sum)
    },
    end: () => {
      if (size !== member.size || sum !== member.crc)
        throw new InputError(
          'bad-input',
          `${archive}: the file ${member.name} in the archive does not have the size and check sum that the archive states. It is damaged. Nothing was imported. Download it again.`,
        )
    },
  }
}
