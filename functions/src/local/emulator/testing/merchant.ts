import { fen } from '@anjiao/shared/money'
import {
  createWechatPay,
  type PrepayOrder,
  type WechatPay,
  type WechatPayConfig,
} from '../../../platform/wechat-pay/index.ts'
import { type Emulator, type EmulatorOptions, frozenClock, startEmulator } from '../index.ts'
import { type NoticeReceiver, receiveNotices } from './notice-receiver.ts'

export const noon = new Date('2026-11-23T04:00:00Z')

/** A merchant, an owner with a phone, and WeChat between them. */
export interface Scene {
  readonly emulator: Emulator
  readonly pay: WechatPay
  readonly config: WechatPayConfig
  readonly receiver: NoticeReceiver
  readonly openid: string
  /** A good order under a number of its own, with changes. */
  order(change?: Partial<PrepayOrder>): PrepayOrder
  /** Orders, and has it paid on the phone. */
  paidOrder(change?: Partial<PrepayOrder>): Promise<PrepayOrder>
  close(): Promise<void>
}

/** Opens the scene at noon on a frozen clock; what the merchant answers to notices can be said. */
export async function openScene(
  options: EmulatorOptions = {},
  answer: () => number = () => 204,
): Promise<Scene> {
  const emulator = await startEmulator({ clock: frozenClock(noon), ...options })
  const receiver = await receiveNotices(answer)
  const config: WechatPayConfig = {
    merchant: emulator.merchant,
    verificationKeys: emulator.verificationKeys,
    notifyUrl: receiver.notifyUrl,
    refundNotifyUrl: `${receiver.notifyUrl}/refund`,
    baseUrl: emulator.url,
    clock: emulator.clock,
    timeoutMs: 10_000,
  }
  const pay = createWechatPay(config)
  const { openid } = emulator.control.addPerson({ name: '张三', phone: '13800000001' })
  let orders = 0

  const order: Scene['order'] = (change) => {
    orders += 1
    return {
      outTradeNo: `P20261123-${String(orders).padStart(4, '0')}`,
      description: '阳光花园 3-1-502 物业费',
      amountFen: fen(415_800),
      openid,
      expiresAt: new Date(emulator.clock.now().getTime() + 30 * 60_000),
      ...change,
    }
  }
  return {
    emulator,
    pay,
    config,
    receiver,
    openid,
    order,
    paidOrder: async (change) => {
      const ordered = order(change)
      const prepaid = await pay.prepay(ordered)
      if (prepaid.kind !== 'ok') throw new Error(`not ordered: ${prepaid.kind}`)
      const { prepayId, payParams } = prepaid
      emulator.control.pay({ prepay_id: prepayId, openid: ordered.openid, outcome: 'ok', payParams })
      return ordered
    },
    close: async () => {
      await emulator.close()
      await receiver.close()
    },
  }
}
