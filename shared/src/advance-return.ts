/** 退还预存款: what a home has paid ahead goes back as one deed, of as many payments as it takes. */
import type { PaymentId } from './ids.ts'
import { type Fen, minFen, subtractFen, sumFen } from './money.ts'
import type { PayoutRoute } from './refund-life.ts'

/** Why somebody wants it back. */
export const advanceReturnCauses = {
  moved_out: '搬走或卖房了',
  contract_ended: '物业服务合同结束了',
  other: '其他原因',
} as const
export type AdvanceReturnCause = keyof typeof advanceReturnCauses

/** As they are offered, the most usual first. */
export const causesOffered: readonly AdvanceReturnCause[] = ['moved_out', 'contract_ended', 'other']

export const advanceReturnStates = {
  /** Its owner asked; nobody has begun. */
  waiting: '待办理',
  /** Refunds are asked for, and wait for a second person. */
  checking: '待复核',
  agreed: '已同意',
  declined: '没有同意',
  withdrawn: '已撤回',
} as const
export type AdvanceReturnState = keyof typeof advanceReturnStates

/** Days within which staff answer an owner. */
export const advanceReturnReplyDays = 7

/** A payment of which something went to the advance, and how much of that may still go back, in fen. */
export interface ReturnSource {
  readonly paymentId: PaymentId
  readonly mostFen: Fen
  /** Whether WeChat takes it back to where it came from. */
  readonly byWechat: boolean
}

export interface ReturnPart {
  readonly paymentId: PaymentId
  readonly route: 'wechat' | PayoutRoute
  readonly amountFen: Fen
}

/** The most that goes back in one deed, in fen. */
export const mostReturnable = (sources: readonly ReturnSource[], freeFen: Fen): Fen =>
  minFen(freeFen, sumFen(sources.map(({ mostFen }) => mostFen)))

/**
 * Which payments an amount goes back of, and by which way: first those that WeChat takes back to where they came from, the newest
 * first as given, then the others by the way that was chosen. Undefined where they do not make up the amount. Pure.
 */
export function planReturn(
  sources: readonly ReturnSource[],
  amountFen: Fen,
  otherRoute: PayoutRoute,
): readonly ReturnPart[] | undefined {
  const parts: ReturnPart[] = []
  let leftFen = amountFen
  for (const { paymentId, mostFen, byWechat } of [
    ...sources.filter((source) => source.byWechat),
    ...sources.filter((source) => !source.byWechat),
  ]) {
    const partFen = minFen(mostFen, leftFen)
    if (partFen <= 0) continue
    parts.push({ paymentId, route: byWechat ? 'wechat' : otherRoute, amountFen: partFen })
    leftFen = subtractFen(leftFen, partFen)
  }
  return leftFen > 0 ? undefined : parts
}
