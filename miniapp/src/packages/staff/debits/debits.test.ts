import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aBatch, aDebitPreview, debitScript, someDebits } from '../testing/debits'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { beginnings, ends, firstDraft } from './batch-draft'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/debits/index?community=1'
const list = `GET ${community}/debits`
const preview = `GET ${community}/debits/preview`
const make = `POST ${community}/debit-batches`

async function opened(script: Script = {}, role: StaffRole = 'finance') {
  const { server, sent, asked } = staffServer([role], { ...debitScript, [make]: aBatch(), ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent, asked }
}

test('batches are told with their state and result, and lead to their pages', async () => {
  const { weapp } = await opened()
  for (const words of [
    '办了代扣的住户',
    '3 户',
    '20261126000007',
    '2026年11月26日 9–17 点',
    '通知中，待放行',
    '成 1 · 没成 1',
  ])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('20261126000007')
  expect(weapp.path).toBe('packages/staff/debit-batch/index')
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('finance sees whom a batch would debit and whom not and why, before anybody is told', async () => {
  const { weapp, sent, asked } = await opened()
  await weapp.tap('建一批')
  await weapp.tap('3 天后')
  await weapp.choose('几点结束', 11)
  await weapp.tap('看名单')
  expect(asked.at(-1)?.path).toBe(`${community}/debits/preview?debitOn=2026-11-26&fromHour=9&toHour=21`)
  for (const words of ['3栋 1单元 502 汤**', '中国工商银行 尾号 0128', '账单正在办延期、减免或异议'])
    expect(weapp.has(words), words).toBe(true)
  expect(sent(make)).toEqual([])

  await weapp.tap('建批次，通知 1 户')
  expect(sent(make)).toEqual([
    {
      debitOn: '2026-11-26',
      fromHour: 9,
      toHour: 21,
      placeId: 4,
      fileLayoutId: 1,
      resultLayoutId: 2,
      seenCount: 1,
      seenFen: 195_228,
    },
  ])
  expect(weapp.path).toBe('packages/staff/debit-batch/index')
})

test('another day makes the list be asked for anew; a refusal and an empty list say what to do', async () => {
  const { weapp } = await opened({
    [make]: () => refusal(409, 'debit-list-changed', '名单刚刚有变化，现在是 2 户。'),
  })
  await weapp.tap('建一批')
  await weapp.tap('看名单')
  await weapp.tap('建批次，通知 1 户')
  expect(weapp.has('名单刚刚有变化')).toBe(true)
  await weapp.tap('7 天后')
  expect(weapp.has('建批次，通知 1 户')).toBe(false)

  const nobody = await opened({ [preview]: { ...aDebitPreview, candidates: [], count: 0, sumFen: 0 } })
  await nobody.weapp.tap('建一批')
  await nobody.weapp.tap('看名单')
  expect(nobody.weapp.has('没有可以扣的住户')).toBe(true)
})

test('what is missing before any batch is named, with the way to it', async () => {
  const { weapp } = await opened({
    [list]: someDebits({ batches: [], layouts: [], places: [], mandates: 0 }),
  })
  for (const words of ['还没有代扣批次', '还缺：交给银行的', '还没有可用的银行账户'])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.has('建一批')).toBe(false)
  await weapp.tap('文件格式')
  expect(weapp.path).toBe('packages/staff/debit-layouts/index')
})

test('a manager looks on and reads that finance makes batches; the desk has no business here', async () => {
  const { weapp } = await opened({}, 'manager')
  expect(weapp.has('由财务办理')).toBe(true)
  expect(weapp.has('建一批')).toBe(false)
  expect((await opened({}, 'front_desk')).weapp.has('这里不在您的岗位范围内')).toBe(true)
})

test('a new batch begins with a day that everybody can be told before, within the hours allowed', () => {
  expect(firstDraft(someDebits(), businessDate('2026-12-30'))).toMatchObject({
    debitOn: '2027-01-01',
    fromHour: 9,
    toHour: 17,
    placeId: 4,
  })
  expect([beginnings()[0], beginnings().at(-1)]).toEqual([7, 21])
  expect([ends(20), ends(7)[0], ends(7).at(-1)]).toEqual([[21, 22], 8, 22])
})
