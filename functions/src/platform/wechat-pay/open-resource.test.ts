import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Aes } from 'wechatpay-axios-plugin'
import Pay from 'wechatpay-node-v3'
import { openResource, type SealedResource } from './open-resource.ts'

const apiV3Key = '0123456789abcdef0123456789abcdef'
const key = createSecretKey(apiV3Key, 'utf8')
const plain = '{"amount":{"total":100},"attach":"物业费"}'
const nonce = 'fdasflkja484'

/** Sealed by another project's code, so that our own reading is not its own judge. */
const sealed = (associatedData = 'transaction', text = plain): SealedResource => ({
  nonce,
  associatedData,
  ciphertext: Aes.AesGcm.encrypt(text, apiV3Key, nonce, associatedData),
})
const opened = (resource: SealedResource) => openResource(key, resource)?.toString('utf8')

it('opens what was sealed with the APIv3 key, with and without associated data', () => {
  expect(opened(sealed())).toBe(plain)
  expect(opened(sealed(''))).toBe(plain)
})

it('gives out nothing under another key, other associated data or another nonce', () => {
  const other = createSecretKey('f'.repeat(32), 'utf8')
  expect(openResource(other, sealed())).toBeUndefined()
  expect(opened({ ...sealed(), associatedData: 'certificate' })).toBeUndefined()
  expect(opened({ ...sealed(), nonce: 'fdasflkja485' })).toBeUndefined()
})

it('gives out nothing when any one bit was changed, be it of the text or of the tag', () => {
  const genuine = Buffer.from(sealed().ciphertext, 'base64')
  const bit = fc.integer({ min: 0, max: genuine.length * 8 - 1 })
  fc.assert(
    fc.property(bit, (at) => {
      const bytes = Buffer.from(genuine)
      bytes.writeUInt8(bytes.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
      expect(opened({ ...sealed(), ciphertext: bytes.toString('base64') })).toBeUndefined()
    }),
  )
})

it('gives out nothing for a tag cut short, or no text at all', () => {
  const bytes = Buffer.from(sealed().ciphertext, 'base64')
  for (const length of [bytes.length - 1, bytes.length - 12, 17, 16, 4, 0]) {
    expect(opened({ ...sealed(), ciphertext: bytes.subarray(0, length).toString('base64') })).toBeUndefined()
  }
})

describe('why wechatpay-node-v3 opens nothing here', () => {
  it('opens a resource whose amount was changed and whose tag is all zeros, which ours refuses', () => {
    const bytes = Buffer.from(sealed().ciphertext, 'base64')
    const at = plain.indexOf('100')
    bytes.writeUInt8(bytes.readUInt8(at) ^ ('1'.charCodeAt(0) ^ '9'.charCodeAt(0)), at)
    bytes.fill(0, bytes.length - 16)
    const forged = { ...sealed(), ciphertext: bytes.toString('base64') }

    const library = new Pay('wx', '1900000001', Buffer.from('x'), Buffer.from('x'), { serial_no: '1' })
    expect(library.decipher_gcm(forged.ciphertext, 'transaction', nonce, apiV3Key)).toMatchObject({
      amount: { total: 900 },
    })
    expect(opened(forged)).toBeUndefined()
  })
})
