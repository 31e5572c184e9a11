import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseVerificationKeys } from './verification-keys.ts'
import { signatureFault } from './verify-signature.ts'

const now = new Date('2026-11-23T04:00:00Z')
const serial = 'PUB_KEY_ID_0100000000001'
const wechat = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = wechat.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const keys = parseVerificationKeys(new Map([[serial, pem]]))
const body = Buffer.from('{"amount":{"total":1.0},"name":"\\u5f20"}')

function signedHeaders(at = now, text: Buffer = body): Record<string, string> {
  const timestamp = String(at.getTime() / 1000)
  const message = Buffer.concat([Buffer.from(`${timestamp}\nnonce\n`), text, Buffer.from('\n')])
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'nonce',
    'wechatpay-signature': sign('RSA-SHA256', message, wechat.privateKey).toString('base64'),
    'wechatpay-serial': serial,
  }
}
const faultOf = (headers: Record<string, string>, bytes: Uint8Array = body) =>
  signatureFault(keys, (name) => headers[name], bytes, now)
const secondsAway = (seconds: number) => new Date(now.getTime() + seconds * 1000)

it('takes a message signed by WeChat over these very bytes', () => {
  expect(faultOf(signedHeaders())).toBeUndefined()
  expect(faultOf(signedHeaders(now, Buffer.alloc(0)), Buffer.alloc(0))).toBeUndefined()
})

it.each(['timestamp', 'nonce', 'signature', 'serial'])('calls a message without its %s unsigned', (part) => {
  const { [`wechatpay-${part}`]: _, ...headers } = signedHeaders()
  expect(faultOf(headers)).toBe('unsigned')
  expect(faultOf({ ...headers, [`wechatpay-${part}`]: '' })).toBe('unsigned')
})

describe('the five minutes', () => {
  it.each([-300, 0, 300])('take a message signed %s seconds away', (seconds) => {
    expect(faultOf(signedHeaders(secondsAway(seconds)))).toBeUndefined()
  })

  it.each([-301, 301, -30 * 86_400])('refuse a genuine message signed %s seconds away', (seconds) => {
    expect(faultOf(signedHeaders(secondsAway(seconds)))).toBe('stale')
  })

  it.each(['1795406400000', 'NaN', '0x6b0f3e00', '17954064e2', ' 1795406400'])(
    'do not take %s for a time',
    (timestamp) => {
      expect(faultOf({ ...signedHeaders(), 'wechatpay-timestamp': timestamp })).toBe('unsigned')
    },
  )
})

it("knows WeChat's own probe, which is to be refused without alarm", () => {
  const headers = signedHeaders()
  headers['wechatpay-signature'] = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`
  expect(faultOf(headers)).toBe('sign-test')
})

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '5157F09EFDC096DE15EBE81A47057A72'])(
  'does not know a key by the serial %s',
  (other) => {
    expect(faultOf({ ...signedHeaders(), 'wechatpay-serial': other })).toBe('unknown-serial')
  },
)

it('reads the same JSON in other bytes as a bad signature', () => {
  const reencoded = Buffer.from(JSON.stringify(JSON.parse(body.toString())))
  expect(faultOf(signedHeaders(), reencoded)).toBe('bad-signature')
})

it('refuses another time, nonce or signature under a genuine body', () => {
  const headers = signedHeaders()
  expect(faultOf({ ...headers, 'wechatpay-nonce': 'other' })).toBe('bad-signature')
  expect(faultOf({ ...headers, 'wechatpay-timestamp': String(now.getTime() / 1000 + 1) })).toBe(
    'bad-signature',
  )
  expect(faultOf({ ...headers, 'wechatpay-signature': 'AAAA' })).toBe('bad-signature')
})

describe('the keys', () => {
  it('may be public keys and certificates side by side, asked for by the public key', () => {
    const ids = ['5157F09EFDC096DE15EBE81A47057A72', serial]
    expect(() => parseVerificationKeys(new Map(ids.map((id) => [id, 'not a PEM'])))).toThrow(ids[0])
    expect(keys.preferredSerial).toBe(serial)
  })

  it('are at least one, RSA, and readable', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const ecPem = ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(() => parseVerificationKeys(new Map())).toThrow('no key')
    expect(() => parseVerificationKeys(new Map([[serial, ecPem]]))).toThrow('not an RSA key')
    expect(() => parseVerificationKeys(new Map([[serial, '{"code":"SIGN_ERROR"}']]))).toThrow(
      'not a readable PEM',
    )
  })
})
