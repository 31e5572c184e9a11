import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { noticeVersion } from '../../../features/privacy/notice'
import { anAgreement } from '../../../pages/testing/agreement-fixture'
import { noticeAnswers, subscriptionsPath } from '../../../pages/testing/notice-fixtures'
import { homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { anInstalment, aPlan, planOptions } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/agreement/index?${homeQuery}&plan=12`
const agreement = `GET ${homePath}/plans/12/agreement`
const sign = `POST ${homePath}/plans/12/sign`
const pdf = `POST ${homePath}/plans/12/agreement/pdf`
const required = ['我已看清欠费明细', '我知道签署后', '我同意用微信核对手机号']

/** Somebody who has agreed to the privacy notice on this phone. */
async function reading(
  instead: Parameters<typeof ownerServer>[0] = {},
  phone: { phoneCode?: () => string | undefined; storage?: Map<string, string> } = {},
) {
  const server = ownerServer({ [agreement]: anAgreement(), [sign]: aPlan(), ...instead })
  const storage = new Map([['anjiao.privacy', String(noticeVersion)]])
  const weapp = await launchWeapp({ dist, open, server: server.server, storage, ...phone })
  const tickAll = async () => {
    for (const words of required) await weapp.tap(words)
  }
  return { ...server, weapp, tickAll }
}

describe('an agreement', () => {
  test('is shown with every part of it, the limitation line among them', async () => {
    const { weapp } = await reading()

    for (const words of [
      '物业费分期缴纳协议',
      '王建国',
      '截至2026年11月25日',
      '第 3 期',
      '2027年2月15日',
      '诉讼时效从签署之日起重新计算',
    ]) {
      expect(weapp.has(words), words).toBe(true)
    }
  })

  test('comes with nothing ticked, and says on its button how much is missing', async () => {
    const { weapp, askedFor } = await reading()
    for (const [at, consent] of required.entries()) {
      await weapp.tap(`还有 ${required.length - at} 项没有勾选`)
      await weapp.tap(consent)
    }
    expect(weapp.has('用微信手机号签署')).toBe(true)
    expect(askedFor(sign)).toEqual([])
  })
})

describe('signing', () => {
  test('sends exactly what was read and ticked, with what WeChat says of the phone', async () => {
    const { weapp, tickAll, askedFor } = await reading()
    await tickAll()
    await weapp.tap('用微信手机号签署')

    expect(askedFor(sign).map(({ body }) => body)).toEqual([
      { sha256: 'a'.repeat(64), consents: ['debt', 'limitation', 'signature'], phoneCode: 'phone-code' },
    ])
  })

  test('says what comes next: the first day and sum, and where to find it', async () => {
    const { weapp, tickAll } = await reading()
    await tickAll()
    await weapp.tap('有关这份协议的通知')
    await weapp.tap('用微信手机号签署')

    for (const words of ['协议签好了', '第 1 期 650.76 元', '缴费日 2026年12月15日', '首页的“分期”里']) {
      expect(weapp.has(words), words).toBe(true)
    }
    expect(weapp.has('¥650.76')).toBe(false)
  })

  test('offers to be reminded of each instalment, and goes on whatever the answer', async () => {
    const { weapp, tickAll, askedFor } = await reading(noticeAnswers)
    await tickAll()
    await weapp.tap('用微信手机号签署')
    expect(weapp.has('每期到日子前，要提醒吗？')).toBe(true)

    await weapp.tap('要，请提醒我')
    expect(askedFor(`GET ${subscriptionsPath}`)[0]?.path).toContain('moment=plan')
    expect(askedFor(`POST ${subscriptionsPath}`)).toHaveLength(1)
    expect(weapp.has('回首页')).toBe(true)
  })

  test('with a down payment says that it comes first, and by when', async () => {
    const down = anInstalment({ no: 0, dueDate: '2026-11-28' as BusinessDate, amountFen: fen(30_000) })
    const { weapp, tickAll } = await reading({
      [sign]: aPlan({ state: 'signed', instalments: [down, ...aPlan().instalments] }),
    })
    await tickAll()
    await weapp.tap('用微信手机号签署')

    expect(weapp.has('首付 300.00 元')).toBe(true)
    expect(weapp.has('最晚 2026年11月28日 付')).toBe(true)
  })

  test('a text that has changed meanwhile is not signed: it is read anew, and nothing is ticked any more', async () => {
    let text = 'a'
    const { weapp, tickAll, askedFor } = await reading({
      [agreement]: () => anAgreement({ sha256: text.repeat(64) }),
      [sign]: () => {
        text = 'b'
        return new Refused(409, 'agreement-changed', '协议的内容刚刚有变化。请把新的内容看一遍，再签署。')
      },
    })
    await tickAll()
    await weapp.tap('用微信手机号签署')

    expect(weapp.has('协议的内容刚刚有变化。')).toBe(true)
    expect(askedFor(agreement)).toHaveLength(2)
    expect(weapp.has('还有 3 项没有勾选')).toBe(true)
  })

  test('without a phone number nothing is signed, and the front desk is named', async () => {
    const { weapp, tickAll, askedFor } = await reading({}, { phoneCode: () => undefined })
    await tickAll()
    await weapp.tap('用微信手机号签署')

    expect(weapp.has('没有拿到手机号，还没有签。')).toBe(true)
    expect(askedFor(sign)).toEqual([])
  })

  test('on a phone where the privacy notice was not agreed to begins with that', async () => {
    const { weapp, tickAll } = await reading({}, { storage: new Map() })
    await tickAll()
    await weapp.tap('先看隐私说明')

    expect(weapp.path).toBe('pages/privacy/index')
  })

  test('another choice gives this one up first', async () => {
    const { weapp, askedFor } = await reading({
      [`POST ${homePath}/plans/12/decline`]: aPlan({ state: 'declined', signedOn: null }),
      [`GET ${homePath}/plan-options`]: planOptions(),
    })
    await weapp.tap('先不签，重新选方案')

    expect(askedFor(`POST ${homePath}/plans/12/decline`)).toHaveLength(1)
    expect(weapp.path).toBe('packages/owner/choose-plan/index')
  })
})

describe('a signed agreement', () => {
  const signed = anAgreement({ signedAt: '2026-11-25T02:10:00Z', hasPdf: true })

  test('is shown as it was signed, and opened as a file', async () => {
    const { weapp } = await reading({
      [agreement]: signed,
      [pdf]: { url: '/v1/agreements/a-token', expiresAt: '2026-11-25T02:20:00Z' },
    })
    expect(weapp.has('2026年11月25日 10:10')).toBe(true)
    expect(weapp.has('没有勾选')).toBe(false)

    await weapp.tap('下载协议（PDF）')
    expect(weapp.calls.slice(-2)).toMatchObject([
      { name: 'downloadFile', options: { url: '/v1/agreements/a-token' } },
      { name: 'openDocument', options: { fileType: 'pdf' } },
    ])
  })

  test('whose file is not made yet says when to come back', async () => {
    const { weapp } = await reading({
      [agreement]: signed,
      [pdf]: new Refused(409, 'agreement-not-ready', '协议文件正在生成，请一两分钟后再来下载。'),
    })
    await weapp.tap('下载协议（PDF）')

    expect(weapp.has('协议文件正在生成，请一两分钟后再来下载。')).toBe(true)
  })
})

test('a plan that is not to be signed is said in the server’s words', async () => {
  const { weapp } = await reading({
    [agreement]: new Refused(409, 'plan-moved-on', '这份分期的状态刚刚变了（现在是“已取消”）。'),
  })
  expect(weapp.has('现在是“已取消”')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
