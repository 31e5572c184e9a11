import { createHash } from 'node:crypto'
import type { EndpointTable } from '@anjiao/shared/contract/endpoint'
import { Line, Nullable } from '@anjiao/shared/contract/schemas'
import { fastify } from 'fastify'
import { Type } from 'typebox'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, callable } from '../../handlers/testing/call.ts'
import { givenCommunity } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { World } from '../context.ts'
import { openDatabase } from '../database.ts'
import { logTo } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { useLazySchemas } from './lazy-schemas.ts'
import type { Caller, Routes } from './routes.ts'
import { serve } from './serve.ts'

const shelfApi = {
  'GET /v1/shelves/:shelf': {
    params: Type.Object({ shelf: Type.Integer({ minimum: 1 }) }),
    query: Type.Object({ full: Type.Optional(Type.Boolean()), words: Line(5) }),
    reply: Type.Object({ shelf: Type.Integer(), full: Nullable(Type.Boolean()) }),
    summary: 'A shelf',
  },
  'POST /v1/shelves/:shelf/books': {
    params: Type.Object({ shelf: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ title: Line(10), pages: Type.Integer() }),
    reply: Type.Object({ title: Type.String(), number: Type.Integer() }),
    summary: 'A book is put on a shelf',
  },
  'POST /v1/scans': {
    body: 'bytes',
    reply: Type.Object({ sha256: Type.String() }),
    summary: 'A scan is stored',
  },
  'POST /v1/bell': {
    body: Type.Object({}),
    reply: Type.Object({ rung: Type.Boolean() }),
    anonymous: true,
    summary: 'Anybody rings',
  },
} as const satisfies EndpointTable

const { world: bare, clock, appUrl } = await testWorld()
const lines: string[] = []
const world: World = { ...bare, log: logTo((line) => lines.push(line)) }
const given = await givenCommunity(world)
const [reader, neighbour] = [await given.person(), await given.person()]
const tokens = new Map<string, Caller>([
  ['reader', reader],
  ['neighbour', neighbour],
])

/** What putting a book on a shelf does beyond counting; each test may say. */
let onPut: () => Promise<void> = () => Promise.resolve()
let put = 0
beforeEach(() => {
  onPut = () => Promise.resolve()
  put = 0
})

const shelfRoutes: Routes<typeof shelfApi> = {
  'GET /v1/shelves/:shelf': ({ params, query, caller }) =>
    Promise.resolve({ shelf: params.shelf, full: query.full ?? null, readBy: caller.openid }),
  'POST /v1/shelves/:shelf/books': async ({ body }) => {
    const number = ++put
    await onPut()
    return { title: body.title, number, secret: 'not declared' }
  },
  'POST /v1/scans': ({ body }) =>
    Promise.resolve({ sha256: createHash('sha256').update(body).digest('hex') }),
  'POST /v1/bell': () => Promise.resolve({ rung: true }),
}

const served = (by: World = world): Promise<Call> =>
  callable(by, (app, serving) =>
    serve(
      app,
      {
        ...serving,
        authenticate: async (authorization) => {
          const caller = tokens.get(authorization?.slice('Bearer '.length) ?? '')
          if (!caller) throw new Refusal('not-signed-in')
          return caller
        },
      },
      shelfApi,
      shelfRoutes,
    ),
  )
const call = await served()

const book = { title: '红楼梦', pages: 1_600 }
const token = 'reader'
const refused = (status: number, code: string) => ({ status, body: { code } })
const putBook = (sent: Parameters<Call>[1] = {}, shelf = 1) =>
  call(`POST /v1/shelves/${shelf}/books`, { token, body: book, ...sent })

