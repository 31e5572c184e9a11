import Type, { type Static } from 'typebox'
import type { BillMutation } from './bill-desk.ts'
import { ControlError } from './control-error.ts'
import type { Fault } from './faults.ts'
import { digits } from './keys.ts'
import { createMessageControl, type MessageControl } from './message-control.ts'
import type { NoticeFault } from './notice-faults.ts'
import type { Notice } from './notifier.ts'
import type { CodeKind } from './one-time-codes.ts'
import { type Order, type TradeState, tradeState } from './order.ts'
import { newPrepayId } from './order-book.ts'
import type { NewPerson, Person } from './people.ts'
import { type PayStep, type PhoneResult, payOnPhone } from './phone.ts'
import { createRefundControl, type RefundControl } from './refund-control.ts'
import { createShippingControl, type ShippingControl } from './shipping-control.ts'
import type { World } from './world.ts'

/** Moves the clock: forward by some time, or to an instant. */
export const ClockMove = Type.Object({
  advanceMs: Type.Optional(Type.Number({ minimum: 0 })),
  set: Type.Optional(Type.String({ minLength: 10 })),
})

/** A tap on the phone. An openid nobody has yet becomes a person, so that a test may name its own. */
export const Tap = Type.Object({
  kind: Type.Enum(['login', 'getPhoneNumber']),
  openid: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  phone: Type.Optional(Type.String({ pattern: '^1[0-9]{10}$' })),
})

/** An order that some other system made under the same merchant: paid, announced, unknown to ours. */
export const StrangeOrder = Type.Object({
  notifyUrl: Type.Optional(Type.String()),
  outTradeNo: Type.Optional(Type.String({ minLength: 6, maxLength: 32 })),
  amountFen: Type.Optional(Type.Integer({ minimum: 1 })),
  openid: Type.Optional(Type.String()),
})

/** What real WeChat does not offer: the hands that hold the phone, and the things that go wrong. */
export interface Control extends MessageControl, RefundControl, ShippingControl {
  moveClock(move: Static<typeof ClockMove>): Promise<{ nowMs: number }>
  pay(step: PayStep): PhoneResult
  tap(tap: Static<typeof Tap>): { code: string; openid: string }
  addPerson(person: NewPerson): Person
  people(): Person[]
  fault(fault: Fault): void
  notifyFault(fault: NoticeFault): void
  probeEvery(sends: number): void
  /** Something that is wrong with the bill of a day from now on. */
  mutateBill(mutation: BillMutation): void
  /** Takes back every fault and probe, and the words that texts are judged by. */
  reset(): void
  notifyUnknownOrder(order: Static<typeof StrangeOrder>): { outTradeNo: string; transactionId: string }
  /** Once more, by the number of the order or the refund that it was about. */
  resendNotice(number: string, exact?: boolean): Promise<number | null>
  orders(): (Order & { tradeState: TradeState })[]
  notices(): Notice[]
}

export function createControl(world: World): Control {
  const { bills, clock, codes, faults, notifier, orders, people, pusher, sms, texts } = world
  return {
    ...createMessageControl(world),
    ...createRefundControl(world),
    ...createShippingControl(world),
    moveClock: async ({ advanceMs, set }) => {
      if (set !== undefined) await clock.set(instantOf(set))
      if (advanceMs !== undefined) await clock.advance(advanceMs)
      return { nowMs: clock.now().getTime() }
    },
    pay: (step) => payOnPhone(world, step),
    tap: (tap) => {
      const person = personFor(world, tap)
      return { code: codes.issue(tap.kind, person), openid: person.openid }
    },
    addPerson: (person) => people.add(person),
    people: () => people.all(),
    fault: (fault) => faults.add(fault),
    notifyFault: (fault) => notifier.failNext(fault),
    probeEvery: (sends) => notifier.probeEvery(sends),
    mutateBill: (mutation) => bills.mutate(mutation),
    reset: () => {
      bills.reset()
      faults.reset()
      texts.reset()
      notifier.reset()
      pusher.reset()
      sms.reset()
    },
    notifyUnknownOrder: (order) => announceStrangeOrder(world, order),
    resendNotice: (number, exact = false) => notifier.resend(number, exact),
    orders: () => {
      const nowMs = clock.now().getTime()
      return orders.all().map((order) => ({ ...order, tradeState: tradeState(order, nowMs) }))
    },
    notices: () => notifier.all(),
  }
}

function instantOf(text: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new ControlError(`not an instant: ${text}`)
  return instant
}

function personFor({ people }: World, tap: { kind: CodeKind; openid?: string; phone?: string }): Person {
  const { openid, phone } = tap
  const known = openid === undefined ? undefined : people.byOpenid(openid)
  if (known && (phone === undefined || phone === known.phone)) return known
  if (known) return people.add({ ...known, phone: phone ?? known.phone })
  if (openid !== undefined) return people.add({ name: openid, phone: phone ?? '13800000000', openid })
  const byPhone = people.all().find((person) => person.phone === phone)
  if (byPhone) return byPhone
  if (phone === undefined) throw new ControlError('a tap needs an openid or a phone')
  return people.add({ name: phone, phone })
}

function announceStrangeOrder(
  { clock, keys, notifier, orders }: World,
  wish: Static<typeof StrangeOrder>,
): { outTradeNo: string; transactionId: string } {
  const nowMs = clock.now().getTime()
  const notifyUrl = wish.notifyUrl ?? orders.all().at(-1)?.notifyUrl
  if (notifyUrl === undefined) throw new ControlError('nobody has named a notifyUrl yet')
  const outTradeNo = wish.outTradeNo ?? `STRANGE${digits(16)}`
  orders.put({
    outTradeNo,
    appid: keys.appid,
    mchid: keys.mchid,
    description: '其他系统的订单',
    notifyUrl,
    amountFen: wish.amountFen ?? 100,
    openid: wish.openid ?? 'oStrangerStrangerStranger00',
    orderedAs: '',
    expiresAtMs: nowMs + 60_000,
    prepay: { id: newPrepayId(nowMs), atMs: nowMs },
  })
  const paid = orders.pay(outTradeNo, 0)
  if (!paid?.paid) throw new ControlError(`the order ${outTradeNo} is not open`)
  notifier.announce(paid)
  return { outTradeNo, transactionId: paid.paid.transactionId }
}
