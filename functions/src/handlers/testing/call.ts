import { randomUUID } from 'node:crypto'
import { type FastifyInstance, fastify } from 'fastify'
import { authenticate } from '../../identity/index.ts'
import type { World } from '../../platform/context.ts'
import { useLazySchemas } from '../../platform/http/lazy-schemas.ts'
import { replyRefusal } from '../../platform/http/reply-refusal.ts'
import type { Serving } from '../../platform/http/serve.ts'

export interface Sent {
  /** The access token of whoever asks. */
  readonly token?: string
  readonly body?: object | Buffer | string
  /** The Idempotency-Key; one of its own unless given, none when null. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered<Body> {
  readonly status: number
  readonly body: Body
}

/** Asks as the network would: `call('POST /v1/session', { body })`. The answer's body is what the test says it is. */
export type Call = <Body = unknown>(request: `${string} /${string}`, sent?: Sent) => Promise<Answered<Body>>

/** An application that serves some contracts, assembled as the deployed one is, and called without a network. */
export async function callable(
  world: World,
  serveAll: (app: FastifyInstance, serving: Serving) => void,
): Promise<Call> {
  const app = fastify({ bodyLimit: 1_024 * 1_024 })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  useLazySchemas(app)
  app.setErrorHandler(replyRefusal(world))
  serveAll(app, { world, authenticate: authenticate(world) })
  await app.ready()

  return async <Body>(request: string, { token, body, key = randomUUID(), headers = {} }: Sent = {}) => {
    const [method, url = '/'] = request.split(' ')
    const reply = await app.inject({
      method: method as 'GET' | 'POST' | 'PUT' | 'DELETE',
      url,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== null && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    })
    return { status: reply.statusCode, body: reply.json<Body>() }
  }
}
