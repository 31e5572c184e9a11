import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'

/** WeChat's keys by serial, parsed once. A Map, so that no serial can name something inherited. */
export interface VerificationKeys {
  readonly bySerial: ReadonlyMap<string, KeyObject>
  /** The serial we ask WeChat to sign its answers with: the public key where there is one, else the newest certificate. */
  readonly preferredSerial: string
}

/** 微信支付公钥 ID. */
export const isPublicKeyId = (serial: string): boolean => serial.startsWith('PUB_KEY_ID_')

/**
 * Parses what WeChat signs with: bare public keys and certificates alike. Throws when there is none, when a PEM
 * cannot be read, and when a key is not RSA.
 */
export function parseVerificationKeys(pems: ReadonlyMap<string, string>): VerificationKeys {
  const bySerial = new Map<string, KeyObject>()
  for (const [serial, pem] of pems) bySerial.set(serial.toUpperCase(), parseRsaKey(serial, pem))

  const [preferredSerial] = [...pems.keys()].sort(
    (one, other) => validUntil(other, pems) - validUntil(one, pems),
  )
  if (preferredSerial === undefined) throw new Error('no key to verify WeChat Pay signatures with')
  return { bySerial, preferredSerial: preferredSerial.toUpperCase() }
}

function parseRsaKey(serial: string, pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPublicKey(pem)
  } catch {
    throw new Error(`the verification key ${serial} is not a readable PEM`)
  }
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`the verification key ${serial} is not an RSA key`)
  return key
}

/** A public key has no last day. */
const validUntil = (serial: string, pems: ReadonlyMap<string, string>): number =>
  isPublicKeyId(serial)
    ? Number.MAX_SAFE_INTEGER
    : Date.parse(new X509Certificate(pems.get(serial) ?? '').validTo)
