import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import type { Phone } from '../../../harness/wx'
import { askAbout, noticeAnswers, someSubscriptions, subscriptionsPath } from '../testing/notice-fixtures'
import { type Answer, homeQuery, ownerServer, Refused } from '../testing/owner-server'
import { reliefAnswers } from '../testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/bills/index?${homeQuery}`
const question = '以后缴费，要提醒吗？'
const report = `POST ${subscriptionsPath}`

const opened = async (
  phone: Partial<Phone> = {},
  instead: Readonly<Record<string, Answer>> = {},
  now = new Date('2026-11-23T02:00:00Z'),
) => {
  const server = ownerServer({ ...reliefAnswers, ...noticeAnswers, ...instead })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server, now, ...phone }) }
}
const answering = (...answers: string[]): Partial<Phone> => ({
  subscribe: (ids) => Object.fromEntries(ids.map((id, at) => [id, answers[at] ?? 'reject'])),
})

describe('whoever looks at the bills', () => {
  test('is asked by WeChat at one press, about what the server names for this moment, and the answers are told it', async () => {
    const { weapp, askedFor } = await opened(answering('accept', 'reject', 'filter'))
    expect(weapp.has('同意一次，发一条')).toBe(true)
    await weapp.tap(question)

    const asked = weapp.calls.filter(({ name }) => name === 'requestSubscribeMessage')
    expect(asked.map(({ options }) => options.tmplIds)).toEqual([
      ['template-reminder', 'template-instalment', 'template-answer'],
    ])
    expect(askedFor(report).map(({ body }) => body)).toEqual([
      {
        answers: [
          { templateId: 'template-reminder', answer: 'accept' },
          { templateId: 'template-instalment', answer: 'reject' },
          { templateId: 'template-answer', answer: 'filter' },
        ],
      },
    ])
    expect(askedFor(`GET ${subscriptionsPath}`)[0]?.path).toContain('moment=bill')
    expect(weapp.has('到时在微信里给您发一条“缴费提醒”。')).toBe(true)
    expect(weapp.has(question)).toBe(false)
  })

  test('may say no, which is told the server, and is not asked to think again for a month', async () => {
    const storage = new Map<string, string>()
    const phone = { ...answering('reject', 'reject', 'reject'), storage }
    const { weapp, askedFor } = await opened(phone)
    await weapp.tap(question)

    expect(askedFor(report)).toHaveLength(1)
    expect(weapp.has('好的，不提醒。')).toBe(true)
    expect(weapp.has('去缴费')).toBe(true)
    for (const [day, isAsked] of [
      ['2026-11-24', false],
      ['2026-12-22', false],
      ['2026-12-24', true],
    ] as const) {
      const later = await opened({ ...phone }, {}, new Date(`${day}T02:00:00Z`))
      expect(later.weapp.has(question), day).toBe(isAsked)
    }
  })

  test.each([
    ['there is nothing to ask', askAbout()],
    ['the server does not say what', new Refused(503, 'database-unavailable', '系统正在维护。')],
  ])('is not bothered when %s', async (_, told) => {
    const { weapp } = await opened({}, { [`GET ${subscriptionsPath}`]: told })
    expect(weapp.has(question)).toBe(false)
    expect(weapp.has('系统正在维护。')).toBe(false)
    expect(weapp.has('去缴费')).toBe(true)
  })

  test('is told what stands in the way where messages are switched off, and led there', async () => {
    const { weapp, askedFor } = await opened({ subscribe: () => 20004 })
    await weapp.tap(question)
    expect(weapp.has('您的微信关了这个小程序的消息')).toBe(true)
    expect(askedFor(report)).toEqual([])

    await weapp.tap('去微信里打开')
    expect(weapp.calls.at(-1)?.name).toBe('openSetting')
  })

  test.each([
    [20001, '现在不能在微信里提醒您'],
    [20005, '现在不能在微信里提醒您'],
  ])('goes on with the page when WeChat fails with %i', async (code, words) => {
    const { weapp } = await opened({ subscribe: () => code })
    await weapp.tap(question)
    expect(weapp.has(words)).toBe(true)
    expect(weapp.has('去缴费')).toBe(true)
  })

  test('may press once more when WeChat was not reached', async () => {
    let online = false
    const { weapp } = await opened({
      subscribe: (ids) => (online ? Object.fromEntries(ids.map((id) => [id, 'accept'])) : 10002),
    })
    await weapp.tap(question)
    expect(weapp.has('没有问成')).toBe(true)

    online = true
    await weapp.tap(question)
    expect(weapp.has('各发一条“缴费提醒”、“分期提醒”、“办理结果”')).toBe(true)
  })

  test('is told that nothing was noted when the answers do not reach the server, and may tell it again', async () => {
    let down = true
    const { weapp, askedFor } = await opened(answering('accept'), {
      [report]: () => (down ? new Refused(503, 'database-unavailable', '系统正在维护。') : someSubscriptions),
    })
    await weapp.tap(question)
    expect(weapp.has('记下了')).toBe(false)
    expect(weapp.has('物业这边还没有收到')).toBe(true)

    down = false
    await weapp.tap('再告诉物业一次')
    expect(weapp.has('记下了')).toBe(true)
    expect(askedFor(report)).toHaveLength(2)
  })
})
