import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import { formatYuan } from '@anjiao/shared/money'
import { type RefundState, refundStates } from '@anjiao/shared/refund-life'
import { refundTexts as texts } from './texts'

type Told = Pick<HomeRefund, 'state' | 'route' | 'receivedBy'>

const underWay: readonly RefundState[] = ['asked', 'owed', 'sent', 'abnormal']

/** Where the money goes or has gone, and how long it takes, for whoever waits for it; empty where nothing went back. */
export function whereWords({ state, route, receivedBy }: Told): string {
  if (state === 'failed') return texts.back
  if (route === 'advance') return texts.advance
  if (!underWay.includes(state)) {
    if (route !== 'wechat') return receivedBy ? texts.paidOutTo[route](receivedBy) : texts.paidOut[route]
    return receivedBy ? texts.into(receivedBy.replace('支付用户', texts.payers)) : texts.wechat
  }
  if (route === 'wechat') return state === 'abnormal' ? texts.askOffice : texts.toWechat
  return texts.payingOut[route]
}

/** A refund in one line under its payment: `已退款 40.00 元`. */
export const lineOf = ({ state, amountFen }: Pick<HomeRefund, 'state' | 'amountFen'>): string =>
  texts.line(state === 'sent' ? texts.onItsWay : refundStates[state].ownerLabel, formatYuan(amountFen))
