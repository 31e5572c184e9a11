import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import { keysIn } from '../local/emulator/keys.ts'
import { echoQuery, messageText, type Spoiled, type Told, writePush } from '../local/emulator/push-message.ts'
import { testWorld } from '../local/testing/world.ts'
import { asSystem, type World } from '../platform/context.ts'
import { logTo } from '../platform/log.ts'
import { createMessagePush } from '../platform/message-push/index.ts'
import { keepInOrder } from './upkeep.ts'
import { type PushedEvents, wechatEvents } from './wechat-events.ts'

const { world: bare, clock } = await testWorld()
const keys = await keysIn(undefined, clock.now())
const { appid, push: messagePush } = keys
const lines: string[] = []
const world: World = {
  ...bare,
  log: logTo((line) => lines.push(line)),
  messagePush: createMessagePush({ appid, ...messagePush, clock }),
  settings: { ...bare.settings, appid },
}

let noted: unknown[]
let breaks = false
beforeEach(() => {
  noted = []
  lines.length = 0
  breaks = false
})

/** Notes what it is told in the very transaction: by a row that is there only after a commit. */
const deeds: PushedEvents = {
  noteAnswers: async ({ tx }, told) => {
    await tx.run`insert into wechat_event (key, event, taken_in_at) values (${`deed ${noted.length} ${told.openid}`}, 'deed', ${told.at})`
    noted.push(told)
    if (breaks) throw new Error('the books are closed')
  },
  noteSendResult: async (_, result) => {
    noted.push(result)
  },
}
const handler = wechatEvents(world, deeds)

interface Call {
  readonly method?: string
  readonly query?: string
  readonly body?: Buffer
}

/** The same call as the two kinds of gateway hand it over. */
const gateways: Record<string, (call: Call) => APIGatewayProxyEvent | APIGatewayProxyEventV2> = {
  'API Gateway v2': ({ method = 'POST', query = '', body }) =>
    ({
      version: '2.0',
      rawPath: '/wechat/events',
      rawQueryString: query,
      headers: {},
      body: body?.toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method } },
    }) as unknown as APIGatewayProxyEventV2,
  'API Gateway v1': ({ method = 'POST', query = '', body }) =>
    ({
      httpMethod: method,
      path: '/wechat/events',
      headers: {},
      queryStringParameters: query ? Object.fromEntries(new URLSearchParams(query)) : null,
      body: body?.toString() ?? null,
      isBase64Encoded: false,
    }) as unknown as APIGatewayProxyEvent,
}

let openids = 0
const aPopup = (change: Partial<Extract<Told, { kind: 'popup' | 'change' }>> = {}): Told => {
  openids += 1
  return {
    kind: 'popup',
    openid: `oPerson${openids}`,
    answers: [{ templateId: 'T1', status: 'accept' }],
    ...change,
  }
}
function pushed(
  told: Told,
  { format = 'json', ...spoiled }: Spoiled & { format?: 'json' | 'xml' } = {},
): Call {
  const text = messageText(told, clock.now(), format)
  const { url, body } = writePush(
    keys,
    { url: 'https://local/', format, openid: told.openid },
    text,
    clock.now(),
    spoiled,
  )
  return { query: new URL(url).search.slice(1), body }
}

