/** A file of results that appears under its name only when it is whole: written beside its place first, then renamed. */
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where results go, piece by piece. */
export type Sink = { write: (content: string | Uint8Array) => Promise<void>; end: () => Promise<string>; abandon: () => Promise<void> }

const BUFFERED_BYTES = 1024 * 1024

export class ResultFile implements Sink {
  readonly #path: string
  readonly #beside: string
  readonly #hash: Hash = createHash('sha256')
  #file: FileHandle | undefined
  #waiting: Buffer[] = []
  #bytes = 0

  constructor(path: string) {
    this.#path = path
    this.#beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  }

  /** Rejects with the error of the file system when the place cannot be written. */
  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    if (this.#bytes >= BUFFERED_BYTES) await this.#flush()
  }

  /** Puts the file in its place and answers the SHA-256 of its bytes. */
  async end(): Promise<string> {
    await this.#flush()
    await this.#file?.sync()
    await this.#file?.close()
    this.#file = undefined
    await rename(this.#beside, this.#path)
    return this.#hash.digest('hex')
  }

  /** Leaves nothing behind; what stood in its place before stays. */
  async abandon(): Promise<void> {
    await this.#file?.close().catch(() => {})
    this.#file = undefined
    await rm(this.#beside, { force: true }).catch(() => {})
  }

  async #flush(): Promise<void> {
    this.#file ??= await open(this.#beside, 'w')
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#bytes = 0
    this.#hash.update(bytes)
    await this.#file.appendFile(bytes)
  }
}
