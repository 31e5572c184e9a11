import { createCipheriv, randomBytes } from 'node:crypto'

/** Seals a message before it is pushed: 16 random bytes, length, message, appid; AES-256-CBC, padded to 32. "消息推送" 安全模式. */
export function sealMessage(
  { appid, aesKey }: { readonly appid: string; readonly aesKey: string },
  message: string,
  random: Buffer = randomBytes(16),
): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const content = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const open = Buffer.concat([random, length, content, Buffer.from(appid)])
  const count = 32 - (open.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([open, Buffer.alloc(count, count)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}
