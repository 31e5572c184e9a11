import type { Random } from '../random.ts'
import { seal, unseal } from './seal.ts'
import type { Storage } from './storage.ts'

/** Files that only we can read: encrypted by ourselves before they reach the store. Throws StorageFailure, BrokenSeal. */
export interface SealedStorage {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
}

/** Seals what goes into a store, opens what comes out. `masterKey` is 32 bytes. */
export function sealedIn(storage: Storage, masterKey: Uint8Array, random: Random): SealedStorage {
  return {
    put: (key, bytes) => storage.put(key, seal(masterKey, key, bytes, random), 'application/octet-stream'),
    async get(key) {
      const sealed = await storage.get(key)
      return sealed && unseal(masterKey, key, sealed)
    },
    remove: (key) => storage.remove(key),
  }
}
