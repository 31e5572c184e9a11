import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { refusalSentence } from '@anjiao/shared/refusals'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { apiHandler } from '../handlers/api.ts'
import { papersHandler, papersPath } from '../handlers/documents.ts'
import { pushedEvents } from '../handlers/pushed-events.ts'
import { wechatEvents } from '../handlers/wechat-events.ts'
import { wechatpayNotify } from '../handlers/wechatpay-notify.ts'
import { eventsPath, notifyPath } from '../handlers/world.ts'
import type { World } from '../platform/context.ts'
import { BodyTooLarge, gatewayEvent } from './gateway-event.ts'

/** What a gateway in the cloud takes at most is less; the API itself refuses above 20 MB with a sentence of its own. */
const bodyBytesMax = 21 * 1_024 * 1_024

/** Serves the deployed functions and the built pages on one address of this machine, the functions by the same events as in the cloud. */
export async function startServer(world: World, port: number, pages: string): Promise<Server> {
  const api = apiHandler(world)
  const papers = papersHandler(world)
  const notify = wechatpayNotify(world)
  const events = wechatEvents(world, pushedEvents)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    if (path.startsWith(notifyPath))
      return reply(response, await notify(await gatewayEvent(request, bodyBytesMax)))
    if (path === eventsPath) return reply(response, await events(await gatewayEvent(request, bodyBytesMax)))
    if (!path.startsWith('/v1/')) return servePage(response, pages, path)
    const answering = path.startsWith(papersPath) ? papers : api
    const result = await answering(await gatewayEvent(request, bodyBytesMax), {})
    return reply(response, result as APIGatewayProxyStructuredResultV2)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const tooLarge = error instanceof BodyTooLarge
      if (!tooLarge) world.log.error('the local server failed', error)
      const code = tooLarge ? 'too-large' : 'unexpected'
      reply(response, {
        statusCode: tooLarge ? 413 : 500,
        headers: { 'content-type': 'application/json; charset=utf-8', connection: 'close' },
        body: JSON.stringify({
          code,
          message: refusalSentence(code, { limit: '20 MB' }),
          requestId: 'local',
        }),
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

function reply(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  response.writeHead(result.statusCode ?? 200, { ...result.headers } as Record<string, string>)
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** Page addresses live behind `#`, so every path that is no file is the first page. */
async function servePage(response: ServerResponse, folder: string, path: string): Promise<void> {
  const wanted = join(folder, normalize(decodeURIComponent(path)))
  const isFile =
    wanted.startsWith(folder) &&
    (await stat(wanted).then(
      (found) => found.isFile(),
      () => false,
    ))
  const file = isFile ? wanted : join(folder, 'index.html')
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': /\.[0-9a-f]{8,}\./.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(file)
    .on('error', () => response.end())
    .pipe(response)
}
