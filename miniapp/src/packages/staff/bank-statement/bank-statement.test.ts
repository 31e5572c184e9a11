import { join } from 'node:path'
import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import {
  aBankPreview,
  aMovement,
  aPlaceStatement,
  statementPath,
  statementsScript,
} from '../testing/bank-statements'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/bank-statement/index?community=1&place=5'
const show = `GET ${statementPath}?show=open`
const preview = `POST ${statementPath}/preview`
const take = `POST ${statementPath}`
const file = { name: '流水.csv', bytes: new Uint8Array([48, 49]) }

async function opened(
  script: Script = {},
  { role = 'finance' as StaffRole, ...phone }: Partial<LaunchOptions> & { role?: StaffRole } = {},
) {
  const { server, sent, asked } = staffServer([role], { ...statementsScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server, pickFile: () => file, ...phone }), sent, asked }
}

test('the accounts and terminals tell how far they are, and lead to their lines', async () => {
  const { server } = staffServer(['manager'], statementsScript)
  const weapp = await launchWeapp({ dist, open: '/packages/staff/bank-statements/index?community=1', server })
  for (const words of ['工行基本户', '流水到2026年11月22日', '4 笔待处理', '前台 POS 机', '还没有导入过流水'])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('工行基本户')
  expect(weapp.path).toBe('packages/staff/bank-statement/index')
})

test('a file is shown as it was read, and taken in only when that is confirmed, for the days that stand there', async () => {
  let taken = false
  const yesterday = addDays(businessDateAt(new Date()), -1)
  const { weapp, sent, asked } = await opened({
    [show]: () => ok(aPlaceStatement({ takenThrough: taken ? yesterday : null })),
    [preview]: aBankPreview(),
    [take]: () => {
      taken = true
      return ok({ added: 1, matched: 1 })
    },
  })
  await weapp.choose('从哪天', '2026-11-20')
  await weapp.choose('到哪天', '2026-11-22')
  await weapp.tap('选流水文件')
  for (const words of ['流水.csv', '2 笔', '1,952.28 元', '5.00 元', '20261123000002'])
    expect(weapp.has(words), words).toBe(true)
  expect(sent(take)).toEqual([])
  await weapp.tap('确认导入')
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(
    expect.arrayContaining([`${statementPath}?from=2026-11-20&to=2026-11-22`]),
  )
  expect(sent(take)).toEqual([file.bytes])
  expect(weapp.has('确认导入')).toBe(false)
})

test('a file that cannot be read says where, and another can be chosen', async () => {
  const { weapp, sent } = await opened({
    [preview]: () => refusal(422, 'bank-file-unreadable', '第 4 行的“余额”与上一行的余额接不上。'),
  })
  await weapp.tap('选流水文件')
  expect(weapp.has('第 4 行的“余额”与上一行的余额接不上')).toBe(true)
  expect(weapp.has('确认导入')).toBe(false)
  expect(sent(take)).toEqual([])
})

test('a file that was taken in before is said to be so', async () => {
  const { weapp } = await opened({ [preview]: aBankPreview({ known: true }) })
  await weapp.tap('选流水文件')
  expect(weapp.has('这个文件导入过了')).toBe(true)
  expect(weapp.has('确认导入')).toBe(false)
})

test('days are changed: the file is read anew for them', async () => {
  const { weapp } = await opened({ [preview]: aBankPreview() })
  await weapp.tap('选流水文件')
  expect(weapp.has('确认导入')).toBe(true)
  await weapp.choose('从哪天', '2026-11-20')
  expect(weapp.has('确认导入')).toBe(false)
})

test('a line is one of ours, the nearest day first', async () => {
  const match = `POST ${community}/bank-lines/61/match`
  const { weapp, sent } = await opened({ [match]: {} })
  expect(weapp.has('账上有金额相同的')).toBe(true)
  await weapp.tap('与账上的一笔对上')
  const offered = weapp.lines.filter((line) => /，2026年11月2\d日$/.test(line))
  expect(offered).toEqual(['没有凭证号，2026年11月22日', '0012345678，2026年11月21日'])
  await weapp.tap('0012345678，2026年11月21日')
  await weapp.tap('是这一笔，对上')
  expect(sent(match)).toEqual([{ movement: 'entry:501' }])
})

test('money that nothing explains is held once that is meant; what went out is not', async () => {
  const line = aPlaceStatement().lines[1]
  const hold = `POST ${community}/bank-lines/60/hold`
  let held = false
  const { weapp, sent } = await opened(
    {
      [show]: () => ok(aPlaceStatement({ lines: held || !line ? [] : [line], mayBe: [], alone: [] })),
      [hold]: () => {
        held = true
        return ok({})
      },
    },
    { confirm: () => true },
  )
  expect(weapp.has('收入 88.00 元')).toBe(true)
  expect(weapp.lines).not.toContain('与账上的一笔对上')
  await weapp.tap('转待查款')
  expect(sent(hold)).toHaveLength(1)
  expect(weapp.has('流水都对上了')).toBe(true)

  const fee = aPlaceStatement().lines[2]
  const out = await opened({ [show]: aPlaceStatement({ lines: fee ? [fee] : [], alone: [] }) })
  expect(out.weapp.has('支出 5.00 元')).toBe(true)
  expect(out.weapp.lines).not.toContain('转待查款')
})

