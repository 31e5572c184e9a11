import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { afterAll } from 'vitest'
import { wechatpayNotify } from '../../handlers/wechatpay-notify.ts'
import { notifyPath } from '../../handlers/world.ts'
import type { World } from '../../platform/context.ts'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { createWechatPay } from '../../platform/wechat-pay/index.ts'
import { type Emulator, type EmulatorOptions, frozenClock, startEmulator } from '../emulator/index.ts'
import { gatewayEvent } from '../gateway-event.ts'
import { testWorld } from './world.ts'

export interface WechatWorld {
  readonly world: World
  readonly emulator: Emulator
  /** Whose merchant account the communities of the test use. */
  readonly account: { readonly mchid: string; readonly appid: string }
  /** Takes the callback function away, as an outage would, and brings it back. */
  readonly callback: { down: boolean; answers: number[] }
  readonly superuserUrl: string
  /** Moves everybody's clock, and waits for the notices that fall due on the way. */
  readonly advance: (seconds: number) => Promise<void>
}

/** A test world with a WeChat: the emulator over real HTTP, our ports, and our callback function behind a real address. */
export async function wechatWorld(options: EmulatorOptions = {}): Promise<WechatWorld> {
  const { world: plain, superuserUrl } = await testWorld()
  const clock = frozenClock(new Date('2026-11-23T10:00:00+08:00'))
  const emulator = await startEmulator({ clock, ...options })
  const callback: WechatWorld['callback'] = { down: false, answers: [] }
  const { merchant, verificationKeys, miniProgram, url: baseUrl } = emulator

  const server = createServer((request, response) => {
    void gatewayEvent(request, 1_000_000)
      .then((event) => (callback.down ? { statusCode: 503 } : wechatpayNotify(world)(event)))
      .then((result: APIGatewayProxyStructuredResultV2) => {
        callback.answers.push(result.statusCode ?? 200)
        response.writeHead(result.statusCode ?? 200).end(result.body)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const notifyUrl = `http://127.0.0.1:${port}${notifyPath}${merchant.mchid}`
  const wechatPay = createWechatPay({ merchant, verificationKeys, notifyUrl, baseUrl, clock, timeoutMs: 400 })
  const world: World = {
    ...plain,
    clock,
    wechatMp: createWechatMp({ ...miniProgram, baseUrl, clock, timeoutMs: 2_000 }),
    wechatPay(mchid) {
      if (mchid !== merchant.mchid) throw new Error(`no keys for merchant ${mchid}`)
      return wechatPay
    },
  }
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await emulator.close()
  })
  return {
    world,
    emulator,
    account: { mchid: merchant.mchid, appid: merchant.appid },
    callback,
    superuserUrl,
    advance: (seconds) => clock.advance(seconds * 1_000),
  }
}
