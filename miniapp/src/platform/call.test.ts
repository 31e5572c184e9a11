import { beforeEach, expect, test, vi } from 'vitest'
import { call } from './call'
import { RequestFailed } from './failure'
import { keepSession } from './session'

interface Sent {
  method: string
  url: string
  header: Record<string, string>
  data?: unknown
}

const storage = new Map<string, unknown>()
const sent: Sent[] = []
let server: (request: Sent) => { statusCode: number; data: unknown }

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    login: () => Promise.resolve({ code: 'login-code' }),
    request: async (request: Sent) => {
      sent.push(request)
      await Promise.resolve()
      return server(request)
    },
  },
}))

const me = { personId: 1, phoneMasked: null, households: [], applications: [], staff: [] }
const session = { accessToken: 'fresh', refreshToken: 'next', expiresInSeconds: 600 }
const refusal = (code: string) => ({ code, message: `${code} 的说明`, requestId: 'r-1' })

beforeEach(() => {
  storage.clear()
  sent.length = 0
})

/** A server that knows the token `fresh` and sells it for the refresh token `good` or the code `login-code`. */
const strict = ({ url, header, data }: Sent) => {
  if (url === '/v1/session') return { statusCode: 200, data: session }
  if (url === '/v1/session/refresh') {
    const good = JSON.stringify(data).includes('good')
    return good ? { statusCode: 200, data: session } : { statusCode: 401, data: refusal('not-signed-in') }
  }
  const known = header.authorization === 'Bearer fresh'
  return known ? { statusCode: 200, data: me } : { statusCode: 401, data: refusal('not-signed-in') }
}

test('whoever is not signed in is signed in silently first', async () => {
  server = strict

  expect(await call('GET /v1/me', {})).toEqual(me)
  expect(sent.map(({ url }) => url)).toEqual(['/v1/session', '/v1/me'])
})

test('a session that has ended is renewed once, and the same request is sent again', async () => {
  keepSession({ accessToken: 'stale', refreshToken: 'good' })
  server = strict

  expect(await call('GET /v1/me', {})).toEqual(me)
  expect(sent.map(({ url }) => url)).toEqual(['/v1/me', '/v1/session/refresh', '/v1/me'])
})

test('several requests at once share one renewal', async () => {
  keepSession({ accessToken: 'stale', refreshToken: 'good' })
  server = strict

  await Promise.all([call('GET /v1/me', {}), call('GET /v1/me', {}), call('GET /v1/me', {})])

  expect(sent.filter(({ url }) => url === '/v1/session/refresh')).toHaveLength(1)
})

test('a refresh token that is no longer good gives way to a silent login', async () => {
  keepSession({ accessToken: 'stale', refreshToken: 'spent' })
  server = strict

  expect(await call('GET /v1/me', {})).toEqual(me)
  expect(sent.filter(({ url }) => url === '/v1/session')).toHaveLength(1)
})

test('a session is not thrown away because the network failed while it was renewed', async () => {
  keepSession({ accessToken: 'stale', refreshToken: 'good' })
  server = (request) => {
    if (request.url === '/v1/session/refresh') throw Object.assign(new Error(), { errMsg: 'request:fail' })
    return strict(request)
  }

  await expect(call('GET /v1/me', {})).rejects.toMatchObject({ failure: { code: 'offline' } })
  expect(storage.size).toBe(1)
})

test('a retry of a write after renewal carries the same Idempotency-Key', async () => {
  keepSession({ accessToken: 'stale', refreshToken: 'good' })
  server = strict

  await call('POST /v1/me/phone', { body: { code: 'phone-code' } })

  const keys = sent.filter(({ url }) => url === '/v1/me/phone').map(({ header }) => header['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(keys[0]).toMatch(/^[\w-]{8,64}$/)
  expect(keys[1]).toBe(keys[0])
})

test('path and query are filled in and escaped', async () => {
  keepSession({ accessToken: 'fresh', refreshToken: 'good' })
  server = strict

  await call('GET /v1/device/:userCode', { params: { userCode: 'A B/C' } })
  expect(sent[0]?.url).toBe('/v1/device/A%20B%2FC')
})

test('a file goes as its own bytes and nothing around them', async () => {
  keepSession({ accessToken: 'fresh', refreshToken: 'good' })
  server = strict
  const whole = new Uint8Array([9, 1, 2, 3, 9])

  await call('POST /v1/staff/communities/:communityId/rolls', {
    params: { communityId: Object.assign(1, { __brand: 'CommunityId' as const }) },
    query: { fileName: '名册.xlsx' },
    body: whole.subarray(1, 4),
  })

  expect(sent[0]?.header['content-type']).toBe('application/octet-stream')
  expect(new Uint8Array(sent[0]?.data as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3]))
})

test.each([
  [
    'a refusal, in the words of the server',
    { statusCode: 403, data: refusal('not-allowed') },
    'not-allowed',
    false,
  ],
  [
    'a fault of the server, after which nobody knows',
    { statusCode: 500, data: refusal('unexpected') },
    'unexpected',
    true,
  ],
  [
    'an answer of somebody else, such as a hotel’s login page',
    { statusCode: 502, data: '<html>' },
    'not-understood',
    true,
  ],
])('fails with %s', async (_, reply, code, unsure) => {
  keepSession({ accessToken: 'fresh', refreshToken: 'good' })
  server = () => reply

  const failed = await call('GET /v1/me', {}).catch((error: unknown) => error)

  expect(failed).toBeInstanceOf(RequestFailed)
  expect(failed).toMatchObject({ failure: { code, unsure } })
})

test.each([
  ['offline', 'request:fail net::ERR_INTERNET_DISCONNECTED'],
  ['too-slow', 'request:fail timeout'],
])('is %s when WeChat says “%s”', async (code, errMsg) => {
  keepSession({ accessToken: 'fresh', refreshToken: 'good' })
  server = () => {
    throw Object.assign(new Error(errMsg), { errMsg })
  }

  await expect(call('GET /v1/me', {})).rejects.toMatchObject({ failure: { code, unsure: true } })
})
