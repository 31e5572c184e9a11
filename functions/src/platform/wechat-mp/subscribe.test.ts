import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, type Fault, frozenClock, startEmulator } from '../../local/emulator/index.ts'
import { noon } from '../../local/emulator/testing/merchant.ts'
import { createWechatMp, type SubscribeMessage, type WechatMp, type WechatMpConfig } from './index.ts'

let emulator: Emulator
let mp: WechatMp

beforeAll(async () => {
  emulator = await startEmulator({ clock: frozenClock(noon) })
  mp = portWith()
})
afterEach(() => {
  emulator.control.reset()
  emulator.control.dailyLimit(30_000_000)
})
afterAll(() => emulator.close())

const portWith = (change: Partial<WechatMpConfig> = {}): WechatMp =>
  createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock, ...change })
const fault = (change: Partial<Fault> = {}) =>
  emulator.control.fault({ match: 'subscribe/send', action: 'errcode', ...change })
const rid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)

let people = 0
/** Somebody who accepted one reminder, and the reminder. */
function aReminder(change: Partial<SubscribeMessage> = {}): SubscribeMessage {
  people += 1
  const openid = `oPerson${people}`
  const templateId = emulator.templateIds.reminder
  emulator.control.subscribe({ openid, tmplIds: [templateId] })
  const data = {
    thing1: '阳光花园 3-1-502',
    thing2: '物业服务费',
    amount3: '¥1386.00',
    date4: '2026年12月31日',
    thing5: '账单待查看',
  }
  return { openid, templateId, page: 'pages/bills/index?id=1', data, ...change }
}
const messagesTo = (openid: string) => emulator.control.messages({ openid })

