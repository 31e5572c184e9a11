import { createCipheriv, randomBytes } from 'node:crypto'

export interface Sealed {
  readonly algorithm: 'AEAD_AES_256_GCM'
  readonly nonce: string
  readonly associated_data: string
  readonly ciphertext: string
}

/** AEAD_AES_256_GCM with a nonce of 12 characters; the tag follows the ciphertext. */
export function seal(apiV3Key: string, plain: string, associatedData: string): Sealed {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associatedData))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    nonce,
    associated_data: associatedData,
    ciphertext: ciphertext.toString('base64'),
  }
}
