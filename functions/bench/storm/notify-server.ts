import { createServer, type IncomingMessage } from 'node:http'
import { wechatpayNotify } from '../../src/handlers/wechatpay-notify.ts'
import { createWorld } from '../../src/handlers/world.ts'
import { readConfig } from '../../src/platform/config.ts'
import { postEvent } from '../harness/gateway-events.ts'
import { answer } from '../harness/in-process.ts'
import { listening, type NotifyServer } from '../harness/listening.ts'
import { benchClock } from '../harness/merchant.ts'

/** The deployed function with its log, one process; what a gateway does before it is kept to the event it hands over. */
answer(({ environment, connections }: NotifyServer) => {
  const notify = wechatpayNotify(createWorld(readConfig(environment), { clock: benchClock, connections }))
  const server = createServer((request, response) => {
    void take(request).then(({ statusCode = 200, body }) => response.writeHead(statusCode).end(body))
  })
  async function take(request: IncomingMessage) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    return notify(postEvent(request.url ?? '', request.headers, Buffer.concat(chunks)))
  }
  return listening(server)
})
