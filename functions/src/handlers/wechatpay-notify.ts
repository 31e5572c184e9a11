import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda'
import { settlePaidOrder } from '../payments/index.ts'
import type { World } from '../platform/context.ts'
import type { Notification, WechatPay } from '../platform/wechat-pay/index.ts'
import { takeRefundNotice } from '../refunds/index.ts'

type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2

/**
 * Takes in WeChat Pay's notices (微信支付 APIv3 "支付通知", "退款结果通知"), on `/wechatpay/notify/<mchid>`, refunds below it. Answers 204 only after the
 * commit: WeChat repeats everything else, and repeating is safe. The signature is over the raw bytes, so nothing
 * parses them on the way.
 */
export const wechatpayNotify =
  (world: World) =>
  async (event: GatewayEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const wechat = portOf(world, event)
      if (!wechat) return answer(404, '没有这个商户号')
      const rawBody = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
      return await take(world, wechat.readNotification(event.headers, rawBody))
    } catch (error) {
      world.log.error('a notice could not be booked', error)
      return answer(500, '请稍后重试')
    }
  }

async function take(world: World, notice: Notification): Promise<APIGatewayProxyStructuredResultV2> {
  switch (notice.kind) {
    case 'paid': {
      const { eventId, order } = notice
      await settlePaidOrder(world, { ...order, eventId }, 'wechatpay-notify')
      return { statusCode: 204 }
    }
    case 'refund':
      await takeRefundNotice(
        world,
        { ...notice.refund, mchid: notice.mchid, eventId: notice.eventId },
        'wechatpay-notify',
      )
      return { statusCode: 204 }
    case 'other-event':
      world.log.info('a notice that is about no payment and no refund', { eventType: notice.eventType })
      return { statusCode: 204 }
    case 'undecryptable':
      world.log.error('a genuine notice could not be opened: is the APIv3 key right?', new Error(notice.kind))
      return answer(500, '请稍后重试')
    case 'sign-test':
      world.log.info('WeChat tested whether signatures are checked')
      return answer(401, '签名不符')
    default:
      world.log.error('a notice was refused', new Error(notice.kind))
      return answer(401, '签名不符')
  }
}

function portOf(world: World, event: GatewayEvent): WechatPay | undefined {
  const path = 'rawPath' in event ? event.rawPath : event.path
  const mchid = /\/wechatpay\/notify\/(\d{6,32})(?:\/refund)?$/.exec(path)?.[1]
  try {
    return mchid ? world.wechatPay(mchid) : undefined
  } catch {
    return undefined
  }
}

const answer = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 'FAIL', message }),
})
