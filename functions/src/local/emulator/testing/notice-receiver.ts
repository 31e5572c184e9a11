import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One notice as it reached the merchant. */
export interface Received {
  readonly headers: Record<string, string>
  readonly body: Buffer
}

export interface NoticeReceiver {
  readonly notifyUrl: string
  /** Each with the path that it came to. */
  readonly received: (Received & { readonly path: string })[]
  close(): Promise<void>
}

/** A merchant's notify URL for tests: keeps what it gets, and answers as told. */
export async function receiveNotices(answer: (notice: Received) => number): Promise<NoticeReceiver> {
  const received: NoticeReceiver['received'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const notice = { path: request.url ?? '', headers, body: Buffer.concat(chunks) }
      received.push(notice)
      response.writeHead(answer(notice)).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    notifyUrl: `http://127.0.0.1:${address.port}/wechatpay/notify`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
