import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { noticeVersion } from '../../features/privacy/notice'
import { anAgreement } from '../../pages/testing/agreement-fixture'
import { homePath, ownerServer } from '../../pages/testing/owner-server'
import { aPlan, planOptions } from '../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../dist/weapp')

test('from the first page to a signed agreement there are five screens, with WeChat’s own among them', async () => {
  let signed = false
  const unsigned = aPlan({ state: 'approved', signedOn: null })
  const { server, askedFor } = ownerServer({
    [`GET ${homePath}/plans`]: () => (signed ? [aPlan()] : []),
    [`GET ${homePath}/plan-options`]: planOptions(),
    [`POST ${homePath}/plans`]: unsigned,
    [`GET ${homePath}/plans/12/agreement`]: anAgreement(),
    [`POST ${homePath}/plans/12/sign`]: () => {
      signed = true
      return aPlan()
    },
  })
  const screens: string[] = []
  const weapp = await launchWeapp({
    dist,
    server,
    storage: new Map([['anjiao.privacy', String(noticeVersion)]]),
    phoneCode: () => {
      screens.push('WeChat asks for the phone')
      return 'phone-code'
    },
  })
  const see = (words: string) => {
    expect(weapp.has(words), words).toBe(true)
    screens.push(words)
  }

  see('¥2,552.28')
  await weapp.tap('一次缴不了？可以分期')
  see('每期在几号缴')
  await weapp.tap('看协议')
  see('物业费分期缴纳协议')
  for (const consent of ['我已看清欠费明细', '我知道签署后', '我同意用微信核对手机号'])
    await weapp.tap(consent)
  await weapp.tap('用微信手机号签署')
  see('协议签好了')

  expect(screens).toEqual([
    '¥2,552.28',
    '每期在几号缴',
    '物业费分期缴纳协议',
    'WeChat asks for the phone',
    '协议签好了',
  ])
  expect(askedFor(`POST ${homePath}/plans/12/sign`)).toHaveLength(1)

  await weapp.tap('回首页')
  expect(weapp.has('缴费日 12月15日')).toBe(true)
  expect(weapp.has('一次缴不了？可以分期')).toBe(false)
})