test('a line, and what the bank does not have, are explained with a reason', async () => {
  const explain = `POST ${community}/bank-lines/59/explain`
  const alone = `POST ${community}/money-places/5/movements/entry%3A503/explain`
  const fee = aPlaceStatement().lines[2]
  const { weapp, sent } = await opened({
    [show]: aPlaceStatement({ lines: fee ? [fee] : [] }),
    [explain]: {},
    [alone]: {},
  })
  await weapp.tap('写明原因')
  await weapp.tap('银行当天冲正，进出相抵')
  await weapp.tap('提交')
  expect(sent(explain)).toEqual([{ reason: '银行当天冲正，进出相抵' }])

  const other = await opened({ [show]: aPlaceStatement({ lines: [] }), [alone]: {} })
  expect(other.weapp.has('账上的凭证号 0012345679')).toBe(true)
  await other.weapp.tap('说明为什么')
  await other.weapp.tap('银行晚几天入账')
  await other.weapp.tap('提交')
  expect(other.sent(alone)).toEqual([{ reason: '银行晚几天入账' }])
})

test('what was booked since is matched by one press', async () => {
  const again = `POST ${statementPath}/match`
  const { weapp, sent } = await opened({ [again]: { matched: 2 } })
  await weapp.tap('重新核对一遍')
  expect(sent(again)).toHaveLength(1)
})

test('all lines can be seen, with who dealt with them and why; a manager looks on', async () => {
  const { weapp } = await opened({}, { role: 'manager' })
  for (const words of ['选流水文件', '转待查款', '写明原因', '说明为什么', '重新核对一遍'])
    expect(weapp.lines, words).not.toContain(words)
  expect(weapp.has('流水由财务导入和处理')).toBe(true)
  await weapp.tap('全部')
  expect(weapp.has('公司内部转账，不是物业收款')).toBe(true)
  expect(weapp.has('林会计，2026年11月23日 10:00')).toBe(true)
})

test('without a layout the way to it comes first', async () => {
  const { server } = staffServer(['finance'], statementsScript)
  const weapp = await launchWeapp({ dist, open: open.replace('place=5', 'place=6'), server })
  await weapp.tap('设流水格式')
  expect(weapp.path).toBe('packages/staff/bank-layout/index')
})

test('a layout is a heading that is pasted, corrected by a choice, and saved', async () => {
  const put = `PUT ${community}/money-places/6/bank-layout`
  const { server, sent } = staffServer(['finance'], { ...statementsScript, [put]: {} })
  const weapp = await launchWeapp({
    dist,
    open: '/packages/staff/bank-layout/index?community=1&place=6',
    server,
  })
  await weapp.type('表头那一行', '交易日期,凭证,借贷标志,交易金额')
  expect(weapp.has('要有“流水号”一列')).toBe(true)
  await weapp.tap('保存格式')
  expect(sent(put)).toEqual([])
  await weapp.choose('凭证', 1)
  await weapp.type('收支标志里，哪个字表示收入', '贷')
  await weapp.tap('保存格式')
  expect(sent(put)).toEqual([
    {
      encoding: 'gbk',
      separator: ',',
      columns: [
        { title: '交易日期', content: 'day' },
        { title: '凭证', content: 'serial' },
        { title: '借贷标志', content: 'direction' },
        { title: '交易金额', content: 'amount' },
      ],
      creditMark: '贷',
      totalMark: '',
    },
  ])
})

test('the same amount of another account is none of its candidates', async () => {
  const { weapp } = await opened({
    [show]: aPlaceStatement({ mayBe: [aMovement({ amountFen: fen(1), day: day('2026-11-22') })] }),
  })
  expect(weapp.has('与账上的一笔对上')).toBe(false)
})

test('what the card company pays out is booked with what it kept, and a charge of the bank as one', async () => {
  const [, held, fee] = aPlaceStatement().lines
  const come = `POST ${community}/bank-lines/60/book`
  const cards = await opened({ [show]: aPlaceStatement({ lines: held ? [held] : [] }), [come]: {} })
  await cards.weapp.tap('登记结算、转账或银行费用')
  await cards.weapp.tap('刷卡结算：前台 POS 机')
  await cards.weapp.type('扣了多少手续费', '三元')
  await cards.weapp.tap('登记')
  expect(cards.sent(come)).toEqual([])
  await cards.weapp.type('扣了多少手续费', '0.53')
  await cards.weapp.tap('登记')
  expect(cards.sent(come)).toEqual([{ kind: 'place', placeId: 6, feeFen: 53 }])

  const left = `POST ${community}/bank-lines/59/book`
  const charge = await opened({ [show]: aPlaceStatement({ lines: fee ? [fee] : [] }), [left]: {} })
  await charge.weapp.tap('登记结算、转账或银行费用')
  expect(charge.weapp.has('充值到微信商户号 1900000109')).toBe(true)
  await charge.weapp.tap('银行手续费、账户费')
  expect(charge.weapp.has('扣了多少手续费')).toBe(false)
  await charge.weapp.tap('登记')
  expect(charge.sent(left)).toEqual([{ kind: 'cost' }])
})

test('what was said of a line is taken back after a question', async () => {
  const reopen = `POST ${community}/bank-lines/58/reopen`
  const { weapp, sent } = await opened({ [reopen]: {} }, { confirm: () => true })
  await weapp.tap('全部')
  await weapp.tap('改回待处理')
  expect(sent(reopen)).toHaveLength(1)
})
