import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { afterAll } from 'vitest'
import { pushedEvents } from '../../handlers/pushed-events.ts'
import { wechatEvents } from '../../handlers/wechat-events.ts'
import { wechatpayNotify } from '../../handlers/wechatpay-notify.ts'
import { eventsPath, notifyPath, refundNotices } from '../../handlers/world.ts'
import type { World } from '../../platform/context.ts'
import { createMessagePush } from '../../platform/message-push/index.ts'
import { createSms } from '../../platform/sms/index.ts'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { bookedUnder, createWechatPay } from '../../platform/wechat-pay/index.ts'
import { type Emulator, type EmulatorOptions, frozenClock, startEmulator } from '../emulator/index.ts'
import { gatewayEvent } from '../gateway-event.ts'
import { testWorld } from './world.ts'

export interface WechatWorld {
  readonly world: World
  readonly emulator: Emulator
  /** Whose merchant account the communities of the test use. */
  readonly account: { readonly mchid: string; readonly appid: string }
  /** Another one: of a sub-merchant, whose service provider the first is. */
  readonly subAccount: { readonly mchid: string; readonly appid: string }
  /** Takes the callback function away, as an outage would, and brings it back. */
  readonly callback: { down: boolean; answers: number[] }
  readonly superuserUrl: string
  /** Moves everybody's clock, and waits for the notices that fall due on the way. */
  readonly advance: (seconds: number) => Promise<void>
}

/** A test world with a WeChat and an SMS carrier: the emulator over real HTTP, our ports, and our callback functions behind a real address. */
export async function wechatWorld(options: EmulatorOptions = {}): Promise<WechatWorld> {
  const { world: plain, superuserUrl } = await testWorld()
  const clock = frozenClock(new Date('2026-11-23T10:00:00+08:00'))
  const emulator = await startEmulator({ clock, ...options })
  const callback: WechatWorld['callback'] = { down: false, answers: [] }
  const { merchant, partner, verificationKeys, miniProgram, url: baseUrl } = emulator
  const { appid } = merchant

  function called(event: APIGatewayProxyEventV2) {
    if (callback.down) return { statusCode: 503 }
    return event.rawPath === eventsPath
      ? wechatEvents(world, pushedEvents)(event)
      : wechatpayNotify(world)(event)
  }
  const server = createServer((request, response) => {
    void gatewayEvent(request, 1_000_000)
      .then(called)
      .then((result: APIGatewayProxyStructuredResultV2) => {
        callback.answers.push(result.statusCode ?? 200)
        response.writeHead(result.statusCode ?? 200).end(result.body)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  emulator.control.setPush({ url: `http://127.0.0.1:${port}${eventsPath}` })
  const ports = new Map(
    [merchant, partner].map((each) => {
      const mchid = bookedUnder(each)
      const notifyUrl = `http://127.0.0.1:${port}${notifyPath}${mchid}`
      const refundNotifyUrl = `${notifyUrl}${refundNotices}`
      const config = { merchant: each, verificationKeys, notifyUrl, refundNotifyUrl, baseUrl, clock }
      return [mchid, createWechatPay({ ...config, timeoutMs: 400 })]
    }),
  )
  const world: World = {
    ...plain,
    clock,
    wechatMp: createWechatMp({ ...miniProgram, baseUrl, clock, timeoutMs: 2_000 }),
    messagePush: createMessagePush({ appid, ...emulator.messagePush, clock }),
    sms: createSms({ ...emulator.sms, region: 'ap-guangzhou', baseUrl, clock, timeoutMs: 2_000 }),
    settings: { ...plain.settings, appid },
    wechatPay(mchid) {
      const wechatPay = ports.get(mchid)
      if (!wechatPay) throw new Error(`no keys for merchant ${mchid}`)
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
    account: { mchid: merchant.mchid, appid },
    subAccount: { mchid: partner.subMchid, appid },
    callback,
    superuserUrl,
    advance: (seconds) => clock.advance(seconds * 1_000),
  }
}
