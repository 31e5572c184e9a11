import Type, { type Static } from 'typebox'
import { createCountdown } from './countdown.ts'
import type { Journal } from './journal.ts'
import { newEventId, type SignedNotice } from './notice.ts'
import { type NoticeFault, probe, writeNotice } from './notice-faults.ts'
import { type Order, transactionOf } from './order.ts'
import { post } from './post-notice.ts'
import { Refund, refundNoticeOf } from './refund.ts'
import type { World } from './world.ts'

/** One event about one order or one refund of it, and every time it was sent. */
export const Notice = Type.Object({
  eventId: Type.String(),
  outTradeNo: Type.String(),
  /** The refund as it stood when this was about it. */
  refund: Type.Optional(Refund),
  notifyUrl: Type.String(),
  createdAtMs: Type.Number(),
  sends: Type.Array(
    Type.Object({
      atMs: Type.Number(),
      /** Genuine, a probe, or the fault it was sent with. */
      as: Type.String(),
      /** What the merchant answered; null when nothing came back. */
      status: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  /** Rungs of the ladder used so far. */
  rung: Type.Integer(),
  /** When it goes out next; absent once acknowledged or given up. */
  dueAtMs: Type.Optional(Type.Number()),
})
export type Notice = Static<typeof Notice>

export interface Notifier {
  /** Announces a paid order: sent at once, and again up the ladder until the merchant acknowledges. */
  announce(order: Order): Notice
  /** Announces a refund that has ended, the same way. */
  announceRefund(refund: Refund, notifyUrl: string): Notice
  /** Sends an old notice once more: freshly signed, or the very bytes of its last genuine send (a replay). */
  resend(number: string, exact: boolean): Promise<number | null>
  all(): Notice[]
  failNext(fault: NoticeFault): void
  /** Precedes every n-th genuine send by a signature probe; 0 turns probes off. */
  probeEvery(sends: number): void
  reset(): void
}

/** 15 s, 15 s, 30 s, 3 min, 10 min, 20 min, 3 × 30 min, 60 min, 3 × 3 h, 2 × 6 h. 支付通知 "回调处理逻辑说明". */
export const ladderSeconds: readonly number[] = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
]

export function createNotifier(
  world: Omit<World, 'notifier'>,
  journal: Journal,
  known: readonly Notice[],
): Notifier {
  const notices = new Map<string, Notice>()
  const lastGenuine = new Map<string, SignedNotice>()
  const faults = createCountdown<NoticeFault>()
  const heldBack: Notice[] = []
  let probeEvery = 0
  let genuineSends = 0

  const save = (notice: Notice): void => {
    notices.set(notice.eventId, notice)
    journal.record('notice', notice.eventId, notice)
  }
  const plan = (notice: Notice, dueAtMs: number, fault?: NoticeFault): void => {
    notice.dueAtMs = dueAtMs
    save(notice)
    world.clock.at(dueAtMs, () => send(notice, fault))
  }
  const announce = (about: Pick<Notice, 'outTradeNo' | 'notifyUrl' | 'refund'>): Notice => {
    const nowMs = world.clock.now().getTime()
    const notice: Notice = { eventId: newEventId(), ...about, createdAtMs: nowMs, sends: [], rung: 0 }
    plan(notice, nowMs)
    return notice
  }
  const write = (notice: Notice, fault?: NoticeFault): SignedNotice => {
    const { eventId, createdAtMs, refund } = notice
    if (refund) return writeNotice(world, { eventId, createdAtMs, refund: refundNoticeOf(refund) }, fault)
    const order = world.orders.byNumber(notice.outTradeNo)
    if (!order) throw new Error(`a notice about an order nobody made: ${notice.outTradeNo}`)
    const transaction = transactionOf({ ...order, refunded: false }, world.clock.now().getTime())
    return writeNotice(world, { eventId, createdAtMs, transaction }, fault)
  }
  const deliver = async (notice: Notice, as: string, signed: SignedNotice): Promise<number | null> => {
    const atMs = world.clock.now().getTime()
    const status = as === 'drop' ? null : ((await post(notice.notifyUrl, signed))?.status ?? null)
    notice.sends.push({ atMs, as, status })
    return status
  }

  async function send(notice: Notice, decided?: NoticeFault): Promise<void> {
    const about = notice.refund ? 'refund' : 'transaction'
    const fault = decided ?? faults.take(({ of = about }) => of === about)
    if (fault?.fault === 'reorder' && !decided) {
      heldBack.push(notice)
      return
    }
    if (fault?.fault === 'delay' && !decided) {
      plan(notice, world.clock.now().getTime() + (fault.delayMs ?? 5_000), fault)
      return
    }
    const statuses = await deliverAs(notice, fault)
    for (const late of heldBack.splice(0)) plan(late, world.clock.now().getTime(), { fault: 'reorder' })
    const acknowledged = statuses.some((status) => status === 200 || status === 204)
    const wait = ladderSeconds[notice.rung]
    notice.rung += 1
    if (acknowledged || wait === undefined) {
      delete notice.dueAtMs
      save(notice)
    } else plan(notice, world.clock.now().getTime() + wait * 1000)
  }

  async function deliverAs(notice: Notice, fault?: NoticeFault): Promise<(number | null)[]> {
    const spoils = fault && !['signtest', 'delay', 'duplicate', 'reorder'].includes(fault.fault)
    const signed = write(notice, spoils ? fault : undefined)
    if (spoils) return [await deliver(notice, fault.fault, signed)]

    genuineSends += 1
    lastGenuine.set(notice.eventId, signed)
    if (fault?.fault === 'signtest' || (probeEvery > 0 && genuineSends % probeEvery === 0)) {
      await deliver(notice, 'signtest', probe(signed))
    }
    const copies = fault?.fault === 'duplicate' ? (fault.copies ?? 3) : 1
    const more = Array.from({ length: copies - 1 }, () => write(notice))
    return Promise.all([signed, ...more].map((each) => deliver(notice, 'genuine', each)))
  }

  for (const notice of known) {
    notices.set(notice.eventId, notice)
    if (notice.dueAtMs !== undefined) plan(notice, Math.max(notice.dueAtMs, world.clock.now().getTime()))
  }
  return {
    announce: ({ outTradeNo, notifyUrl }) => announce({ outTradeNo, notifyUrl }),
    announceRefund: (refund, notifyUrl) => announce({ outTradeNo: refund.outTradeNo, notifyUrl, refund }),
    resend: async (number, exact) => {
      const notice = [...notices.values()].find(
        ({ refund, outTradeNo }) => number === (refund ? refund.outRefundNo : outTradeNo),
      )
      if (!notice) return null
      const old = exact ? lastGenuine.get(notice.eventId) : undefined
      return deliver(notice, exact ? 'replay' : 'genuine', old ?? write(notice))
    },
    all: () => [...notices.values()],
    failNext: (fault) => faults.add(fault),
    probeEvery: (sends) => {
      probeEvery = sends
    },
    reset: () => {
      faults.reset()
      for (const late of heldBack.splice(0)) plan(late, world.clock.now().getTime(), { fault: 'reorder' })
      probeEvery = 0
    },
  }
}
