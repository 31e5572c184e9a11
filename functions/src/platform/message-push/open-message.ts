import { createDecipheriv } from 'node:crypto'

export type OpenedMessage =
  | { readonly kind: 'opened'; readonly message: Buffer; readonly appid: string }
  /** The cipher text is none of this key's. */
  | { readonly kind: 'undecryptable' }

const blockBytes = 32
const randomBytes = 16
const lengthBytes = 4

/**
 * Opens a pushed message: AES-256-CBC under the console's key, padded to blocks of 32 bytes, which no cipher of Node's
 * takes off by itself; inside 16 random bytes, a length, the message, and whom it is for. "消息推送" 安全模式, read 2026-11.
 */
export function openMessage(aesKey: string, cipherText: string): OpenedMessage {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const sealed = Buffer.from(cipherText, 'base64')
  if (sealed.length === 0 || sealed.length % blockBytes !== 0) return { kind: 'undecryptable' }
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const content = withoutPadding(Buffer.concat([decipher.update(sealed), decipher.final()]))
  if (!content || content.length < randomBytes + lengthBytes) return { kind: 'undecryptable' }
  const from = randomBytes + lengthBytes
  const end = from + content.readUInt32BE(randomBytes)
  if (end > content.length) return { kind: 'undecryptable' }
  return { kind: 'opened', message: content.subarray(from, end), appid: content.toString('utf8', end) }
}

function withoutPadding(padded: Buffer): Buffer | undefined {
  const count = padded.at(-1) ?? 0
  if (count < 1 || count > blockBytes || count > padded.length) return undefined
  const padding = padded.subarray(padded.length - count)
  return padding.every((byte) => byte === count) ? padded.subarray(0, padded.length - count) : undefined
}
