import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '../../platform/clock.ts'
import type { S3Config } from '../../platform/storage/s3-storage.ts'
import { objectsIn } from './objects.ts'
import { bucketPath, contentCheckPath, createStorageServer } from './server.ts'

export { eicarText } from './content-check-stand-in.ts'

export interface StorageOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Where the objects lie; a folder of its own, gone at the end, unless one is named. */
  readonly folder?: string
  readonly clock?: Clock
}

export interface LocalStorage {
  /** What `createS3Storage` needs. */
  readonly config: S3Config
  readonly contentCheckUrl: string
  /** Where the objects lie, each as the file of its key. */
  readonly folder: string
  close(): Promise<void>
}

/** Starts a bucket of our own on this machine, over real HTTP with real signatures. */
export async function startStorage(options: StorageOptions = {}): Promise<LocalStorage> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'anjiao-storage-')))
  const key = {
    region: 'local',
    accessKeyId: 'anjiao-local',
    secretAccessKey: randomBytes(24).toString('base64url'),
  }
  const server = createStorageServer({ objects: objectsIn(folder), key, clock: options.clock ?? systemClock })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    config: { url: url + bucketPath, ...key },
    contentCheckUrl: url + contentCheckPath,
    folder,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}
