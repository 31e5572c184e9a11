import { createDecipheriv, type KeyObject } from 'node:crypto'

/** 加密资源 of a notice: AEAD_AES_256_GCM (RFC 5116), the last 16 bytes of the ciphertext being the tag. */
export interface SealedResource {
  readonly ciphertext: string
  readonly nonce: string
  readonly associatedData: string
}

const tagBytes = 16

/**
 * Opens a sealed resource with the APIv3 key. Undefined when the tag does not fit: other key, other associated data,
 * or one changed bit. Nothing of the plain text is given out before the tag has been checked.
 */
export function openResource(apiV3Key: KeyObject, sealed: SealedResource): Buffer | undefined {
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  if (bytes.length <= tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, sealed.nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  decipher.setAAD(Buffer.from(sealed.associatedData))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
