import { describe, expect, it } from 'vitest'
import { tc3Authorization } from './tc3-signature.ts'

/** The example of 腾讯云 API "签名方法 v3", with its half masked keys, read 2026-11. */
const documented = {
  secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******',
  secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******',
  service: 'cvm',
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeInstances',
  body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  at: new Date(1551113065_000),
}
const signature = (change: Partial<typeof documented> = {}) =>
  tc3Authorization({ ...documented, ...change }).split('Signature=')[1]

describe('the signature of 腾讯云', () => {
  it('is the one of the document', () => {
    expect(tc3Authorization(documented)).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, ' +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3',
    )
  })

  it('goes by the day in UTC, whatever day it is here', () => {
    const lateEvening = new Date('2026-11-24T00:30:00+08:00')
    expect(tc3Authorization({ ...documented, at: lateEvening })).toContain('/2026-11-23/cvm/')
  })

  it('covers key, host, action, body and time', () => {
    const others = [
      { secretKey: 'another' },
      { host: '127.0.0.1:1' },
      { action: 'SendSms' },
      { body: '{}' },
      { at: new Date(1551113066_000) },
    ].map(signature)
    expect(new Set([signature(), ...others]).size).toBe(6)
  })
})