describe.each(Object.entries(gateways))('behind %s', (_, gateway) => {
  const call = async (given: Call) => {
    const { statusCode, body } = await handler(gateway(given))
    return [statusCode, body]
  }

  it('echoes when WeChat tries the address, and nobody else', async () => {
    const query = echoQuery(keys, '4375120948345356249', clock.now())
    expect(await call({ method: 'GET', query: query.toString() })).toEqual([200, '4375120948345356249'])
    query.set('signature', '0'.repeat(40))
    expect(await call({ method: 'GET', query: query.toString() })).toEqual([401, 'not signed'])
    expect(await call({ method: 'GET' })).toEqual([401, 'not signed'])
  })

  it.each(['json', 'xml'] as const)('notes what somebody answered, in %s', async (format) => {
    const told = aPopup()
    expect(await call(pushed(told, { format }))).toEqual([200, 'success'])
    expect(noted).toEqual([
      {
        appid,
        openid: told.openid,
        at: clock.now(),
        answers: [{ templateId: 'T1', answer: 'accept' }],
        toldBy: 'wechat',
        change: false,
      },
    ])
  })

  it('notes what became of a message', async () => {
    const msgId = `18643237264612${openids}5681`
    openids += 1
    const told: Told = { kind: 'sent', openid: 'oZhang', templateId: 'T1', msgId, errorCode: 7 }
    expect(await call(pushed(told))).toEqual([200, 'success'])
    expect(noted).toEqual([
      {
        appid,
        openid: 'oZhang',
        at: clock.now(),
        templateId: 'T1',
        providerId: msgId,
        arrived: false,
        code: '7',
      },
    ])
  })

  it.each<[number, string, Spoiled]>([
    [401, 'not signed', { signature: true }],
    [403, 'refused', { plain: true }],
    [403, 'refused', { appid: 'wx0000000000000000' }],
    [500, 'try again', { aesKey: 'B'.repeat(43) }],
  ])('answers %i to a push that is not as it should be, and notes nothing', async (status, body, spoiled) => {
    expect(await call(pushed(aPopup(), spoiled))).toEqual([status, body])
    expect(noted).toEqual([])
  })

  it('answers what it cannot read with a refusal, and what nobody reads with success', async () => {
    expect(await call({ query: pushed(aPopup()).query ?? '', body: Buffer.from('<html>') })).toEqual([
      400,
      'no message',
    ])
    expect(await call({})).toEqual([401, 'not signed'])
    expect(await call(pushed(aPopup({ answers: [] })))).toEqual([200, 'success'])
  })
})

describe('once', () => {
  const call = (given: Call) => handler(gateways['API Gateway v2']?.(given) as APIGatewayProxyEventV2)

  it('is an event taken in, however often it comes, also at once', async () => {
    const told = aPopup()
    const answers = await Promise.all([1, 2, 3, 4].map(() => call(pushed(told))))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
    expect((await call(pushed(told, { format: 'xml' }))).statusCode).toBe(200)
    expect(noted).toHaveLength(1)
  })

  it('but a later answer of the same person is another event, and so is one about something else', async () => {
    const told = aPopup()
    await call(pushed(told))
    await call(pushed({ ...told, answers: [{ templateId: 'T2', status: 'accept' }] } as Told))
    clock.advance({ seconds: 1 })
    await call(pushed(told))
    expect(noted).toHaveLength(3)
  })

  it('is taken in with what follows from it or not at all, and then WeChat is asked to repeat it', async () => {
    const told = aPopup()
    breaks = true
    expect(await call(pushed(told))).toMatchObject({ statusCode: 500, body: 'try again' })
    const rows = await asSystem(
      world,
      'test',
      ({ tx }) => tx.rows`select 1 from wechat_event where key like ${`%${told.openid}%`}`,
    )
    expect(rows).toEqual([])
    breaks = false
    expect((await call(pushed(told))).statusCode).toBe(200)
    expect(noted).toHaveLength(2)
  })

  it('is remembered longer than a push may be old, and then forgotten', async () => {
    const told = aPopup()
    const push = pushed(told)
    await call(push)
    clock.advance({ days: 6 })
    await keepInOrder(world, new Date(clock.now().getTime() + 60_000))
    expect((await call(push)).statusCode).toBe(401)
    clock.advance({ days: 2 })
    await keepInOrder(world, new Date(clock.now().getTime() + 60_000))
    const rows = await asSystem(
      world,
      'test',
      ({ tx }) => tx.rows`select 1 from wechat_event where key like ${`%${told.openid}%`}`,
    )
    expect(rows).toEqual([])
  })

  it('nobody is named in the log', async () => {
    const told = aPopup()
    breaks = true
    await call(pushed(told))
    await call(pushed(told, { signature: true }))
    await call(pushed(told, { plain: true }))
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join()).not.toMatch(new RegExp(`${told.openid}|${messagePush.token}`))
  })
})
