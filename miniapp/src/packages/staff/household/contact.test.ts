import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { messageScript, wishes } from '../testing/messages'
import { planScript } from '../testing/plans'
import { community, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/household/index?community=1&household=42'
const home = `${community}/households/42`
const entered = `PUT ${home}/contact-wishes`
const stopped = `PUT ${home}/contact-stop`

async function opened(role: StaffRole, script: Script = {}) {
  const { server, sent } = staffServer([role], {
    ...homeScript,
    ...planScript,
    ...messageScript,
    [stopped]: { stop: null },
    [entered]: wishes,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('a household shows how it wishes to be reached and what it was last told, and leads to all of it', async () => {
  const { weapp } = await opened('collector')
  for (const words of ['只用书面联系', '9 点到 12 点', '汤老师', '最近的消息', '已点开', '结果不明']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('登记请勿联系')).toBe(false)
  expect(weapp.has('请前台、财务或项目经理登记')).toBe(true)

  await weapp.tap('看全部消息记录')
  expect(weapp.path).toBe('packages/staff/household-messages/index')
})

test('the desk enters that a home is not to be contacted, with the reason and who said so', async () => {
  const { weapp, sent } = await opened('front_desk')
  await weapp.tap('登记请勿联系')
  await weapp.tap('由律师或代理人联系')
  await weapp.tap('登记')
  expect(sent(stopped)).toEqual([])
  await weapp.type('说明', '张律师 11 月 20 日来函')
  await weapp.tap('登记')
  expect(sent(stopped)).toEqual([{ stop: { reason: 'represented', note: '张律师 11 月 20 日来函' } }])
})

test('what was written and not sent is there again when the sheet is opened again, and gone once it was sent', async () => {
  const { weapp, sent } = await opened('front_desk')
  await weapp.tap('登记请勿联系')
  await weapp.tap('由律师或代理人联系')
  await weapp.type('说明', '张律师来函')
  await weapp.tap('关闭')
  await weapp.tap('登记请勿联系')
  await weapp.tap('登记')
  expect(sent(stopped)).toEqual([{ stop: { reason: 'represented', note: '张律师来函' } }])

  await weapp.tap('登记请勿联系')
  await weapp.tap('登记')
  expect(sent(stopped)).toHaveLength(1)
})

test('the desk enters how a home wishes to be reached, as it was said; who collects does not', async () => {
  const { weapp, sent } = await opened('front_desk')
  expect(weapp.has('这一户自己在小程序里选的')).toBe(true)
  await weapp.tap('登记怎么联系')
  await weapp.tap('晚上')
  await weapp.type('怎么称呼', ' 汤奶奶 ')
  await weapp.tap('登记')
  expect(sent(entered)).toEqual([{ writtenOnly: true, fromHour: 18, toHour: 21, address: '汤奶奶' }])

  expect((await opened('collector')).weapp.has('登记怎么联系')).toBe(false)
})

test('who entered it stands beside it, or that nobody has said anything yet', async () => {
  const said = { wishes, said: { enteredBy: '李前台' }, stop: null }
  expect((await opened('manager', { [`GET ${home}/contact`]: said })).weapp.has('李前台登记')).toBe(true)
  const unsaid = { ...said, said: null }
  expect((await opened('manager', { [`GET ${home}/contact`]: unsaid })).weapp.has('还没有说过')).toBe(true)
})

test('it is taken back after a question', async () => {
  const { weapp, sent } = await opened('manager', {
    [`GET ${home}/contact`]: { wishes, said: null, stop: { reason: 'deceased', note: '儿子来登记' } },
  })
  expect(weapp.has('业主已故，先联系家属办理')).toBe(true)
  expect(weapp.has('儿子来登记')).toBe(true)

  await weapp.tap('取消请勿联系')
  expect(sent(stopped)).toEqual([{ stop: null }])
})
