import { connect, type Socket } from 'node:net'
import type { SignedNotice } from '../../src/local/emulator/notice.ts'

export interface Storm {
  readonly perSecond: number
  readonly latenciesMs: readonly number[]
}

/** Notices as the bytes of HTTP requests, made before the clock runs. */
export const asRequests = (notices: readonly SignedNotice[], path: string): Buffer[] =>
  notices.map(({ headers, body }) => {
    const all = {
      host: '127.0.0.1',
      connection: 'keep-alive',
      'content-length': String(body.length),
      ...headers,
    }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body])
  })

/**
 * Posts all requests over a number of connections, each with one under way. Written on sockets, because the storm
 * shares the machine with what it measures. Throws unless every answer is 204.
 */
export async function postStorm(
  port: number,
  requests: readonly Buffer[],
  connections: number,
): Promise<Storm> {
  const posters = await Promise.all(Array.from({ length: connections }, () => openPoster(port)))
  const latenciesMs: number[] = []
  const left = requests.values()
  const start = performance.now()
  await Promise.all(
    posters.map(async ({ post }) => {
      for (let next = left.next(); !next.done; next = left.next()) {
        const sent = performance.now()
        const status = await post(next.value)
        if (status !== 204) throw new Error(`a notice was answered ${status}`)
        latenciesMs.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  for (const { socket } of posters) socket.destroy()
  return { perSecond: requests.length / seconds, latenciesMs }
}

interface Poster {
  readonly socket: Socket
  /** Sends a request and answers the status that comes back. */
  readonly post: (request: Buffer) => Promise<number>
}

async function openPoster(port: number): Promise<Poster> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect({ host: '127.0.0.1', port, noDelay: true }, () => resolve(opened))
    opened.once('error', reject)
  })
  let answered = (_status: number) => {}
  let broke = (_why: Error) => {}
  // Our servers answer a notice that they take with a head alone, in one piece.
  socket.on('data', (answer) => answered(Number(answer.toString('latin1', 9, 12))))
  socket.on('close', () => broke(new Error('the connection was closed')))
  return {
    socket,
    post: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve
        broke = reject
        socket.write(request)
      }),
  }
}
