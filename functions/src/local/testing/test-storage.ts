import { afterAll } from 'vitest'
import type { Clock } from '../../platform/clock.ts'
import { createContentCheck } from '../../platform/content-check.ts'
import type { World } from '../../platform/context.ts'
import { silentLog } from '../../platform/log.ts'
import { systemRandom } from '../../platform/random.ts'
import { createS3Storage } from '../../platform/storage/s3-storage.ts'
import { sealedIn } from '../../platform/storage/sealed-storage.ts'
import { sealedTextWith } from '../../platform/storage/sealed-text.ts'
import { openedLater } from '../../platform/storage/storage.ts'
import { type LocalStorage, startStorage } from '../storage/index.ts'

export type Files = Pick<World, 'storage' | 'sealedStorage' | 'sealedText' | 'contentCheck'>

export interface TestStorage {
  readonly files: Files
  /** The bucket itself, to look into; started by whoever asks first, and stopped with the test file. */
  readonly bucket: () => Promise<LocalStorage>
}

/** A store and a content check over real HTTP, which cost nothing until a test uses them. */
export function testStorage(clock: Clock): TestStorage {
  let starting: Promise<LocalStorage> | undefined
  const bucket = (): Promise<LocalStorage> => {
    starting ??= startStorage({ clock })
    return starting
  }
  afterAll(async () => (await starting)?.close())
  const storage = openedLater(async () => createS3Storage((await bucket()).config, { clock }))
  return {
    bucket,
    files: {
      storage,
      sealedStorage: sealedIn(storage, systemRandom.bytes(32), systemRandom),
      sealedText: sealedTextWith(systemRandom.bytes(32), systemRandom),
      contentCheck: {
        check: async (bytes, contentType) => {
          const { contentCheckUrl: url } = await bucket()
          return createContentCheck({ url, log: silentLog }).check(bytes, contentType)
        },
      },
    },
  }
}
