import { join } from 'node:path'
import type { DebitBatch } from '@anjiao/shared/contract/debit-batches'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aBatch, aResultPreview, aSentBatch } from '../testing/debits'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/debit-batch/index?community=1&batch=7'
const path = `${community}/debit-batches/7`
const file = { name: '回盘.txt', bytes: new Uint8Array([48, 49]) }

/** A batch at the server, which becomes what the script's answers make of it. */
async function opened(batch: DebitBatch, script: Script = {}, role: StaffRole = 'finance') {
  let now = batch
  const becomes = (next: Partial<DebitBatch>) => () => {
    now = { ...now, ...next }
    return ok(now)
  }
  const { server, sent } = staffServer([role], {
    [`GET ${path}`]: () => ok(now),
    [`POST ${path}/release`]: becomes({ state: 'released', releasedBy: '周经理' }),
    [`POST ${path}/cancel`]: becomes({ state: 'cancelled', reason: '日期要改' }),
    [`POST ${path}/close`]: becomes({ state: 'done' }),
    [`POST ${path}/file`]: () => {
      now = { ...now, state: 'sent', sentAt: '2026-11-25T02:00:00Z' }
      return ok({ url: '/v1/debit-files/t', expiresAt: '2026-11-25T02:10:00Z' })
    },
    [`POST ${path}/results/preview`]: aResultPreview,
    [`POST ${path}/results`]: becomes({ state: 'done', unanswered: 0 }),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server, pickFile: () => file }), sent }
}

test('a second person reads who is debited and who not, and lets it go; the maker reads why they may not', async () => {
  const { weapp, sent } = await opened(aBatch(), {}, 'manager')
  for (const words of [
    '批次 20261126000007',
    '孙会计 2026年11月23日 09:00',
    '1　3栋 1单元 502',
    '2026年11月23日 10:30 通知到',
    '还没有通知到',
    '业主撤回了代扣授权',
  ])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('核对放行')
  expect(sent(`POST ${path}/release`)).toHaveLength(1)
  expect(weapp.has('已放行，待交银行')).toBe(true)
  expect(weapp.has('取文件，交给银行')).toBe(false)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  const own = await opened(aBatch({ isOwn: true }))
  expect(own.weapp.has('这一批是您建的')).toBe(true)
  expect(own.weapp.calls.some(({ name }) => name === 'showModal')).toBe(false)
})

test('a refusal to let it go is told as it is', async () => {
  const { weapp } = await opened(
    aBatch(),
    { [`POST ${path}/release`]: () => refusal(409, 'debit-not-told-yet', '还有住户没有通知到。') },
    'manager',
  )
  await weapp.tap('核对放行')
  expect(weapp.has('还有住户没有通知到。')).toBe(true)
})

test('on a phone the file is fetched and handed on to a conversation by a press of its own', async () => {
  const { weapp } = await opened(aBatch({ state: 'released', releasedBy: '周经理' }))
  await weapp.tap('取文件')
  expect(weapp.calls.findLast(({ name }) => name === 'downloadFile')?.options.url).toContain(
    '/v1/debit-files/t',
  )
  expect(weapp.has('已交银行，等结果')).toBe(true)
  await weapp.tap('发到微信聊天')
  expect(weapp.calls.at(-1)).toMatchObject({
    name: 'shareFileMessage',
    options: { fileName: '代扣-20261126000007.txt' },
  })
})

test('a result is shown before it is taken in', async () => {
  const { weapp, sent } = await opened(aSentBatch())
  await weapp.tap('选结果文件')
  for (const words of ['回盘.txt', '1 笔，1,952.28 元', '2　3栋 1单元 503', '余额不足（1001）'])
    expect(weapp.has(words), words).toBe(true)
  expect(sent(`POST ${path}/results`)).toEqual([])
  await weapp.tap('确认导入')
  expect(sent(`POST ${path}/results`)).toEqual([file.bytes])
  expect(weapp.has('已有结果')).toBe(true)
})

test('a file that is not of this batch books nothing, and another can be chosen', async () => {
  const { weapp, sent } = await opened(aSentBatch(), {
    [`POST ${path}/results/preview`]: () =>
      refusal(422, 'debit-result-of-other-batch', '这是另一批的结果，没有入账。'),
  })
  await weapp.tap('选结果文件')
  expect(weapp.has('这是另一批的结果，没有入账。')).toBe(true)
  expect(weapp.has('换一个文件')).toBe(true)
  expect(weapp.has('确认导入')).toBe(false)
  expect(sent(`POST ${path}/results`)).toEqual([])
})

test('lines are filtered by what became of them, each with its reason', async () => {
  const { weapp } = await opened(aSentBatch())
  expect(weapp.has('业主已先缴，20.00 元转为预存')).toBe(true)
  expect(weapp.has('余额不足（1001）')).toBe(true)
  await weapp.choose('看哪些', 2)
  expect(weapp.has('3　5栋 2单元 301')).toBe(true)
  expect(weapp.has('1　3栋 1单元 502')).toBe(false)
})

test('before the bank has it a batch is cancelled with a reason; long after, its answer is waited for no more', async () => {
  const { weapp, sent } = await opened(aBatch({ isOwn: true }))
  await weapp.tap('取消这一批')
  await weapp.tap('日期要改')
  await weapp.tap('取消这一批')
  expect(sent(`POST ${path}/cancel`)).toEqual([{ reason: '日期要改' }])
  expect(weapp.has('已取消')).toBe(true)

  const late = await opened(aSentBatch())
  await late.weapp.tap('不再等银行回复')
  expect(late.sent(`POST ${path}/close`)).toHaveLength(1)
  const early = await opened(aSentBatch({ debitOn: day('2026-11-22') }))
  expect(early.weapp.has('2026年11月25日以后仍没有结果的')).toBe(true)
  expect(early.weapp.has('不再等银行回复')).toBe(false)
})
