import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'
import { aTemplate, aTrial, aWording, someWordings, wordingScript } from '../testing/wordings'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const page = (kind: string, channel: string) =>
  `/packages/staff/wording/index?community=1&kind=${kind}&channel=${channel}`
const tried = `POST ${community}/wordings/try`
const published = `POST ${community}/wordings`

async function writing(open: string, script: Script = {}) {
  const { server, sent } = staffServer(['manager'], {
    ...wordingScript,
    [published]: someWordings,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('a message begins as it is in force, reads at once as its reader will see it, and is published after a question', async () => {
  const { weapp, sent } = await writing(page('reminder', 'subscription'))
  const { kind, channel, templateId, fields, text, id } = aWording({
    id: someWordings[1]?.id ?? aWording().id,
  })
  expect(sent(tried)).toEqual([{ kind, channel, templateId, fields, text }])
  for (const words of ['3栋 5**', '¥1234.56', '文字：最多 20 个字', '现在用的，由周经理']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])

  await weapp.type('温馨提示，写什么', '有账单待查看')
  await weapp.pass(500)
  const changed = { ...fields, thing4: { text: '有账单待查看' } }
  expect(sent(tried).at(-1)).toMatchObject({ fields: changed })
  await weapp.tap('发布')
  expect(sent(published)).toEqual([
    { wording: { kind, channel, templateId, fields: changed, text }, replaces: id },
  ])
  expect(weapp.path).toBe('packages/staff/wordings/index')
})

test('what does not fit or must not be said stands at its field, and nothing is published', async () => {
  const { weapp, sent } = await writing(page('reminder', 'subscription'), {
    [tried]: aTrial({ problems: [{ field: 'thing4', problem: '锁屏上别人也看得到，请写得中性' }] }),
  })
  expect(weapp.has('锁屏上别人也看得到，请写得中性')).toBe(true)
  expect(weapp.has('还有要改的，改好才能发布')).toBe(true)
  await weapp.tap('发布')
  expect(sent(published)).toEqual([])
})

test('nothing is published before how it reads was told', async () => {
  const { weapp, sent } = await writing(page('reminder', 'subscription'), {
    [tried]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  await weapp.tap('发布')
  expect(sent(published)).toEqual([])
  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('没有试读成，试读过才能发布')).toBe(true)
  expect(weapp.has('还有要改的')).toBe(false)
})

test('what a field says is not replaced by what its label suggests without a yes', async () => {
  const { server, sent } = staffServer(['manager'], wordingScript)
  const weapp = await launchWeapp({
    dist,
    open: page('reminder', 'subscription'),
    server,
    confirm: () => false,
  })
  await weapp.type('温馨提示，写什么', '我自己写的')
  await weapp.tap('按模板自动填')
  await weapp.pass(500)
  expect(sent(tried).at(-1)).toMatchObject({ fields: { thing4: { text: '我自己写的' } } })
})

test('a fault of an SMS template is named as one, not as WeChat’s', async () => {
  const { weapp } = await writing(page('bill', 'sms'), {
    [tried]: aTrial({ problems: [{ field: 'templateId', problem: '还没填' }] }),
  })
  expect(weapp.lines.filter((line) => line === '短信平台的模板编号')).toHaveLength(2)
  expect(weapp.lines.includes('微信模板')).toBe(false)
})

test('a template that is chosen is filled by what its labels say; a field takes another value, or words of our own', async () => {
  const { weapp, sent } = await writing(page('reminder', 'subscription'), {
    [`GET ${community}/wordings`]: [],
    [`GET ${community}/wechat-templates`]: [aTemplate(), aTemplate({ templateId: 'tpl-2', title: '另一个' })],
  })
  await weapp.choose('微信模板', 1)
  await weapp.pass(500)
  expect(sent(tried).at(-1)).toMatchObject({
    templateId: 'tpl-2',
    fields: { thing1: { value: 'room' }, amount2: { value: 'amount' }, date3: { value: 'due_date' } },
  })

  await weapp.choose('房屋信息', 0)
  await weapp.pass(500)
  expect(sent(tried).at(-1)).toMatchObject({ fields: { thing1: { value: 'community' } } })
  await weapp.tap('发布')
  expect(sent(published)).toMatchObject([{ replaces: null }])
})

test('an SMS has the provider’s number and text, and a choice for each of its places', async () => {
  const { weapp, sent } = await writing(page('bill', 'sms'))
  await weapp.type('短信平台的模板编号', '7654321')
  await weapp.type('正文', '您的{1}账单已出，电话{2}。')
  await weapp.choose('{1} 放什么', 6)
  await weapp.choose('{2} 放什么', 3)
  await weapp.pass(500)
  expect(sent(tried).at(-1)).toEqual({
    kind: 'bill',
    channel: 'sms',
    templateId: '7654321',
    fields: { 1: { value: 'period' }, 2: { value: 'hotline' } },
    text: '您的{1}账单已出，电话{2}。',
  })
})

test('a letter has paragraphs and no template', async () => {
  const { weapp, sent } = await writing(page('reminder', 'letter'))
  expect(weapp.has('短信平台的模板编号')).toBe(false)
  await weapp.type('正文', '您好。\n请看明细。')
  await weapp.pass(500)
  expect(sent(tried).at(-1)).toMatchObject({ templateId: '', text: '您好。\n请看明细。' })
})

test('when a colleague was faster one reads theirs beside one’s own, and replaces it only after that', async () => {
  const theirs = aWording({
    id: id(99),
    channel: 'sms',
    templateId: '1234567',
    fields: {},
    text: '同事写的新内容。',
    publishedAs: '郑主任',
  })
  let isFaster = false
  const { weapp, sent } = await writing(page('reminder', 'sms'), {
    [`GET ${community}/wordings`]: () => ok(isFaster ? [theirs] : [...someWordings]),
    [published]: () => {
      if (sent(published).length > 1) return ok([...someWordings])
      isFaster = true
      return refusal(409, 'wording-changed', '同事刚刚换了这条消息的内容。')
    },
  })
  await weapp.type('正文', '我写的{1}。')
  await weapp.pass(500)
  await weapp.tap('发布')
  expect(weapp.has('同事刚刚换了这条消息的内容。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('同事写的新内容。')).toBe(true)
  await weapp.tap('发布')
  expect(sent(published)).toHaveLength(1)

  await weapp.tap('看过了，接着用我写的')
  await weapp.tap('发布')
  expect(sent(published).at(-1)).toMatchObject({ wording: { text: '我写的{1}。' }, replaces: 99 })
})

test('without templates one is told where they come from; who only looks on writes nothing', async () => {
  const { weapp } = await writing(page('bill', 'subscription'), { [`GET ${community}/wechat-templates`]: [] })
  expect(weapp.has('还没有可以用的模板')).toBe(true)

  const { server } = staffServer(['finance'], wordingScript)
  const other = await launchWeapp({ dist, open: page('bill', 'sms'), server })
  expect(other.has('由项目经理办理')).toBe(true)
})
