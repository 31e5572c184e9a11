import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aLayout, aLayoutPreview, debitScript, storedLayouts } from '../testing/debits'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/debit-layouts/index?community=1'
const known = `GET ${community}/debit-layouts`
const tryIt = `POST ${community}/debit-layouts/preview`
const save = `POST ${community}/debit-layouts`
const retire = `POST ${community}/debit-layouts/1/retire`

async function opened(script: Script = {}, role: StaffRole = 'finance') {
  const { server, sent } = staffServer([role], {
    ...debitScript,
    [save]: storedLayouts[0] ?? {},
    [retire]: {},
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('layouts in use are told in words', async () => {
  const { weapp } = await opened()
  for (const words of ['工行代扣', 'GBK · 用竖线 |分开', '序号、账号、户名、金额', '成功代码 0000'])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])
})

test('one that is in use is retired, never edited', async () => {
  let left = storedLayouts.slice(0, 1)
  const { weapp, sent } = await opened({
    [known]: () => ok({ layouts: left, presets: [] }),
    [retire]: () => {
      left = []
      return ok({})
    },
  })
  await weapp.tap('停用')
  expect(sent(retire)).toHaveLength(1)
  expect(weapp.has('还没有文件格式')).toBe(true)
})

test('one begins with a preset, changes its fields, tries it with homes that are made up, and keeps it', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('交给银行的文件：竖线分隔')
  await weapp.type('名称', '农行代扣')
  await weapp.tap('3. 户名')
  await weapp.tap('往后移')
  await weapp.type('长度', '60')
  await weapp.tap('好了')
  expect(weapp.has('4. 户名')).toBe(true)
  expect(weapp.has('60 字节，右边补空格')).toBe(true)
  await weapp.tap('试一下')
  const [batch, date, count, sum] = aLayout().header
  const [line, account, holder, amount] = aLayout().detail
  const made = {
    ...aLayout({ name: '农行代扣' }),
    header: [batch, date, count, sum],
    detail: [line, account, amount, { ...holder, width: 60 }],
  }
  expect(sent(tryIt)).toEqual([made])
  expect(weapp.has('阿卜杜热合曼·买买提')).toBe(true)
  await weapp.tap('保存，以后建批次可用')
  expect(sent(save)).toEqual([made])
  expect(weapp.has('在用的格式')).toBe(true)
})

test('what does not work is said at once, and is not kept; a name that is taken is refused in words', async () => {
  let problems = ['明细行要有“账号”']
  const { weapp, sent } = await opened({
    [tryIt]: () => ok({ ...aLayoutPreview, problems }),
    [save]: () => refusal(409, 'debit-layout-name-taken', '已经有名为“竖线分隔”的格式。请换一个名称。'),
  })
  await weapp.tap('交给银行的文件：竖线分隔')
  await weapp.tap('2. 账号')
  await weapp.tap('去掉这一项')
  await weapp.tap('试一下')
  expect(weapp.has('明细行要有“账号”')).toBe(true)
  expect(weapp.has('保存，以后建批次可用')).toBe(false)
  expect(sent(save)).toEqual([])

  problems = []
  await weapp.tap('试一下')
  await weapp.tap('保存，以后建批次可用')
  expect(weapp.has('请换一个名称')).toBe(true)
})

test('a manager reads that finance sees to layouts', async () => {
  expect((await opened({}, 'manager')).weapp.has('文件格式由财务设置')).toBe(true)
})
