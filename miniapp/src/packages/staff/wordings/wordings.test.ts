import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'
import { aTemplate, aWording, wordingScript } from '../testing/wordings'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/wordings/index?community=1'
const templates = `GET ${community}/wechat-templates`

async function opened(script: Script = {}, role: StaffRole = 'manager') {
  const { server, sent } = staffServer([role], { ...wordingScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('each kind of message says on which channels it is worded, and leads to where that is written', async () => {
  const { weapp } = await opened()
  const lines = weapp.lines.join('\n')

  expect(lines.match(/已启用/g)).toHaveLength(6)
  expect(lines.match(/还没写/g)).toHaveLength(12)
  expect(weapp.has('您的〔费用期间〕账单待查看')).toBe(true)
  expect(weapp.has('房号、待缴金额、缴费日、账单待查看，点开看明细')).toBe(true)
  expect(weapp.complaints).toEqual([])
})

test('a wording whose template is not taken says so, where it is written', async () => {
  const { weapp } = await opened({
    [`GET ${community}/wordings`]: [aWording({ paused: true }), aWording({ id: id(41), kind: 'bill' })],
  })
  const lines = weapp.lines.join('\n')
  expect(lines.match(/模板用不了/g)).toHaveLength(1)
  expect(lines.match(/已启用/g)).toHaveLength(1)
})

test('templates are as last read from WeChat; those that are gone are marked, and reading again is a press', async () => {
  const { weapp, sent } = await opened({
    [`POST ${community}/wechat-templates/sync`]: [aTemplate()],
  })
  for (const words of ['上次读取：2026年11月22日 10:00', '物业账单提醒', '在用', '微信里已删除']) {
    expect(weapp.has(words), words).toBe(true)
  }

  await weapp.tap('从微信重新读取')
  expect(sent(`POST ${community}/wechat-templates/sync`)).toHaveLength(1)
})

test('a refusal of WeChat is told in the words of the server', async () => {
  const { weapp } = await opened({
    [`POST ${community}/wechat-templates/sync`]: () => refusal(502, 'wechat-unavailable', '微信没有回答。'),
  })
  await weapp.tap('从微信重新读取')
  expect(weapp.has('微信没有回答。')).toBe(true)
})

test('without templates it says where they come from', async () => {
  const { weapp } = await opened({ [templates]: [] })
  expect(weapp.has('先在微信公众平台的“订阅消息”里选用模板')).toBe(true)
})

test('who books reads, and neither writes nor syncs', async () => {
  const { weapp } = await opened({}, 'finance')
  expect(weapp.has('由项目经理写和修改')).toBe(true)
  expect(weapp.has('从微信重新读取')).toBe(false)

  await weapp.tap('您的〔费用期间〕账单待查看')
  expect(weapp.has('您的〔费用期间〕账单待查看，详情见小程序，电话〔物业电话〕。')).toBe(true)
  expect(weapp.path).toBe('packages/staff/wordings/index')
})