describe('a subscription message', () => {
  it('is taken under an id that is told whole, and says where it leads, in which edition and language', async () => {
    const message = aReminder()
    const sent = await mp.sendSubscribe(message)
    const [received] = messagesTo(message.openid)
    expect(sent).toEqual({ kind: 'ok', msgId: received?.msgId })
    expect(Number.isSafeInteger(Number(received?.msgId))).toBe(false)
    expect(received).toMatchObject({ ...message, miniprogramState: 'formal', lang: 'zh_CN' })
  })

  it('is refused when nobody agreed to it, or not once more', async () => {
    const message = aReminder()
    await mp.sendSubscribe(message)
    expect(await mp.sendSubscribe(message)).toEqual({ kind: 'refused', errcode: 43101, rid })
    expect(messagesTo(message.openid)).toHaveLength(1)
  })

  it.each([
    [43101, 'refused'],
    [43107, 'banned'],
    [40003, 'bad-recipient'],
    [40037, 'bad-template'],
    [41030, 'config'],
    [43108, 'busy'],
    [-1, 'busy'],
    [48001, 'config'],
    [40013, 'config'],
    [99999, 'config'],
  ])('answered %i is %s', async (errcode, kind) => {
    fault({ errcode })
    expect(await mp.sendSubscribe(aReminder())).toEqual({ kind, errcode, rid })
  })

  it('that does not fit says in which field, or that its words are forbidden', async () => {
    const message = aReminder()
    const long = { ...message, data: { ...message.data, thing5: '一'.repeat(21) } }
    expect(await mp.sendSubscribe(long)).toEqual({
      kind: 'bad-content',
      field: 'thing5',
      errcode: 47003,
      rid,
    })
    fault({ errcode: 45168 })
    expect(await mp.sendSubscribe(message)).toMatchObject({ kind: 'bad-content', field: undefined })
  })

  it.each([
    [45009, 'day'],
    [45011, 'minute'],
  ])('answered %i waits for the next %s', async (errcode, until) => {
    fault({ errcode })
    expect(await mp.sendSubscribe(aReminder())).toEqual({ kind: 'limited', until, errcode, rid })
  })

  it.each([
    ['hang', 'timeout'],
    ['reset-before', 'network'],
    ['500', 'server-error'],
    ['502html', 'server-error'],
    ['garbled', 'unreadable-answer'],
  ] as const)('met by %s may have been sent', async (action, why) => {
    fault({ action })
    const caller = action === 'hang' ? portWith({ timeoutMs: 150 }) : mp
    expect(await caller.sendSubscribe(aReminder())).toEqual({ kind: 'unknown-outcome', why })
  })

  it('for which no connection stands is certainly not sent', async () => {
    const server = createServer((_, response) =>
      response.setHeader('connection', 'close').end('{"access_token":"t","expires_in":7200}'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const caller = portWith({ baseUrl: `http://127.0.0.1:${port}` })
    await caller.sendQuota()
    await new Promise((resolve) => server.close(resolve))
    expect(await caller.sendSubscribe(aReminder())).toEqual({ kind: 'unreachable' })
    expect(await caller.sendQuota()).toEqual({ kind: 'unreachable' })
  })

  it('whose answer was lost was sent, and is not sent again by the port', async () => {
    const message = aReminder()
    fault({ action: 'reset-after' })
    expect((await mp.sendSubscribe(message)).kind).toBe('unknown-outcome')
    expect(messagesTo(message.openid)).toHaveLength(1)
  })

  it.each(['{}', '{"msgid":1}', '[]', '{"errcode":"0"}'])('answered %s may have been sent', async (body) => {
    const server = createServer((request, response) =>
      response.end(request.url?.includes('stable_token') ? '{"access_token":"t","expires_in":7200}' : body),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const sent = await portWith({ baseUrl: `http://127.0.0.1:${port}` }).sendSubscribe(aReminder())
    server.close()
    expect(sent).toEqual({ kind: 'unknown-outcome', why: 'unreadable-answer' })
  })
})

describe('the access token of a message', () => {
  it.each([40001, 40014, 42001])(
    'refused with %s is renewed once, and the message sent once',
    async (errcode) => {
      const message = aReminder()
      fault({ errcode })
      expect((await mp.sendSubscribe(message)).kind).toBe('ok')
      expect(messagesTo(message.openid)).toHaveLength(1)
      fault({ errcode, times: 2 })
      expect(await mp.sendSubscribe(aReminder())).toMatchObject({ kind: 'config', errcode })
    },
  )

  it.each(['hang', '500', 'reset-before', 'garbled'] as const)(
    'that cannot be had (%s) leaves no doubt that nothing was sent',
    async (action) => {
      const message = aReminder()
      emulator.control.fault({ match: 'stable_token', action })
      const sent = await portWith({ timeoutMs: 150 }).sendSubscribe(message)
      expect(sent).toEqual({ kind: 'unreachable' })
      expect(messagesTo(message.openid)).toEqual([])
    },
  )

  it('that WeChat is too busy to give leaves the message to be tried again', async () => {
    emulator.control.fault({ match: 'stable_token', action: 'errcode' })
    const sent = await portWith().sendSubscribe(aReminder())
    expect(sent).toEqual({ kind: 'busy', errcode: undefined, rid: undefined })
  })

  it('that is refused for a wrong secret is a matter of configuration', async () => {
    expect(await portWith({ secret: 'x' }).sendSubscribe(aReminder())).toMatchObject({
      kind: 'config',
      errcode: 40125,
    })
  })
})

describe('the templates of the account', () => {
  it('come with their fields, in order, and the values of an enum', async () => {
    const read = await mp.templates()
    if (read.kind !== 'ok') throw new Error(read.kind)
    expect(read.templates).toHaveLength(6)
    expect(read.templates[0]).toEqual({
      templateId: emulator.templateIds.bill,
      title: '物业账单通知',
      once: true,
      fields: [
        { key: 'thing1', label: '房屋信息', options: [] },
        { key: 'thing2', label: '收费项目', options: [] },
        { key: 'character_string3', label: '账单周期', options: [] },
        { key: 'amount4', label: '账单金额', options: [] },
        { key: 'date5', label: '缴费截止日期', options: [] },
      ],
    })
  })

  it('are read as the document writes them: with enums, lasting ones, and colons of either width', async () => {
    const before = emulator.control.templates()
    emulator.control.setTemplates([
      {
        priTmplId: 'T1',
        title: '洗衣机故障提醒',
        content: '完成时间:{{time1.DATA}}\n所在位置：{{enum_string2.DATA}}\n',
        example: '',
        type: 3,
        keywordEnumValueList: [{ keywordCode: 'enum_string2', enumValueList: ['客厅', '餐厅'] }],
      },
      { priTmplId: 'T2', title: '说不清的', content: '{{thing1}}', example: '', type: 2 },
    ])
    const read = await mp.templates()
    emulator.control.setTemplates(before)
    expect(read).toEqual({
      kind: 'ok',
      templates: [
        {
          templateId: 'T1',
          title: '洗衣机故障提醒',
          once: false,
          fields: [
            { key: 'time1', label: '完成时间', options: [] },
            { key: 'enum_string2', label: '所在位置', options: ['客厅', '餐厅'] },
          ],
        },
      ],
    })
  })

  it('cannot be had for a moment, or for want of permission', async () => {
    emulator.control.fault({ match: 'gettemplate', action: 'errcode', errcode: 48001 })
    expect(await mp.templates()).toEqual({ kind: 'config', errcode: 48001, rid })
    emulator.control.fault({ match: 'gettemplate', action: '500' })
    expect(await mp.templates()).toEqual({ kind: 'unknown-outcome', why: 'server-error' })
  })
})

describe('what is left of today', () => {
  it('is told, and is all there again on the next day in Shanghai', async () => {
    emulator.control.dailyLimit(2)
    await emulator.clock.set(new Date('2026-11-25T23:59:00+08:00'))
    expect(await mp.sendQuota()).toEqual({ kind: 'ok', dailyLimit: 2, used: 0, remain: 2 })
    await mp.sendSubscribe(aReminder())
    await mp.sendSubscribe(aReminder())
    expect(await mp.sendQuota()).toMatchObject({ used: 2, remain: 0 })
    expect(await mp.sendSubscribe(aReminder())).toMatchObject({ kind: 'limited', until: 'day' })
    await emulator.clock.advance(60_000)
    expect(await mp.sendQuota()).toMatchObject({ used: 0, remain: 2 })
    expect((await mp.sendSubscribe(aReminder())).kind).toBe('ok')
  })
})
