import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, bodyBytes, type Exchange, readExchange } from './exchange.ts'
import { carryOut, type Ending, signed } from './faults.ts'
import { answerMiniProgram, isOpenPlatform } from './open-platform.ts'
import { answerMerchant } from './pay-interfaces.ts'
import { answerSms, isTencentCloud } from './sms-interface.ts'
import type { World } from './world.ts'

/** What stands beside WeChat's own hosts: control and pages, each by the beginning of its path. */
export type SideDoor = (exchange: Exchange) => Answer | Promise<Answer>
type SideDoors = ReadonlyMap<string, SideDoor>

/** One HTTP server on this machine: WeChat's hosts and the SMS carrier's, whose paths do not collide, and the side doors. */
export async function serve(world: World, sideDoors: SideDoors, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    void readExchange(request)
      .then((exchange) => (exchange ? end(world, sideDoors, exchange) : { status: 413 }))
      .catch((error: unknown) => ({ status: 500, body: `emulator fault: ${String(error)}` }))
      .then((ending) => write(response, ending))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

export function urlOf(server: Server): string {
  const address = server.address()
  if (!isAddress(address)) throw new Error('the emulator is not listening')
  return `http://127.0.0.1:${address.port}`
}

const isAddress = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

async function end(world: World, sideDoors: SideDoors, exchange: Exchange): Promise<Ending> {
  for (const [beginning, open] of sideDoors) {
    if (exchange.path.startsWith(beginning)) return open(exchange)
  }
  const fault = world.faults.take(exchange)
  if (isTencentCloud(exchange)) return carryOut(fault, () => answerSms(world, exchange))
  if (isOpenPlatform(exchange.path)) return carryOut(fault, () => answerMiniProgram(world, exchange))
  const ending = await carryOut(fault, () => answerMerchant(world, exchange))
  if (typeof ending === 'string') return ending
  const asked = exchange.headers['wechatpay-serial']
  return signed(world, typeof asked === 'string' ? asked : undefined, ending, fault)
}

function write(response: ServerResponse, ending: Ending): void {
  if (ending === 'hang') return
  if (ending === 'reset') {
    response.socket?.destroy()
    return
  }
  const body = bodyBytes(ending)
  const type = typeof ending.body === 'object' && !Buffer.isBuffer(ending.body)
  response.writeHead(ending.status, {
    ...(type && { 'content-type': 'application/json; charset=utf-8' }),
    ...ending.headers,
    ...(ending.status !== 204 && { 'content-length': body.length }),
  })
  response.end(ending.status === 204 ? undefined : body)
}
