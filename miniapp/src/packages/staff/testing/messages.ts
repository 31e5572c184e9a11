import type { Complaint, Delivery, LoggedNotice } from '@anjiao/shared/contract/notices'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const aDelivery = (over: Partial<Delivery> = {}): Delivery => ({
  id: id(71),
  channel: 'subscription',
  state: 'delivered',
  why: null,
  outcome: 'accepted',
  sentAt: '2026-11-20T02:00:00.000Z',
  to: '',
  proofs: [
    { proof: 'accepted', at: '2026-11-20T02:00:01.000Z', note: '', corrected: false },
    { proof: 'arrived', at: '2026-11-20T02:00:05.000Z', note: '', corrected: false },
  ],
  ...over,
})

export const aLoggedNotice = (over: Partial<LoggedNotice> = {}): LoggedNotice => ({
  id: id(61),
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  kind: 'reminder',
  from: '缴费日前 7 天',
  words: {
    title: '缴费提醒',
    text: '您有账单待查看，缴费日是2026年12月31日。',
    facts: [{ label: '待缴', value: '1,952.28 元' }],
    goal: 'bills',
    goalId: null,
  },
  madeAt: '2026-11-20T01:00:00.000Z',
  openedAt: '2026-11-21T01:00:00.000Z',
  deliveries: [aDelivery()],
  ...over,
})

/** One that was opened, one whose first channel did not reach, one that was never told. */
export const aLog: readonly LoggedNotice[] = [
  aLoggedNotice(),
  aLoggedNotice({
    id: id(60),
    from: '车位费提醒',
    openedAt: null,
    deliveries: [
      aDelivery({
        id: id(70),
        state: 'unreachable',
        why: 'no_credit',
        outcome: null,
        sentAt: null,
        proofs: [],
      }),
      aDelivery({
        id: id(72),
        channel: 'sms',
        state: 'unknown',
        outcome: 'lost',
        to: '138****1190',
        proofs: [],
      }),
    ],
  }),
  aLoggedNotice({
    id: id(59),
    kind: 'bill',
    from: '账单出来时',
    words: null,
    openedAt: null,
    deliveries: [
      aDelivery({ id: id(69), state: 'left_out', why: 'held', outcome: null, sentAt: null, proofs: [] }),
    ],
  }),
]

export const aComplaint = (over: Partial<Complaint> = {}): Complaint => ({
  id: id(81),
  notice: aLoggedNotice(),
  text: '上个月已经缴过了，怎么还提醒？',
  askedAt: '2026-11-21T02:00:00.000Z',
  replyBy: day('2026-11-25'),
  answer: '',
  ...over,
})

const home = `${community}/households/42`

export const wishes = { writtenOnly: true, fromHour: 9, toHour: 12, address: '汤老师' }

export const messageScript: Script = {
  [`GET ${home}/notices`]: { notices: aLog, next: null },
  [`GET ${home}/contact`]: { wishes, said: { enteredBy: null }, stop: null },
  [`GET ${community}/complaints`]: [
    aComplaint(),
    aComplaint({ id: id(80), text: '太早了', replyBy: null, answer: '时间已经改好。' }),
  ],
  [`GET ${community}/deliveries/unknown`]: aLog.slice(1, 2),
  [`GET ${community}/deliveries/unknown/count`]: { unknown: 1 },
}
