import { createServer } from 'node:http'
import { wechatpayNotify } from '../../src/handlers/wechatpay-notify.ts'
import { gatewayEvent } from '../../src/local/gateway-event.ts'
import { answer } from '../harness/in-process.ts'
import { listening, type NotifyServer } from '../harness/listening.ts'
import { benchWorld } from '../harness/world.ts'

/** The deployed function behind the local gateway, one process, as `npm start` runs it. */
answer(({ environment, connections }: NotifyServer) => {
  const notify = wechatpayNotify(benchWorld(environment, connections))
  const server = createServer((request, response) => {
    void gatewayEvent(request, 1_000_000)
      .then(notify)
      .then(({ statusCode = 200, body }) => response.writeHead(statusCode).end(body))
  })
  return listening(server)
})
