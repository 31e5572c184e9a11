import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMessagePush, type Pushed } from '../../platform/message-push/index.ts'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { type Emulator, frozenClock, type PushSettings, startEmulator } from './index.ts'
import { urlOf } from './server.ts'
import { noon } from './testing/merchant.ts'

interface Received {
  readonly query: URLSearchParams
  readonly text: string
  readonly read: Pushed
}

let emulator: Emulator
let server: Server
let received: Received[]
let answer: { status: number; text: string }

beforeEach(async () => {
  emulator = await startEmulator({ clock: frozenClock(noon) })
  const push = createMessagePush({
    appid: emulator.miniProgram.appid,
    ...emulator.messagePush,
    clock: emulator.clock,
  })
  received = []
  answer = { status: 200, text: 'success' }
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const query = new URL(request.url ?? '/', 'http://local').searchParams
      if (request.method === 'GET')
        return response.end(push.echo(Object.fromEntries(query)) ?? 'not from WeChat')
      const body = Buffer.concat(chunks)
      received.push({ query, text: body.toString(), read: push.read(Object.fromEntries(query), body) })
      return response.writeHead(answer.status).end(answer.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  pushTo({ url: `${urlOf(server)}/wechat/events` })
})
afterEach(async () => {
  await emulator.close()
  server.closeAllConnections()
  server.close()
})

const pushTo = (settings: PushSettings) => emulator.control.setPush(settings)
const ask = (tmplIds: string[], more: object = {}) =>
  emulator.control.subscribe({ openid: 'oZhang', tmplIds, ...more })
const wait = (ms = 0) => emulator.clock.advance(ms)
const events = () => received.map(({ read }) => (read.kind === 'event' ? read.event : read))

describe('what is pushed', () => {
  it.each(['json', 'xml'] as const)('is the answers of a dialog, one or several, in %s', async (format) => {
    pushTo({ url: `${urlOf(server)}/wechat/events`, format })
    const { bill, reminder } = emulator.templateIds
    ask([bill])
    ask([bill, reminder], { choice: { [bill]: 'accept' } })
    await wait()
    const told = { kind: 'answers', openid: 'oZhang', change: false, at: noon }
    expect(events()).toMatchObject([
      { ...told, answers: [{ templateId: bill, answer: 'accept' }] },
      {
        ...told,
        answers: [
          { templateId: bill, answer: 'accept' },
          { templateId: reminder, answer: 'reject' },
        ],
      },
    ])
    const [{ query, text } = { query: new URLSearchParams(), text: '' }] = received
    expect([...query.keys()].sort()).toEqual([
      'encrypt_type',
      'msg_signature',
      'nonce',
      'openid',
      'signature',
      'timestamp',
    ])
    expect(text).not.toContain(bill)
  })

  it.each(['json', 'xml'] as const)('is a message turned off in the settings, in %s', async (format) => {
    pushTo({ url: `${urlOf(server)}/wechat/events`, format })
    emulator.control.changeSettings({ openid: 'oZhang', templateId: 'T1', receive: false })
    emulator.control.changeSettings({ openid: 'oZhang', templateId: 'T1', receive: true })
    await wait()
    expect(events()).toMatchObject([
      { kind: 'answers', change: true, answers: [{ templateId: 'T1', answer: 'reject' }] },
    ])
  })

  it.each(['json', 'xml'] as const)('is what became of a message, a second later, in %s', async (format) => {
    pushTo({ url: `${urlOf(server)}/wechat/events`, format })
    const templateId = emulator.templateIds.answer
    ask([templateId])
    ask([templateId])
    emulator.control.failArrival({ errorCode: 5 })
    const mp = createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock })
    const data = {
      thing1: '困难减免申请',
      phrase2: '已通过',
      date3: '2026年11月23日',
      thing4: '点击查看详情',
    }
    const message = { openid: 'oZhang', templateId, page: 'pages/home/index', data }
    const sent = [await mp.sendSubscribe(message), await mp.sendSubscribe(message)]
    await wait()
    expect(events()).toHaveLength(2)
    await wait(1_100)
    expect(events().slice(2)).toMatchObject(
      sent.map((each, at) => ({
        kind: 'sent-results',
        results: [{ msgId: each.kind === 'ok' && each.msgId, templateId, errorCode: at === 0 ? '5' : '0' }],
      })),
    )
  })

  it('is, of answers that were kept, everything or nothing: the documents do not say', async () => {
    const { bill } = emulator.templateIds
    ask([bill], { always: true })
    ask([bill])
    pushTo({ url: `${urlOf(server)}/wechat/events`, keptAnswers: false })
    ask([bill])
    await wait()
    expect(events()).toHaveLength(2)
    expect(emulator.control.quota({ openid: 'oZhang', templateId: bill })).toBe(3)
  })

  it('is nothing without an address', async () => {
    pushTo({ url: null })
    ask([emulator.templateIds.bill])
    await wait()
    expect([received, emulator.control.pushes(), await emulator.control.tryPushAddress()]).toEqual([
      [],
      [],
      false,
    ])
  })
})

describe('a push', () => {
  it('tries the address first', async () => {
    expect(await emulator.control.tryPushAddress()).toBe(true)
    pushTo({ url: `${emulator.url}/__people` })
    expect(await emulator.control.tryPushAddress()).toBe(false)
  })

  it.each([
    [500, 'success'],
    [200, 'fail'],
  ])('that is answered %i %s comes three times more, five seconds apart', async (status, text) => {
    answer = { status, text }
    ask([emulator.templateIds.bill])
    await wait()
    await wait(4_999)
    expect(received).toHaveLength(1)
    await wait(1)
    expect(received).toHaveLength(2)
    await wait(60_000)
    expect(received).toHaveLength(4)
    expect(emulator.control.pushes()).toMatchObject([{ answers: [status, status, status, status] }])
  })

  it.each(['success', ''])('that is answered %j comes once', async (text) => {
    answer = { status: 200, text }
    ask([emulator.templateIds.bill])
    await wait(60_000)
    expect(received).toHaveLength(1)
  })

  it('may come three times at once, or get lost and come again', async () => {
    emulator.control.pushFault({ fault: 'duplicate' })
    ask([emulator.templateIds.bill])
    await wait()
    expect(new Set(events().map((event) => ('key' in event ? event.key : '')))).toHaveProperty('size', 1)
    expect(received).toHaveLength(3)
    emulator.control.pushFault({ fault: 'drop' })
    ask([emulator.templateIds.bill])
    await wait()
    expect(received).toHaveLength(3)
    await wait(5_000)
    expect(received).toHaveLength(4)
  })

  it.each([
    ['bad-signature', 'bad-signature'],
    ['foreign', 'foreign'],
    ['other-key', 'undecryptable'],
    ['plain', 'plain'],
  ] as const)('may be spoiled: %s', async (fault, kind) => {
    emulator.control.pushFault({ fault })
    ask([emulator.templateIds.bill])
    await wait()
    expect(received.map(({ read }) => read.kind)).toEqual([kind])
  })
})