describe('an Idempotency-Key', () => {
  it.each([
    ['missing', null],
    ['too short', 'seven77'],
    ['too long', 'x'.repeat(65)],
    ['with a blank', 'with a blank in it'],
  ])('%s: a write is refused, and nothing done', async (_, key) => {
    expect(await putBook({ key })).toMatchObject(refused(400, 'idempotency-key-missing'))
    expect(put).toBe(0)
  })

  it('is not asked for where nothing is written, nor of people who have not signed in', async () => {
    expect(await call('GET /v1/shelves/1?words=a', { token, key: null })).toMatchObject({ status: 200 })
    expect(await call('POST /v1/bell', { body: {}, key: null })).toEqual({
      status: 200,
      body: { rung: true },
    })
  })

  it('seen again with the same content answers the stored reply, and the work is done once', async () => {
    const first = await putBook({ key: 'again-and-again' })
    expect(first).toEqual({ status: 200, body: { title: '红楼梦', number: 1 } })
    expect(await putBook({ key: 'again-and-again' })).toEqual(first)
    expect(await putBook({ key: 'another-intention' })).toMatchObject({ body: { number: 2 } })
    expect(put).toBe(2)
  })

  it('does the work once for eight requests at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => putBook({ key: 'eight-at-once' })))
    expect(put).toBe(1)
    for (const { status, body } of all)
      expect({ status, body }).toMatchObject(
        status === 200 ? { body: { number: 1 } } : refused(409, 'still-working'),
      )
  })

  it.each([
    ['another body', { body: { ...book, pages: 1 } }, 1],
    ['another path', {}, 2],
  ])('seen again with %s is refused', async (_, sent, shelf) => {
    const key = `other-content-${shelf}`
    await putBook({ key })
    expect(await putBook({ key, ...sent }, shelf)).toMatchObject(refused(422, 'idempotency-key-reused'))
    expect(put).toBe(1)
  })

  it('seen again with another endpoint or file is refused', async () => {
    const key = 'one-key-for-all'
    const scan = (bytes: string) =>
      call('POST /v1/scans', {
        token,
        key,
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      })
    expect(await scan('a page')).toMatchObject({ status: 200 })
    expect(await scan('a page')).toMatchObject({ status: 200 })
    expect(await scan('another page')).toMatchObject(refused(422, 'idempotency-key-reused'))
    expect(await putBook({ key })).toMatchObject(refused(422, 'idempotency-key-reused'))
  })

  it('belongs to one person: the same key of another is another', async () => {
    const key = 'same-key-by-chance'
    await putBook({ key })
    expect(await putBook({ key, token: 'neighbour', body: { ...book, pages: 9 } })).toMatchObject({
      status: 200,
    })
  })

  it('of a request still being worked on answers that it is', async () => {
    const key = 'slow-work'
    let finish = () => {}
    const begun = new Promise<void>((begin) => {
      onPut = () => {
        begin()
        return new Promise((resolve) => {
          finish = resolve
        })
      }
    })
    const first = putBook({ key })
    await begun
    expect(await putBook({ key })).toMatchObject(refused(409, 'still-working'))
    finish()
    expect(await first).toMatchObject({ status: 200 })
    expect(await putBook({ key })).toEqual(await first)
    expect(put).toBe(1)
  })

  it('of a request that died at work is taken up again after a minute', async () => {
    const key = 'died-at-work'
    const begun = new Promise<void>((begin) => {
      onPut = () => {
        begin()
        return new Promise(() => {})
      }
    })
    void putBook({ key })
    await begun
    onPut = () => Promise.resolve()
    clock.advance({ seconds: 60 })
    expect(await putBook({ key })).toMatchObject(refused(409, 'still-working'))
    clock.advance({ seconds: 1 })
    expect(await putBook({ key, body: { ...book, pages: 2 } })).toMatchObject(
      refused(422, 'idempotency-key-reused'),
    )
    expect(await putBook({ key })).toMatchObject({ status: 200, body: { number: 2 } })
  })

  it('of a request that failed is free again', async () => {
    const key = 'failed-before'
    onPut = () => Promise.reject(new Refusal('not-allowed'))
    expect(await putBook({ key })).toMatchObject(refused(403, 'not-allowed'))
    onPut = () => Promise.resolve()
    expect(await putBook({ key, body: { ...book, title: '西游记' } })).toMatchObject({ status: 200 })
  })
})

