import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const complete = {
  DATABASE_URL: 'postgres://anjiao_app@db/anjiao',
  PUBLIC_URL: 'https://pay.example.cn',
  SESSION_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_APPID: 'wx8888888888888888',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_PUSH_TOKEN: 'token',
  WECHAT_PUSH_AES_KEY: 'a'.repeat(43),
  WECHATPAY_MERCHANTS: JSON.stringify([
    {
      mchid: '1900000001',
      appid: 'wx8888888888888888',
      privateKeyPem: 'PEM',
      merchantSerial: 'AB',
      apiV3Key: 'k'.repeat(32),
    },
  ]),
  WECHATPAY_VERIFICATION_KEYS: JSON.stringify({ PUB_KEY_ID_1: 'PEM' }),
  STORAGE_URL: 'https://anjiao-1250000000.cos.ap-shanghai.myqcloud.com',
  STORAGE_REGION: 'ap-shanghai',
  STORAGE_ACCESS_KEY_ID: 'AKID',
  STORAGE_SECRET_ACCESS_KEY: 'secret',
  STORAGE_SEALING_KEY: Buffer.alloc(32, 1).toString('base64'),
  CONTENT_CHECK_URL: 'https://check.example.cn/uploads',
}

describe('the configuration', () => {
  it('is production unless it says that it is local', () => {
    expect(readConfig(complete)).toMatchObject({
      mode: 'production',
      wechatPayUrl: 'https://api.mch.weixin.qq.com',
    })
  })

  it('names everything that is missing at once', () => {
    expect(() => readConfig({})).toThrow(
      /DATABASE_URL[\s\S]*PUBLIC_URL[\s\S]*SESSION_SECRET[\s\S]*WECHATPAY_MERCHANTS[\s\S]*STORAGE_URL[\s\S]*STORAGE_SEALING_KEY[\s\S]*CONTENT_CHECK_URL/,
    )
  })

  it('keeps uploads unchecked in production only where it says so, on one machine also where it says nothing', () => {
    const checkedBy = (CONTENT_CHECK_URL: string | undefined, ANJIAO_MODE?: string) =>
      readConfig({ ...complete, CONTENT_CHECK_URL, ANJIAO_MODE }).contentCheckUrl
    expect(checkedBy('https://check.example.cn/uploads')).toBe('https://check.example.cn/uploads')
    expect(() => checkedBy(undefined)).toThrow('CONTENT_CHECK_URL is missing')
    expect(() => checkedBy('')).toThrow('CONTENT_CHECK_URL is missing')
    expect(checkedBy('off')).toBeNull()
    expect(checkedBy('off', 'local')).toBeNull()
    expect(checkedBy(undefined, 'local')).toBeNull()
  })

  const [direct] = JSON.parse(complete.WECHATPAY_MERCHANTS)
  const { mchid, appid, ...keys } = direct
  const partner = { spMchid: '1900000009', spAppid: appid, subMchid: mchid, ...keys }
  const merchantsOf = (...merchants: unknown[]) =>
    readConfig({ ...complete, WECHATPAY_MERCHANTS: JSON.stringify(merchants) }).merchants

  it('knows direct merchants and those under a service provider side by side, each with keys of its own if need be', () => {
    const ofItsOwn = { ...partner, verificationKeys: { PUB_KEY_ID_2: 'PEM' } }
    expect(merchantsOf(direct, ofItsOwn)).toEqual([direct, ofItsOwn])
  })

  it.each([
    { ...partner, spAppid: undefined },
    { ...partner, subMchid: undefined },
    { ...partner, apiV3Key: '' },
    { ...direct, mchid: undefined },
    { ...direct, verificationKeys: { PUB_KEY_ID_2: 7 } },
    'merchant',
    null,
  ])('knows no merchant like %j', (merchant) => {
    expect(() => merchantsOf(merchant)).toThrow('WECHATPAY_MERCHANTS is not what the README describes')
  })

  const sms = {
    SMS_SECRET_ID: 'AKID',
    SMS_SECRET_KEY: 'secret',
    SMS_SDK_APP_ID: '1400006666',
    SMS_SIGN_NAME: '阳光物业',
  }

  it('has SMS whole, or not at all', () => {
    expect(readConfig(complete).sms).toBeNull()
    expect(readConfig({ ...complete, ...sms }).sms).toEqual({
      secretId: 'AKID',
      secretKey: 'secret',
      sdkAppId: '1400006666',
      signName: '阳光物业',
      region: 'ap-guangzhou',
      baseUrl: 'https://sms.tencentcloudapi.com',
    })
    for (const name of Object.keys(sms))
      expect(() => readConfig({ ...complete, ...sms, [name]: '' })).toThrow(`${name} is missing`)
  })

  it.each(['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`])(
    'refuses a key that opens no pushed message: %j',
    (WECHAT_PUSH_AES_KEY) => {
      expect(() => readConfig({ ...complete, WECHAT_PUSH_AES_KEY })).toThrow('WECHAT_PUSH_AES_KEY')
    },
  )

  it.each([
    ['WECHATPAY_URL', 'http://127.0.0.1:4000'],
    ['WECHAT_API_URL', 'https://api.weixin.qq.com.example.cn'],
    ['LOCAL_CASHIER_URL', 'http://127.0.0.1:4000/__cashier'],
    ['LOCAL_PEOPLE_PAGE_URL', 'http://127.0.0.1:4000/__people'],
    ['LOCAL_SUBSCRIBE_PAGE_URL', 'http://127.0.0.1:4000/__subscribe'],
    ['SMS_URL', 'http://127.0.0.1:4000'],
    ['PUBLIC_URL', 'http://pay.example.cn'],
    ['STORAGE_URL', 'http://127.0.0.1:4000/anjiao'],
    ['CONTENT_CHECK_URL', 'http://127.0.0.1:4000/check'],
  ])('refuses in production what stands in for WeChat: %s=%s', (name, value) => {
    expect(() => readConfig({ ...complete, ...sms, [name]: value })).toThrow('not complete')
    if (name !== 'PUBLIC_URL')
      expect(() => readConfig({ ...complete, ...sms, [name]: value, ANJIAO_MODE: 'local' })).not.toThrow()
  })

  it.each([
    ['STORAGE_URL', 'anjiao.cos.ap-shanghai.myqcloud.com'],
    ['STORAGE_URL', 'https://cos.example.cn/anjiao?acl'],
    ['CONTENT_CHECK_URL', 'ftp://check.example.cn'],
    ['STORAGE_SEALING_KEY', Buffer.alloc(31).toString('base64')],
    ['STORAGE_SEALING_KEY', 'a password that somebody thought up'],
  ])('refuses what files cannot go by: %s=%s', (name, value) => {
    for (const ANJIAO_MODE of ['production', 'local'])
      expect(() => readConfig({ ...complete, [name]: value, ANJIAO_MODE })).toThrow(name)
  })

  it('never repeats a secret in what it complains about', () => {
    const broken = {
      ...complete,
      WECHATPAY_MERCHANTS: '[{"apiV3Key":"very-secret"',
      SESSION_SECRET: 'short-secret',
    }
    expect(() => readConfig(broken)).toThrow(/WECHATPAY_MERCHANTS/)
    try {
      readConfig(broken)
    } catch (error) {
      expect(String(error)).not.toMatch(/very-secret|short-secret/)
    }
  })
})
