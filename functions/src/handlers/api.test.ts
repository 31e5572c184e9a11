import { describe, expect, it } from 'vitest'
import { photoLink } from '../evidence/index.ts'
import { photographers } from '../evidence/testing/photographers.ts'
import { jpeg } from '../evidence/testing/pictures.ts'
import { inCommunity } from '../platform/context.ts'
import { openDatabase } from '../platform/database.ts'
import { apiHandler } from './api.ts'

const { world, given, somebody } = await photographers()
const handler = apiHandler(world)

interface Answer {
  statusCode: number
  body: string
  isBase64Encoded?: boolean
  headers: Record<string, string>
}

/** The same request as the two kinds of gateway hand it over. */
const gateways = {
  'API Gateway v2': (method: string, path: string, headers: object = {}, body?: string) => ({
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers,
    body,
    isBase64Encoded: false,
    requestContext: { http: { method, path, sourceIp: '127.0.0.1' } },
  }),
  'API Gateway v1': (method: string, path: string, headers: object = {}, body?: string) => ({
    httpMethod: method,
    path,
    headers,
    multiValueHeaders: {},
    queryStringParameters: null,
    body,
    isBase64Encoded: false,
    requestContext: { identity: { sourceIp: '127.0.0.1' } },
  }),
}

describe.each(Object.entries(gateways))('behind %s', (_, event) => {
  const ask = async (method: string, path: string, headers?: object, body?: string) =>
    (await handler(event(method, path, headers, body), {})) as Answer

  it('answers an open endpoint', async () => {
    const { statusCode, body, headers } = await ask('GET', '/v1/client-config')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain('application/json')
    expect(JSON.parse(body)).toEqual({ peoplePageUrl: null, cashierUrl: null, subscribePageUrl: null })
  })

  it('asks who does not say who they are to sign in', async () => {
    const { statusCode, body } = await ask('GET', '/v1/me')
    expect(statusCode).toBe(401)
    expect(JSON.parse(body)).toMatchObject({ code: 'not-signed-in', message: '登录已过期，请重新登录。' })
  })

  it('names the field that is wrong', async () => {
    const { statusCode, body } = await ask(
      'POST',
      '/v1/session',
      { 'content-type': 'application/json' },
      '{}',
    )
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('code 没有填写'),
    })
  })

  it('answers an unknown path with a sentence', async () => {
    const { statusCode, body } = await ask('GET', '/v1/nothing-here')
    expect(statusCode).toBe(404)
    expect(JSON.parse(body)).toMatchObject({ code: 'not-found' })
  })

  it('answers a picture as the bytes it is', async () => {
    const owner = await somebody()
    const photoId = await owner.takes()
    const subject = `dispute:${photoId}`
    await owner.attaches([photoId], subject)
    const actor = { kind: 'person', personId: owner.caller.personId } as const
    const { url } = await inCommunity(world, given.community, actor, (ctx) =>
      photoLink(ctx, world.settings, subject, photoId),
    )
    const { statusCode, body, headers, isBase64Encoded } = await ask('GET', url)
    expect({ statusCode, isBase64Encoded }).toEqual({ statusCode: 200, isBase64Encoded: true })
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' })
    expect(Buffer.from(body, 'base64')).toEqual(jpeg)
    expect(JSON.parse((await ask('GET', `${url}x`)).body)).toMatchObject({ code: 'not-found' })
  })

  it('leaves the event as it was', async () => {
    const request = event('GET', '/v1/client-config')
    const before = structuredClone(request)
    await handler(request, {})
    expect(request).toEqual(before)
  })
})

it('says that the system is being maintained when the database is down, and nothing else', async () => {
  const database = openDatabase({ url: 'postgres://anjiao_app@127.0.0.1:1/none', connections: 1 })
  const answer = (await apiHandler({ ...world, database })(
    gateways['API Gateway v2']('GET', '/v1/communities'),
    {},
  )) as Answer
  await database.close()
  expect(answer.statusCode).toBe(503)
  expect(answer.body).not.toContain('127.0.0.1')
})
