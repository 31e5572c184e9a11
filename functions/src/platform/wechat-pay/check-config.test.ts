import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { checkWechatPayConfig, requireWechatHost, type WechatPayConfig } from './index.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene({ mode: 'mixed' })
})
afterAll(() => scene.close())

const problems = (change: object = {}, production = false): string[] => {
  const config: WechatPayConfig = { ...scene.config, ...change }
  return checkWechatPayConfig(config, { production }).map(({ field }) => field)
}
const merchant = (change: object) => ({ merchant: { ...scene.emulator.merchant, ...change } })
const live = {
  notifyUrl: 'https://anjiao.example/wechatpay/notify',
  refundNotifyUrl: 'https://anjiao.example/wechatpay/notify/refund',
  baseUrl: 'https://api.mch.weixin.qq.com',
}
const otherKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

it('finds nothing wrong with the emulator locally, and with a live configuration in production', () => {
  expect(problems()).toEqual([])
  expect(problems(live, true)).toEqual([])
})

it('refuses an emulator in production, by its address and by its notify URL', () => {
  expect(problems({}, true)).toEqual(['notifyUrl', 'refundNotifyUrl', 'baseUrl'])
})

describe('sees', () => {
  it.each([
    ['mchid', { mchid: '12' }],
    ['appid', { appid: 'wx' }],
    ['merchantSerial', { merchantSerial: 'not hex' }],
    ['apiV3Key', { apiV3Key: 'x'.repeat(31) }],
    ['apiV3Key', { apiV3Key: '密'.repeat(32) }],
  ])('a wrong %s', (field, change) => {
    expect(problems(merchant(change))).toContain(field)
  })

  it('a private key that cannot be read, or belongs to another certificate', () => {
    const pem = otherKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(problems(merchant({ privateKeyPem: pem }))).toEqual(['certificatePem'])
    expect(problems(merchant({ privateKeyPem: 'nonsense' }))).toContain('privateKeyPem')
  })

  it('a serial that is not the certificate’s', () => {
    expect(
      problems(merchant({ merchantSerial: `7${scene.emulator.merchant.merchantSerial.slice(1)}` })),
    ).toEqual(['certificatePem'])
  })

  it('a certificate past its day', () => {
    const clock = { now: () => new Date('2032-01-01T00:00:00Z') }
    expect(problems({ clock })).toEqual(['certificatePem', 'verificationKeys'])
  })

  it("no key of WeChat's, or the merchant's own taken for one", () => {
    const { certificatePem, merchantSerial } = scene.emulator.merchant
    expect(problems({ verificationKeys: new Map() })).toEqual(['verificationKeys'])
    expect(problems({ verificationKeys: new Map([[merchantSerial, certificatePem]]) })).toContain(
      'verificationKeys',
    )
    expect(problems({ verificationKeys: new Map([['PUB_KEY_ID_01', certificatePem]]) })).toContain(
      'verificationKeys',
    )
  })

  it('a platform certificate filed under another serial', () => {
    const [[serial, pem] = ['', '']] = [...scene.emulator.verificationKeys].filter(
      ([id]) => !id.startsWith('PUB_KEY'),
    )
    expect(problems({ verificationKeys: new Map([[serial.toLowerCase(), pem]]) })).toEqual([])
    expect(problems({ verificationKeys: new Map([[`7${serial.slice(1)}`, pem]]) })).toEqual([
      'verificationKeys',
    ])
  })

  it.each([
    'http://anjiao.example/notify',
    'https://anjiao.example/notify?x=1',
    'https://anjiao.example/notify#x',
    `https://anjiao.example/${'n'.repeat(255)}`,
    'notify',
  ])('a notify URL that WeChat would not take: %s', (notifyUrl) => {
    expect(problems({ notifyUrl })).toEqual(['notifyUrl'])
    expect(problems({ refundNotifyUrl: notifyUrl })).toEqual(['refundNotifyUrl'])
  })
})

it('names problems without telling a secret', () => {
  const broken = merchant({ apiV3Key: 'short-secret', privateKeyPem: 'private-secret' })
  const told = JSON.stringify(checkWechatPayConfig({ ...scene.config, ...broken }, { production: true }))
  expect(told).not.toMatch(/short-secret|private-secret/)
})

describe("WeChat's own hosts", () => {
  it.each(['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com/', 'https://api.weixin.qq.com'])(
    'include %s',
    (url) => {
      expect(() => requireWechatHost(url)).not.toThrow()
    },
  )

  it.each([
    'http://api.mch.weixin.qq.com',
    'https://api.mch.weixin.qq.com:8443',
    'https://api.mch.weixin.qq.com.evil.example',
    'https://evil.example/api.mch.weixin.qq.com',
    'https://api.mch.weixin.qq.com@evil.example',
    'http://127.0.0.1:9000',
    '',
  ])('do not include %s', (url) => {
    expect(() => requireWechatHost(url)).toThrow('not an address of WeChat')
  })
})
