import type { Endpoint, EndpointTable, FileReply } from '@anjiao/shared/contract/endpoint'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { World } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { once } from './idempotency.ts'
import type { Caller, Routes } from './routes.ts'

export interface Serving {
  readonly world: World
  /** Who sent a request, by its Authorization header; throws `not-signed-in`. */
  readonly authenticate: (authorization: string | undefined) => Promise<Caller>
}

/** Serves a contract: each endpoint checks its request by schema, knows its caller, and answers only declared fields. */
export function serve<Table extends EndpointTable>(
  app: FastifyInstance,
  serving: Serving,
  table: Table,
  routes: Routes<Table>,
): void {
  for (const [key, endpoint] of Object.entries<Endpoint>(table)) {
    const [method, url] = key.split(' ') as [HTTPMethods, string]
    const answer = routes[key as keyof Table] as (request: object) => Promise<unknown>
    app.route({
      method,
      url,
      schema: {
        ...(endpoint.params && { params: endpoint.params }),
        ...(endpoint.query && { querystring: endpoint.query }),
        ...(endpoint.body && endpoint.body !== 'bytes' && { body: endpoint.body }),
        ...(endpoint.reply !== 'bytes' && { response: { 200: endpoint.reply } }),
      },
      handler: async (request, reply) => {
        const answered = await handle(serving, endpoint, key, request, answer)
        return isFile(endpoint, answered) ? sendFile(reply, answered) : answered
      },
    })
  }
}

const isFile = (endpoint: Endpoint, _answered: unknown): _answered is FileReply => endpoint.reply === 'bytes'

/** Nobody between us and its reader may keep it, and no browser may take it for anything but what we say it is. */
function sendFile(reply: FastifyReply, { bytes, contentType, fileName }: FileReply): FastifyReply {
  const disposition =
    fileName === undefined ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
  return reply
    .headers({
      'content-type': contentType,
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

async function handle(
  { world, authenticate }: Serving,
  endpoint: Endpoint,
  route: string,
  request: FastifyRequest,
  answer: (request: object) => Promise<unknown>,
): Promise<unknown> {
  const { params, query, body, headers } = request
  const idempotencyKey = String(headers['idempotency-key'] ?? '')
  const askedFrom = `${headers['user-agent'] ?? ''}`.slice(0, 200)
  const asked = { world, params, query, body, idempotencyKey, askedFrom }
  if (holdsNul(params, query, body)) throw new Refusal('bad-input', { detail: '内容里有看不见的字符' })
  if (endpoint.body === 'bytes' && !(body instanceof Uint8Array)) {
    throw new Refusal('bad-input', { detail: '没有收到文件' })
  }
  if (endpoint.anonymous) return answer(asked)

  const caller = await authenticate(headers.authorization)
  if (request.method === 'GET' || endpoint.unstored) return answer({ ...asked, caller })
  if (!/^[\w-]{8,64}$/.test(idempotencyKey)) throw new Refusal('idempotency-key-missing')
  const intention = {
    personId: caller.personId,
    key: idempotencyKey,
    route: `${route} ${JSON.stringify({ params, query })}`,
    body,
  }
  return once(world, intention, () => answer({ ...asked, caller }))
}

/** A zero character, which no keyboard types and PostgreSQL keeps in no text. */
const holdsNul = (...parts: readonly unknown[]): boolean =>
  parts.some((part) => !(part instanceof Uint8Array) && (JSON.stringify(part) ?? '').includes('\\u0000'))
