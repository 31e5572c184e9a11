import { createSign, randomBytes } from 'node:crypto'
import type { EmulatorKeys } from './keys.ts'

/**
 * Written anew from the documentation rather than shared with the port it tests: a mistake common to both would
 * cancel itself out.
 */

/** What WeChat signs with: the public key (new merchants), the platform certificate (old ones), or both during the switch. */
export type SigningMode = 'pubkey' | 'cert' | 'mixed'

export interface Signer {
  /** Answers are signed with the key the request names; without a name, during the switch, with the old one. */
  answerSerial(asked: string | undefined): string
  /** During the switch notices move over by a ratio. */
  noticeSerial(): string
  /** The signature headers over `timestamp\nnonce\nbody\n`. */
  sign(serial: string, body: Buffer, at: Date): Record<string, string>
}

export interface SignerConfig {
  readonly keys: EmulatorKeys
  readonly mode: SigningMode
  /** Share of notices signed with the public key while `mixed`. */
  readonly publicKeyRatio: number
}

export function createSigner({ keys, mode, publicKeyRatio }: SignerConfig): Signer {
  const { publicKey, platform } = keys
  let notices = 0
  return {
    answerSerial: (asked) => {
      if (mode === 'mixed') return asked === publicKey.id ? publicKey.id : platform.serial
      return mode === 'pubkey' ? publicKey.id : platform.serial
    },
    noticeSerial: () => {
      if (mode !== 'mixed') return mode === 'pubkey' ? publicKey.id : platform.serial
      notices += 1
      const turn = Math.floor(notices * publicKeyRatio) > Math.floor((notices - 1) * publicKeyRatio)
      return turn ? publicKey.id : platform.serial
    },
    sign: (serial, body, at) => {
      const key = serial === publicKey.id ? publicKey.privateKeyPem : platform.privateKeyPem
      return signatureHeaders(serial, key, body, at)
    },
  }
}

/** Signature headers of any key under any serial: a forger makes them like this too. */
export function signatureHeaders(
  serial: string,
  privateKeyPem: string,
  body: Buffer,
  at: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': createSign('sha256WithRSAEncryption')
      .update(message)
      .sign(privateKeyPem, 'base64'),
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** The keys a merchant would have downloaded in each mode: serial → PEM. */
export function publishedKeys({ publicKey, platform }: EmulatorKeys, mode: SigningMode): Map<string, string> {
  return keysOf(mode, [publicKey.id, publicKey.publicKeyPem], [platform.serial, platform.certificatePem])
}

/** Their private halves. */
export function signingKeys({ publicKey, platform }: EmulatorKeys, mode: SigningMode): Map<string, string> {
  return keysOf(mode, [publicKey.id, publicKey.privateKeyPem], [platform.serial, platform.privateKeyPem])
}

type NamedKey = readonly [serial: string, pem: string]

const keysOf = (mode: SigningMode, publicKey: NamedKey, platform: NamedKey): Map<string, string> =>
  new Map({ pubkey: [publicKey], cert: [platform], mixed: [publicKey, platform] }[mode])
