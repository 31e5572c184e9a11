import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Server } from './network.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Serves the built pages on a free port of this machine, with a scripted API, for looking at them in a browser. */
export async function serveH5(
  dist: string,
  api: Server,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const answering = path.startsWith('/v1/') ? answerApi(request, api) : readPage(dist, path)
    answering.then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answerApi(request: IncomingMessage, api: Server) {
  const { body } = await api({
    method: request.method ?? 'GET',
    origin: '',
    path: request.url ?? '/',
    header: {},
    body: undefined,
  })
  return { type: 'application/json', body: JSON.stringify(body) }
}

async function readPage(dist: string, path: string) {
  const file = path === '/' || path.startsWith('/?') ? '/index.html' : normalize(path)
  return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(join(dist, file)) }
}
