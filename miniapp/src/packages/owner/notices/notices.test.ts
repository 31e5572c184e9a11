import { join } from 'node:path'
import type { Notice } from '@anjiao/shared/contract/notices'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aComplaint, aNotice, noticeAnswers, someNotices } from '../../../pages/testing/notice-fixtures'
import { type Answer, homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/notices/index?${homeQuery}`
const list = `GET ${homePath}/notices`

const opened = async (notices: Answer) => {
  const server = ownerServer({ ...noticeAnswers, [list]: notices })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server }) }
}

/** Forty messages in two slices; the fifteenth was opened, or not yet. */
const opened40 = (isOpened: () => boolean) =>
  opened(({ path }: { path: string }) => {
    const before = Number(/before=(\d+)/.exec(path)?.[1] ?? 41)
    const notices = someNotices(before - 1, Math.min(20, before - 1)).map((notice) =>
      notice.id === 15 && !isOpened() ? { ...notice, openedAt: null } : notice,
    )
    return { notices, unopened: 0, next: before > 21 ? before - 20 : null }
  })

test('messages stand with the newest first, each with its time, and what nobody has opened says so', async () => {
  const { weapp } = await opened(noticeAnswers[list] ?? {})

  const titles = weapp.lines.filter((line) => /^(账单待查看|分期缴费已同意)/.test(line))
  expect(titles).toEqual(['账单待查看没看过', '分期缴费已同意'])
  expect(weapp.has('2026年11月23日 09:30')).toBe(true)
})

test('what somebody found wrong with one stands beside it: whether it waits for its answer, or has one', async () => {
  const { weapp } = await opened({
    notices: [
      aNotice({ openedAt: '2026-11-23T02:00:00Z', complaint: aComplaint('已经补上。') }),
      aNotice({ id: 49 as Notice['id'], openedAt: '2026-11-23T02:00:00Z', complaint: aComplaint() }),
    ],
    unopened: 1,
    next: null,
  })
  expect(weapp.lines.filter((line) => line.startsWith('账单待查看'))).toEqual([
    '账单待查看有答复',
    '账单待查看等答复',
  ])
})

test('one that was opened is no longer marked when one comes back', async () => {
  let openedAt: string | null = null
  const { weapp } = await opened(() => ({ notices: [aNotice({ openedAt })], unopened: 1, next: null }))
  expect(weapp.has('没看过')).toBe(true)

  await weapp.tap('账单待查看')
  expect(weapp.path).toBe('packages/owner/notice/index')
  openedAt = '2026-11-23T02:00:00Z'
  await weapp.back()
  expect(weapp.has('账单待查看')).toBe(true)
  expect(weapp.has('没看过')).toBe(false)
})

test('older messages come twenty at a time, until there are no more', async () => {
  const { weapp, askedFor } = await opened(({ path }: { path: string }) =>
    path.includes('before=21')
      ? { notices: someNotices(20, 20), unopened: 0, next: null }
      : { notices: someNotices(40, 20), unopened: 0, next: 21 },
  )
  expect(weapp.has('消息 21')).toBe(true)
  expect(weapp.has('消息 20')).toBe(false)

  await weapp.tap('再看更早的')
  expect(weapp.has('消息 40')).toBe(true)
  expect(weapp.has('消息 1')).toBe(true)
  expect(weapp.has('再看更早的')).toBe(false)
  expect(askedFor(list)).toHaveLength(2)
})

test('who has opened an old one comes back to it, and it is no longer marked: all that was read stands there', async () => {
  let opened = false
  const { weapp, askedFor } = await opened40(() => opened)
  await weapp.tap('再看更早的')
  expect(weapp.lines.filter((line) => line.endsWith('没看过'))).toEqual(['消息 15没看过'])
  await weapp.tap('消息 15')
  opened = true
  await weapp.back()

  expect(weapp.has('消息 40')).toBe(true)
  expect(weapp.has('消息 1')).toBe(true)
  expect(weapp.has('没看过')).toBe(false)
  expect(askedFor(list)).toHaveLength(4)
})

test('older messages that do not come say so beside the button, which asks for the same again', async () => {
  let down = true
  const { weapp } = await opened(({ path }: { path: string }) => {
    if (!path.includes('before=21')) return { notices: someNotices(40, 20), unopened: 0, next: 21 }
    return down
      ? new Refused(503, 'database-unavailable', '系统正在维护，请几分钟后再试。')
      : { notices: someNotices(20, 20), unopened: 0, next: null }
  })
  await weapp.tap('再看更早的')
  expect(weapp.has('系统正在维护')).toBe(true)
  expect(weapp.has('消息 21')).toBe(true)
  expect(weapp.has('再试一次')).toBe(false)

  down = false
  await weapp.tap('再看更早的')
  expect(weapp.has('系统正在维护')).toBe(false)
  expect(weapp.has('消息 1')).toBe(true)
})

test('a home that was told nothing yet is told what will stand here', async () => {
  const { weapp } = await opened({ notices: [], unopened: 0, next: null })

  expect(weapp.has('还没有消息')).toBe(true)
  await weapp.tap('提醒设置')
  expect(weapp.path).toBe('packages/owner/reminder-settings/index')
})

test('when the messages do not come, they can be asked for again', async () => {
  let down = true
  const { weapp } = await opened(() =>
    down
      ? new Refused(503, 'database-unavailable', '系统正在维护，请几分钟后再试。')
      : { notices: [aNotice()], unopened: 1, next: null },
  )
  expect(weapp.has('系统正在维护，请几分钟后再试。')).toBe(true)

  down = false
  await weapp.tap('再试一次')
  expect(weapp.has('账单待查看')).toBe(true)
})
