import type {
  BillDifference,
  BillStray,
  FundFlow,
  ReconciledDay,
} from '@anjiao/shared/contract/reconciliation'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const aDay = (over: Partial<ReconciledDay> = {}): ReconciledDay => ({
  day: day('2026-11-22'),
  matched: true,
  paid: 1_203,
  paidFen: fen(234_567_890),
  refunded: 2,
  refundedFen: fen(12_000),
  feeFen: fen(1_407_407),
  openDifferences: 0,
  closed: false,
  next: false,
  ...over,
})

export const aDifference = (over: Partial<BillDifference> = {}): BillDifference => ({
  id: id(31),
  mchid: '1900000109',
  day: day('2026-11-21'),
  kind: 'amount',
  transactionId: '4200002345202611211234567890',
  outTradeNo: 'AJ20261121000001234567',
  refundId: '',
  roomName: '3栋 1单元 502',
  oursFen: fen(195_228),
  theirsFen: fen(195_229),
  state: 'open',
  foundAt: '2026-11-22T02:00:00Z',
  resolvedAt: null,
  resolvedBy: null,
  reason: null,
  ...over,
})

export const aResolvedDifference = aDifference({
  id: id(30),
  kind: 'refund_missing_here',
  refundId: '50300002345202611211234567',
  oursFen: null,
  state: 'resolved',
  resolvedAt: '2026-11-22T03:00:00Z',
  resolvedBy: '孙会计',
  reason: '已补记，账已平',
})

export const aStray = (over: Partial<BillStray> = {}): BillStray => ({
  billId: id(5),
  line: 17,
  mchid: '1900000109',
  day: day('2026-11-21'),
  kind: 'paid',
  transactionId: '4200009999202611210000000001',
  outTradeNo: 'GATE20261121000017',
  amountFen: fen(500),
  at: '2026-11-21T04:30:00Z',
  ...over,
})

export const aFlow = (over: Partial<FundFlow> = {}): FundFlow => ({
  mchid: '1900000109',
  day: day('2026-11-21'),
  paidFen: fen(234_567_890),
  refundedFen: fen(12_000),
  feeFen: fen(1_407_407),
  otherInFen: fen(0),
  otherOutFen: fen(200_000_000),
  balanceFen: fen(33_148_483),
  tradesPaidFen: fen(234_567_890),
  tradesRefundedFen: fen(12_000),
  tradesFeeFen: fen(1_407_407),
  inDoubt: false,
  reason: null,
  resolvedBy: null,
  ...over,
})

/** Three days, the middle one kept open by one of each. */
export const reconciliationScript: Script = {
  [`GET ${community}/reconciliation/days`]: [
    aDay({ matched: false, paid: 0, paidFen: fen(0), refunded: 0, refundedFen: fen(0), feeFen: fen(0) }),
    aDay({ day: day('2026-11-21'), openDifferences: 1, next: true }),
    aDay({ day: day('2026-11-20'), closed: true }),
  ],
  [`GET ${community}/reconciliation/days/2026-11-21`]: {
    unmatched: 1,
    differences: 1,
    strays: 1,
    foundRefunds: 1,
    fundFlows: 1,
    tills: 1,
    bankDoubts: 1,
    bankDays: 1,
  },
  [`GET ${community}/reconciliation/differences?state=open`]: [aDifference()],
  [`GET ${community}/reconciliation/differences?state=resolved`]: [aResolvedDifference],
  [`GET ${community}/reconciliation/strays`]: [aStray()],
  [`GET ${community}/reconciliation/fund-flows`]: [
    aFlow({ inDoubt: true, feeFen: fen(1_407_408) }),
    aFlow({ day: day('2026-11-20'), reason: '次日已补正', resolvedBy: '孙会计' }),
  ],
}