describe('a request', () => {
  it('without a token, or with a bad one, is asked to sign in', async () => {
    expect(await call('GET /v1/shelves/1?words=a')).toMatchObject(refused(401, 'not-signed-in'))
    expect(await putBook({ token: 'forged' })).toMatchObject(refused(401, 'not-signed-in'))
    expect(put).toBe(0)
  })

  it('has numbers and yes-or-no in its path and query read from text', async () => {
    const found = await call('GET /v1/shelves/12?full=true&words=a', { token })
    expect(found.body).toEqual({ shelf: 12, full: true })
  })

  it.each([
    ['a path that is no number', 'GET /v1/shelves/top?words=a', undefined, 'shelf 格式不对'],
    ['a query that lacks a field', 'GET /v1/shelves/1', undefined, 'words 没有填写'],
    ['text where a number belongs', 'POST /v1/shelves/1/books', { title: 'a', pages: '5' }, 'pages 格式不对'],
    [
      'a text too long',
      'POST /v1/shelves/1/books',
      { title: 'x'.repeat(11), pages: 5 },
      'title 太长，最多 10 个字',
    ],
    ['an empty text', 'POST /v1/shelves/1/books', { title: ' ', pages: 5 }, 'title 格式不对'],
    ['no body', 'POST /v1/shelves/1/books', undefined, '格式不对'],
  ] as const)('with %s is told which field is wrong', async (_, request, body, detail) => {
    const answer = await call<{ message: string }>(request, { token, ...(body && { body }) })
    expect(answer).toMatchObject(refused(400, 'bad-input'))
    expect(answer.body.message).toContain(detail)
    expect(put).toBe(0)
  })

  it('that is no JSON, or too large, is told so', async () => {
    const headers = { 'content-type': 'application/json' }
    expect(await putBook({ body: '{"title":', headers })).toMatchObject(refused(400, 'bad-input'))
    const large = JSON.stringify({ title: 'a', pages: 1, more: 'x'.repeat(1_100_000) })
    expect(await putBook({ body: large, headers })).toMatchObject(refused(413, 'too-large'))
  })

  it('with a file hands over its bytes as they came', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256))
    const answer = await call('POST /v1/scans', {
      token,
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(answer.body).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex') })
  })
})

describe('a reply', () => {
  it('carries declared fields only', async () => {
    expect((await putBook()).body).toEqual({ title: '红楼梦', number: 1 })
    expect((await call('GET /v1/shelves/3?words=a', { token })).body).toEqual({ shelf: 3, full: null })
  })

  it('that is a file comes as it is, for no cache to keep and no browser to take for something else', async () => {
    const app = fastify()
    const scanApi = {
      'GET /v1/scans/:name': {
        params: Type.Object({ name: Type.String() }),
        reply: 'bytes',
        anonymous: true,
        summary: 'A scan',
      },
    } as const satisfies EndpointTable
    const scan = { bytes: Uint8Array.of(0, 255, 10, 13, 128), contentType: 'image/png' }
    const scanRoutes: Routes<typeof scanApi> = {
      'GET /v1/scans/:name': ({ params: { name } }) =>
        Promise.resolve({ ...scan, ...(name !== 'page' && { fileName: name }) }),
    }
    useLazySchemas(app)
    serve(app, { world, authenticate: () => Promise.resolve(reader) }, scanApi, scanRoutes)

    const shown = await app.inject('/v1/scans/page')
    expect(shown.rawPayload).toEqual(Buffer.from(scan.bytes))
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    const saved = await app.inject(`/v1/scans/${encodeURIComponent('"协议".pdf')}`)
    expect(saved.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%22%E5%8D%8F%E8%AE%AE%22.pdf",
    )
  })

  it('to something unforeseen names a number to report, and the cause stands in the log alone', async () => {
    onPut = () => Promise.reject(new Error('the shelf broke under secret weight'))
    const { status, body } = await call<{ requestId: string; message: string }>('POST /v1/shelves/1/books', {
      token,
      body: book,
    })
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'unexpected', message: expect.stringContaining(body.requestId) })
    expect(JSON.stringify(body)).not.toContain('secret weight')
    expect(lines.at(-1)).toContain('secret weight')
    expect(lines.at(-1)).toContain(`"requestId":"${body.requestId}"`)
  })

  it('while the database is away says so, and that no money is lost', async () => {
    const url = appUrl.replace(/:\d+\//, ':1/')
    const away = await served({ ...world, database: openDatabase({ url, connections: 1 }) })
    const answer = await away('POST /v1/shelves/1/books', { token, body: book })
    expect(answer).toMatchObject({ ...refused(503, 'database-unavailable') })
  })
})
