/** An upload that a phone makes by itself, straight to the store. */
export interface Upload {
  readonly key: string
  readonly contentType: string
  /** Exactly how many; no more and no fewer are taken. */
  readonly bytes: number
  readonly expiresInSeconds: number
}

export interface UploadAddress {
  readonly url: string
  /** Must be sent along as they are. The length is sent by every HTTP client itself. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Files beside the database (对象存储). A key is made by us, never typed by people: letters, digits, `-`, `_` and `.`
 * in parts separated by `/`. Whatever keeps the store from answering is thrown as a StorageFailure.
 */
export interface Storage {
  /** A short-lived address to which exactly these bytes' count and type may be PUT; `headers` must be sent along. */
  presignUpload(upload: Upload): Promise<UploadAddress>
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** The object whole, or undefined when there is none. One longer than anything we store is a StorageFailure. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Removes an object. One that is gone already is removed as well. */
  remove(key: string): Promise<void>
}

/** Larger than any photo or paper we keep. */
export const objectBytesMax = 16_000_000

/** The store did not answer, or not as it should. Holds no key, address or signature, so that it may be logged. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
}

/** A store that is opened when it is first used: most functions never do. */
export function openedLater(open: () => Promise<Storage>): Storage {
  let opening: Promise<Storage> | undefined
  const opened = (): Promise<Storage> => {
    opening ??= open()
    return opening
  }
  return {
    presignUpload: async (upload) => (await opened()).presignUpload(upload),
    put: async (key, bytes, contentType) => (await opened()).put(key, bytes, contentType),
    get: async (key) => (await opened()).get(key),
    remove: async (key) => (await opened()).remove(key),
  }
}
