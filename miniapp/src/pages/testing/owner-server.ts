import type { BusinessDate } from '@anjiao/shared/calendar'
import type { HomeAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import type { Bills, Charge, Statement } from '@anjiao/shared/contract/billing'
import type { HouseholdPerson, Me } from '@anjiao/shared/contract/identity'
import type { Advance, PaymentAttempt, PaymentRecord } from '@anjiao/shared/contract/payments'
import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import type { SetOff } from '@anjiao/shared/contract/set-off'
import type { CommunityId, HouseholdId, PaymentAttemptId, PaymentId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { noticeVersion } from '../../features/privacy/notice'
import { noDebits } from './debit-fixtures'

/** What the phone asks, as the harness hands it over. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly header: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A reply, or what makes one of the request. A `Refused` is answered as the server refuses. */
export type Answer = object | ((asked: Asked) => object)

export class Refused {
  readonly status: number
  readonly body: object

  constructor(status: number, code: string, message: string) {
    this.status = status
    this.body = { code, message, requestId: 'r-1' }
  }
}

/** The storage of a phone on which the privacy notice in force was agreed to. */
export const agreedStorage = () => new Map([['anjiao.privacy', String(noticeVersion)]])

const day = (text: string) => text as BusinessDate
/** A number as the id it stands for. */
export const number = <Id extends number>(value: number) => value as Id

export const home = { communityId: 1 as CommunityId, householdId: 1 as HouseholdId }
export const homeQuery = 'community=1&household=1'
export const homePath = '/v1/communities/1/households/1'

export const aCharge = (over: Partial<Charge> = {}): Charge => ({
  id: number(1),
  feeItem: '物业服务费',
  fromDate: day('2026-01-01'),
  toDate: day('2026-09-30'),
  dueDate: day('2026-03-31'),
  amountFen: fen(195_228),
  openFen: fen(195_228),
  origin: 'bill',
  state: 'open',
  overdue: true,
  hold: null,
  ...over,
})

export const aParkingCharge = (over: Partial<Charge> = {}): Charge =>
  aCharge({
    id: number(2),
    feeItem: '机动车停车费',
    dueDate: day('2026-12-31'),
    amountFen: fen(60_000),
    openFen: fen(60_000),
    overdue: false,
    ...over,
  })

/** A home that owes 1,952.28 yuan since March, and 600.00 yuan by December. */
export const someBills = (over: Partial<Bills> = {}): Bills => ({
  communityName: '阳光花园',
  roomName: '3栋 1单元 502',
  hotline: '021-55550000',
  openFen: fen(255_228),
  overdueFen: fen(195_228),
  advanceFen: fen(0),
  years: [
    {
      year: 2026,
      amountFen: fen(255_228),
      openFen: fen(255_228),
      charges: [aParkingCharge(), aCharge()],
    },
  ],
  ...over,
})

export const aStatement = (over: Partial<Statement> = {}): Statement => ({
  charge: aCharge(),
  roomName: '3栋 1单元 502',
  ownerMasked: '王**',
  pricing: { method: 'area', rate: 22_000, areaHundredths: 9_860, months: 9 },
  publishedAs: '业主大会决议〔2025〕3号',
  history: [{ date: day('2026-01-05'), kind: 'bill', amountFen: fen(195_228), memo: '' }],
  ...over,
})

export const anAttempt = (over: Partial<PaymentAttempt> = {}): PaymentAttempt => ({
  id: number(7),
  state: 'prepaid',
  amountFen: fen(255_228),
  description: '阳光花园 3栋 1单元 502 物业缴费',
  createdAt: '2026-11-23T02:00:00Z',
  expiresAt: '2026-11-23T02:30:00Z',
  paidAt: null,
  transactionId: null,
  paidBy: '业主',
  allocated: [],
  toAdvanceFen: fen(0),
  heldBecause: null,
  ...over,
})

/** Paid, with 500.00 yuan more than was due. */
export const aPaidAttempt = (over: Partial<PaymentAttempt> = {}): PaymentAttempt =>
  anAttempt({
    state: 'paid',
    amountFen: fen(245_228),
    paidAt: '2026-11-23T02:01:00Z',
    transactionId: '4200002611202611230123456789',
    allocated: [
      {
        chargeId: number(1),
        feeItem: '物业服务费',
        fromDate: day('2026-01-01'),
        toDate: day('2026-09-30'),
        amountFen: fen(195_228),
      },
    ],
    toAdvanceFen: fen(50_000),
    ...over,
  })

/** The same as it stands in the history. */
export const aRecord = (over: Partial<PaymentRecord> = {}): PaymentRecord => {
  const { id, expiresAt: _, transactionId, ...attempt } = aPaidAttempt()
  return {
    ...attempt,
    key: '1795399200000-a7',
    attemptId: id,
    paymentId: number<PaymentId>(5),
    method: 'wechat',
    number: transactionId,
    receiptNumber: 12,
    reversed: false,
    ...over,
  }
}

/** 500.00 yuan of that payment, back in the payer's wallet. */
export const aRefund = (over: Partial<HomeRefund> = {}): HomeRefund => ({
  id: number(2),
  attemptId: number<PaymentAttemptId>(7),
  paymentId: number<PaymentId>(5),
  amountFen: fen(50_000),
  route: 'wechat',
  state: 'paid',
  reason: '多缴了',
  receivedBy: '支付用户零钱',
  askedAt: '2026-11-24T02:00:00Z',
  paidAt: '2026-11-24T02:05:00Z',
  ...over,
})

export const payParams = {
  timeStamp: '1795399200',
  nonceStr: 'n',
  package: 'prepay_id=wx1',
  signType: 'RSA',
  paySign: 's',
} as const

export const aMe = (over: Partial<Me> = {}): Me => ({
  personId: number(1),
  phoneMasked: '138****1190',
  households: [
    {
      ...home,
      communityName: '阳光花园',
      roomName: '3栋 1单元 502',
      ownerMasked: '王**',
      relation: 'owner',
    },
  ],
  applications: [],
  staff: [],
  ...over,
})

export const aPerson = (over: Partial<HouseholdPerson> = {}): HouseholdPerson => ({
  membershipId: number(1),
  joined: true,
  phoneMasked: '138****1190',
  label: '',
  relation: 'owner',
  isMe: true,
  ...over,
})

export const anAdvance = (over: Partial<Advance> = {}): Advance => ({
  balanceFen: fen(50_000),
  limit: null,
  movements: [{ date: day('2026-10-05'), kind: 'payment', amountFen: fen(50_000), memo: '' }],
  ...over,
})

/** New bills are not settled by themselves, until the owner says so. */
export const aSetOff = (over: Partial<SetOff> = {}): SetOff => ({
  since: null,
  lines: ['打开以后，物业每次出新账单，就用您的预存款抵扣新账单。', '随时可以关，马上生效，不用说明原因。'],
  sha256: 'a'.repeat(64),
  mayDecide: true,
  ...over,
})

/** 500.00 yuan could go back, and nobody has asked for them. */
export const anAdvanceReturn = (over: Partial<HomeAdvanceReturn> = {}): HomeAdvanceReturn => ({
  freeFen: fen(50_000),
  mayAsk: true,
  underWay: null,
  latest: null,
  ...over,
})

/** What the server answers to an owner of one home, unless a test says otherwise. Keys are method and path, without query. */
const usual: Readonly<Record<string, Answer>> = {
  'POST /v1/session': { accessToken: 'a', refreshToken: 'b', expiresInSeconds: 600 },
  'GET /v1/me': aMe(),
  'GET /v1/communities': [{ id: 1, name: '阳光花园', hotline: '021-55550000' }],
  [`GET ${homePath}/bills`]: someBills(),
  [`GET ${homePath}/charges/1`]: aStatement(),
  [`GET ${homePath}/payments`]: { payments: [], more: false },
  [`POST ${homePath}/payments`]: { attempt: anAttempt(), payParams, appId: 'wx' },
  [`GET ${homePath}/payments/7`]: anAttempt(),
  [`GET ${homePath}/receipts`]: { receipts: [], more: false },
  [`GET ${homePath}/refunds`]: [],
  [`GET ${homePath}/advance`]: anAdvance(),
  [`GET ${homePath}/set-off`]: aSetOff(),
  [`GET ${homePath}/advance-return`]: anAdvanceReturn(),
  [`GET ${homePath}/debit`]: noDebits(),
  [`GET ${homePath}/people`]: [aPerson()],
  [`GET ${homePath}/plans`]: [],
  [`GET ${homePath}/deferrals`]: [],
  [`GET ${homePath}/notices`]: { notices: [], unopened: 0, next: null },
  'GET /v1/communities/1/subscriptions': { ask: [], subscriptions: [] },
}

/** An API that answers an owner as its contract says, and remembers what it was asked. */
export function ownerServer(instead: Readonly<Record<string, Answer>> = {}) {
  const asked: Asked[] = []
  const answers = { ...usual, ...instead }
  return {
    asked,
    /** Everything asked with this method and path, oldest first. */
    askedFor: (key: string) => asked.filter((request) => keyOf(request) === key),
    server: (request: Asked): { status: number; body: unknown } => {
      asked.push(request)
      const answer = answers[keyOf(request)]
      if (answer === undefined) throw new Error(`nothing answers ${keyOf(request)}`)
      const reply = typeof answer === 'function' ? answer(request) : answer
      return reply instanceof Refused
        ? { status: reply.status, body: reply.body }
        : { status: 200, body: reply }
    },
  }
}

const keyOf = ({ method, path }: Asked): string => `${method} ${path.split('?')[0]}`
