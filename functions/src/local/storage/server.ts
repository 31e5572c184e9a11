import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../../platform/clock.ts'
import { objectBytesMax } from '../../platform/storage/storage.ts'
import { type AccessKey, checkPayload, checkSignature } from './check-signature.ts'
import { verdictOn } from './content-check-stand-in.ts'
import { isKey, type Objects } from './objects.ts'
import { errorXml, S3Error } from './s3-error.ts'
import type { Claim, Incoming } from './signed-request.ts'

export const bucketPath = '/anjiao'
export const contentCheckPath = '/__content-check'

export interface Serving {
  readonly objects: Objects
  readonly key: AccessKey
  readonly clock: Clock
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

/** Answers as S3 does, for one bucket, to any page of a browser (CORS); beside it the content check's stand-in. */
export const createStorageServer = (serving: Serving): Server =>
  createServer((request, response) => {
    answer(serving, request)
      .catch(asAnswer)
      .then((answered) => write(response, answered))
      .catch(() => response.destroy())
  })

async function answer(serving: Serving, request: IncomingMessage): Promise<Answer> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  if (path === contentCheckPath) {
    const verdict = verdictOn(await bodyOf(request))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(verdict),
    }
  }
  if (request.method === 'OPTIONS') return { status: 200 }
  const { method = '', headers } = request
  const incoming: Incoming = { method, path, query: new URLSearchParams(query), headers }
  const claim = checkSignature(incoming, serving.key, serving.clock)
  return carryOut(serving, request, keyIn(path), claim)
}

async function carryOut(
  { objects }: Serving,
  request: IncomingMessage,
  key: string,
  claim: Claim,
): Promise<Answer> {
  switch (request.method) {
    case 'PUT': {
      const bytes = await bodyOf(request)
      checkPayload(claim, bytes)
      await objects.put(key, {
        bytes,
        contentType: request.headers['content-type'] ?? 'binary/octet-stream',
      })
      return { status: 200 }
    }
    case 'GET': {
      const found = await objects.get(key)
      if (!found) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist')
      return { status: 200, headers: { 'content-type': found.contentType }, body: found.bytes }
    }
    case 'DELETE':
      await objects.remove(key)
      return { status: 204 }
    default:
      throw new S3Error(405, 'MethodNotAllowed', 'The method is not allowed here')
  }
}

function keyIn(path: string): string {
  const key = path.startsWith(`${bucketPath}/`) ? decodeURIComponent(path.slice(bucketPath.length + 1)) : ''
  if (!isKey(key)) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist')
  return key
}

/** Reads a body no longer than anything we store. Its length must be said beforehand. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const length = request.headers['content-length']
  if (length === undefined) throw new S3Error(411, 'MissingContentLength', 'The length must be given')
  if (Number(length) > objectBytesMax) throw new S3Error(400, 'EntityTooLarge', 'The upload is too large')
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function asAnswer(error: unknown): Answer {
  const told =
    error instanceof S3Error ? error : new S3Error(500, 'InternalError', 'The local storage failed')
  // What is still on its way is not read.
  const headers = { 'content-type': 'application/xml', connection: 'close' }
  return { status: told.status, headers, body: errorXml(told) }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': '*',
    'access-control-max-age': '600',
    ...headers,
  })
  response.end(body)
}
