import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface StoredObject {
  readonly bytes: Buffer
  readonly contentType: string
}

/** Objects as files of one folder. A key may hold what ours hold, and nothing that leads out of the folder. */
export interface Objects {
  put(key: string, object: StoredObject): Promise<void>
  get(key: string): Promise<StoredObject | undefined>
  remove(key: string): Promise<void>
}

export const isKey = (key: string): boolean =>
  /^[\w.-]+(\/[\w.-]+)*$/.test(key) && !key.split('/').some((part) => /^\.+$/.test(part))

/** No key holds this sign, so that no object can be taken for another's type. */
const typeEnding = '~type'

export function objectsIn(folder: string): Objects {
  let written = 0
  async function write(path: string, content: Uint8Array | string): Promise<void> {
    // Whole or not at all, also when two write at once.
    const draft = `${path}~${process.pid}-${++written}`
    await writeFile(draft, content)
    await rename(draft, path)
  }
  return {
    async put(key, { bytes, contentType }) {
      const path = join(folder, key)
      await mkdir(dirname(path), { recursive: true })
      await write(path + typeEnding, contentType)
      await write(path, bytes)
    },
    async get(key) {
      try {
        const path = join(folder, key)
        return { bytes: await readFile(path), contentType: await readFile(path + typeEnding, 'utf8') }
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(key) {
      await rm(join(folder, key), { force: true })
      await rm(join(folder, key + typeEnding), { force: true })
    },
  }
}
