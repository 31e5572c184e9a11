import { join } from 'node:path'
import type { Notice } from '@anjiao/shared/contract/notices'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aComplaint, aNotice, noticeAnswers } from '../../../pages/testing/notice-fixtures'
import { type Answer, homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { aPlan } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/notice/index?${homeQuery}&notice=50`
const opening = `POST ${homePath}/notices/50/open`
const complain = `POST ${homePath}/notices/50/complaints`

const opened = async (notice: Answer, instead: Readonly<Record<string, Answer>> = {}) => {
  const server = ownerServer({ ...noticeAnswers, [opening]: notice, ...instead })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server }) }
}

describe('a message that WeChat has sent', () => {
  test('opens right here in a mini-program that was not running, and that it was opened is told the server', async () => {
    const { weapp, askedFor } = await opened(aNotice())

    for (const words of ['账单待查看', '1,952.28 元', '2026年3月31日', '发于 2026年11月23日 09:30']) {
      expect(weapp.has(words), words).toBe(true)
    }
    expect(weapp.has('现在的以账单为准')).toBe(true)
    expect(askedFor(opening)).toHaveLength(1)
    expect(weapp.complaints).toEqual([])
  })

  test('leads to what it is about', async () => {
    const { weapp } = await opened(aNotice())
    await weapp.tap('看账单')
    expect(weapp.path).toBe('pages/bills/index')
  })

  test('leads to the very plan that it is about', async () => {
    const notice = aNotice({ kind: 'instalment', words: { goal: 'plan', goalId: 12 } })
    const { weapp, askedFor } = await opened(notice, { [`GET ${homePath}/plans/12`]: aPlan() })
    await weapp.tap('看分期')

    expect(weapp.path).toBe('packages/owner/plan/index')
    expect(askedFor(`GET ${homePath}/plans/12`)).toHaveLength(1)
  })

  test('leads to all other messages, also where there is no way back', async () => {
    const { weapp } = await opened(aNotice())
    await weapp.tap('看全部消息')
    expect(weapp.path).toBe('packages/owner/notices/index')
  })

  test('that is not of this home is not shown, in the server’s words', async () => {
    const { weapp } = await opened(new Refused(404, 'not-found', '没有找到这条消息。'))
    expect(weapp.has('没有找到这条消息。')).toBe(true)
    expect(weapp.has('看全部消息')).toBe(true)
  })
})

describe('what is wrong with a message', () => {
  test('is written in one’s own words and goes to the manager; it says by when it is answered', async () => {
    let complaint: Notice['complaint'] = null
    const { weapp, askedFor } = await opened(() => aNotice({ complaint }), {
      [complain]: () => {
        complaint = aComplaint()
        return aNotice({ complaint })
      },
    })
    await weapp.tap('对这条提醒有意见')
    expect(weapp.has('答复之前，不再提醒您缴费')).toBe(true)
    await weapp.type('您的意见', ' 这笔我已经在前台缴过了。 ')
    await weapp.tap('交给物业经理')

    expect(askedFor(complain).map(({ body }) => body)).toEqual([{ text: '这笔我已经在前台缴过了。' }])
    expect(weapp.has('物业经理最晚 2026年12月3日答复您')).toBe(true)
    expect(weapp.has('等答复')).toBe(true)
    expect(weapp.has('对这条提醒有意见')).toBe(false)
  })

  test('is not sent while nothing is written, and need not be written at all', async () => {
    const { weapp, askedFor } = await opened(aNotice())
    await weapp.tap('对这条提醒有意见')
    await weapp.tap('交给物业经理')
    expect(weapp.has('请写一两句哪里不合适')).toBe(true)
    expect(askedFor(complain)).toEqual([])

    await weapp.tap('不写了')
    expect(weapp.has('对这条提醒有意见')).toBe(true)
  })

  test('is not lost when it does not reach the server', async () => {
    const { weapp } = await opened(aNotice(), {
      [complain]: new Refused(503, 'database-unavailable', '系统正在维护，请几分钟后再试。'),
    })
    await weapp.tap('对这条提醒有意见')
    await weapp.type('您的意见', '时间太早了')
    await weapp.tap('交给物业经理')
    expect(weapp.has('系统正在维护，请几分钟后再试。')).toBe(true)

    await weapp.tap('不写了')
    await weapp.tap('对这条提醒有意见')
    const field = weapp.find('您的意见').parent?.parent
    expect(
      JSON.stringify(field?.children.map(({ children }) => children.map(({ attributes }) => attributes))),
    ).toContain('时间太早了')
  })

  test.each(['receipt', 'answer'] as const)(
    'is not asked of a message that asks for nothing (%s)',
    async (kind) => {
      const { weapp } = await opened(aNotice({ kind }))
      expect(weapp.has('对这条提醒有意见')).toBe(false)
    },
  )

  test('stands with its answer once there is one', async () => {
    const { weapp } = await opened(aNotice({ complaint: aComplaint('查到了，是前台漏记，已经补上。') }))

    expect(weapp.has('物业经理的答复')).toBe(true)
    expect(weapp.has('有答复')).toBe(true)
    expect(weapp.has('查到了，是前台漏记，已经补上。')).toBe(true)
    expect(weapp.has('答复之前')).toBe(false)
  })
})
