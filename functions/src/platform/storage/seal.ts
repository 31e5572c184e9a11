import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Random } from '../random.ts'

/**
 * A sealed object: 1 byte version, 4 bytes that name the master key, 12 bytes nonce, the AES-256-GCM ciphertext, 16 bytes
 * tag. Each object has a key of its own, derived (HKDF-SHA-256, RFC 5869) from the master key with the object's name as
 * context; the header and that name are authenticated with it, so that no object can take another's place.
 */
const version = 1
const keyNameLength = 4
const nonceLength = 12
const tagLength = 16
const headerLength = 1 + keyNameLength + nonceLength

/** Bytes that were not sealed by us with this key under this name, or were changed since. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal'
}

/** Seals bytes to be stored under `name`. `masterKey` is 32 bytes. */
export function seal(masterKey: Uint8Array, name: string, bytes: Uint8Array, random: Random): Uint8Array {
  const header = Buffer.concat([Buffer.of(version), keyName(masterKey), random.bytes(nonceLength)])
  const cipher = createCipheriv('aes-256-gcm', objectKey(masterKey, name), header.subarray(-nonceLength))
  cipher.setAAD(authenticated(header, name))
  return Buffer.concat([header, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed under `name`. Throws BrokenSeal. */
export function unseal(masterKey: Uint8Array, name: string, sealed: Uint8Array): Uint8Array {
  const header = Buffer.from(sealed.subarray(0, headerLength))
  if (sealed.length < headerLength + tagLength || header[0] !== version)
    throw new BrokenSeal('not a sealed object')
  if (!header.subarray(1, 1 + keyNameLength).equals(keyName(masterKey)))
    throw new BrokenSeal('sealed with another master key')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    objectKey(masterKey, name),
    header.subarray(-nonceLength),
    {
      authTagLength: tagLength,
    },
  )
  decipher.setAAD(authenticated(header, name))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  const opened = decipher.update(sealed.subarray(headerLength, -tagLength))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    throw new BrokenSeal('a sealed object was changed, or lies under another name')
  }
}

const derived = (masterKey: Uint8Array, context: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', context, length))

const objectKey = (masterKey: Uint8Array, name: string): Buffer => derived(masterKey, `object ${name}`, 32)

/** Says with which master key an object was sealed, so that a new one can be brought in beside the old. */
const keyName = (masterKey: Uint8Array): Buffer => derived(masterKey, 'name of the key', keyNameLength)

const authenticated = (header: Uint8Array, name: string): Buffer => Buffer.concat([header, Buffer.from(name)])
