import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import type { Phone } from '../../../../harness/wx'
import {
  askAbout,
  noticeAnswers,
  someSubscriptions,
  subscriptionsPath,
  usualWishes,
} from '../../../pages/testing/notice-fixtures'
import { type Answer, homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/reminder-settings/index?${homeQuery}`
const wishes = `GET ${homePath}/contact-wishes`
const save = `PUT ${homePath}/contact-wishes`

const opened = async (instead: Readonly<Record<string, Answer>> = {}, phone: Partial<Phone> = {}) => {
  const server = ownerServer({
    ...noticeAnswers,
    [save]: ({ body }: { body: unknown }) => body as object,
    ...instead,
  })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server, ...phone }) }
}

describe('messages that WeChat may still bring', () => {
  test('are counted by kind, with the reason why there are only so many', async () => {
    const { weapp } = await opened()

    expect(weapp.has('每同意一次，微信只能发一条')).toBe(true)
    expect(weapp.lines.filter((line) => line.endsWith(' 条'))).toEqual([
      '2 条',
      '0 条',
      '0 条',
      '1 条',
      '0 条',
    ])
  })

  test('become more by one press, also where WeChat keeps the choice and asks nothing', async () => {
    let left = 0
    const { weapp, askedFor } = await opened({
      [`GET ${subscriptionsPath}`]: () => ({
        ...askAbout('reminder'),
        subscriptions: someSubscriptions.map((one) => (one.kind === 'reminder' ? { ...one, left } : one)),
      }),
      [`POST ${subscriptionsPath}`]: () => {
        left += 1
        return someSubscriptions
      },
    })
    for (let time = 1; time <= 3; time++) await weapp.tap('再同意一次')

    expect(askedFor(`POST ${subscriptionsPath}`)).toHaveLength(3)
    expect(weapp.has('3 条')).toBe(true)
  })

  test('none of which are left are asked for as a first yes, by three kinds at a time', async () => {
    const none = someSubscriptions.map((one) => ({ ...one, left: 0 }))
    const { weapp } = await opened({
      [`GET ${subscriptionsPath}`]: { ask: ['template-bill'], subscriptions: none },
    })
    expect(weapp.has('同意提醒')).toBe(true)
    expect(weapp.has('再同意一次')).toBe(false)
    expect(weapp.has('一次最多问 3 种')).toBe(true)
  })

  test('cannot be had in a WeChat that is too old, which says so', async () => {
    const { weapp } = await opened({}, { lacks: ['requestSubscribeMessage'] })
    expect(weapp.has('您的微信版本旧')).toBe(true)
    expect(weapp.has('请用微信打开')).toBe(false)
  })

  test('that are refused are no reproach, with the way to WeChat’s own settings for who was not asked', async () => {
    const { weapp } = await opened(
      {},
      { subscribe: (ids) => Object.fromEntries(ids.map((id) => [id, 'reject'])) },
    )
    await weapp.tap('再同意一次')
    expect(weapp.has('好的，不提醒。')).toBe(true)
    expect(weapp.has('微信没有问您？')).toBe(true)

    await weapp.tap('去微信里打开')
    expect(weapp.calls.at(-1)).toMatchObject({ name: 'openSetting', options: { withSubscriptions: true } })
  })

  test('are none where the community has no templates: all stands in the mini-program', async () => {
    const { weapp } = await opened({ [`GET ${subscriptionsPath}`]: { ask: [], subscriptions: [] } })
    expect(weapp.has('小区还没有开通微信提醒')).toBe(true)
    expect(weapp.has('再同意一次')).toBe(false)
  })

  test('need no further yes when the server would ask about none', async () => {
    const { weapp } = await opened({ [`GET ${subscriptionsPath}`]: askAbout() })
    expect(weapp.has('现在不用再同意了')).toBe(true)
  })
})

describe('how a home wishes to be reached', () => {
  test('is saved as it was chosen: in writing only, in the evening, by the name one likes', async () => {
    const { weapp, askedFor } = await opened()
    await weapp.tap('只用书面联系我')
    await weapp.tap('晚上')
    await weapp.type('怎么称呼您', ' 王阿姨 ')
    await weapp.tap('保存')

    expect(askedFor(save).map(({ body }) => body)).toEqual([
      { writtenOnly: true, fromHour: 18, toHour: 21, address: '王阿姨' },
    ])
    expect(weapp.has('已保存')).toBe(true)
  })

  test('may be any hours between eight and ten at night, the later after the earlier', async () => {
    const { weapp, askedFor } = await opened({ [wishes]: usualWishes({ fromHour: 9, toHour: 12 }) })
    await weapp.tap('自己选时间')
    await weapp.choose('最早几点', 7)
    await weapp.tap('保存')

    expect(askedFor(save).map(({ body }) => body)).toEqual([usualWishes({ fromHour: 15, toHour: 16 })])
  })

  test('is shown as it was saved before', async () => {
    const { weapp } = await opened({
      [wishes]: usualWishes({ writtenOnly: true, fromHour: 10, toHour: 11, address: '李老师' }),
    })
    expect(weapp.has('最早几点，10 点')).toBe(true)
    expect(weapp.has('最晚几点，11 点')).toBe(true)
  })

  test('is not lost by who leaves the page before saving', async () => {
    const { server } = ownerServer(noticeAnswers)
    const weapp = await launchWeapp({ dist, open: `/packages/owner/notices/index?${homeQuery}`, server })
    await weapp.tap('提醒设置')
    await weapp.tap('晚上')
    await weapp.type('怎么称呼您', '王阿姨')
    await weapp.back()
    await weapp.tap('提醒设置')
    const field = weapp.find('怎么称呼您').parent?.parent
    expect(
      JSON.stringify(field?.children.map(({ children }) => children.map(({ attributes }) => attributes))),
    ).toContain('王阿姨')
    expect(weapp.has('还没有保存')).toBe(true)
  })

  test('that could not be saved says so, and says nothing of having been saved', async () => {
    const { weapp } = await opened({
      [save]: new Refused(403, 'owner-only', '只有业主本人可以改。'),
    })
    await weapp.tap('上午')
    await weapp.tap('保存')

    expect(weapp.has('只有业主本人可以改。')).toBe(true)
    expect(weapp.has('已保存')).toBe(false)
  })
})
