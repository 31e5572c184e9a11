import type { OpenSuspense, ResolvedSuspense, SuspenseBill } from '@anjiao/shared/contract/suspense'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import { fen, zeroFen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

/** Money of a phone that tried to pay, and came too late. */
export const aLatePayment = (over: Partial<OpenSuspense> = {}): OpenSuspense => ({
  id: id(1),
  reason: 'paid_after_close',
  amountFen: fen(195_228),
  paidAt: '2026-11-23T02:00:00Z',
  placeName: '微信支付',
  ofWechat: true,
  transactionId: '4200002345202611231234567890',
  outTradeNo: 'AJ20261123000001234567',
  payerName: '',
  remark: '',
  roomName: '3栋 1单元 502',
  suggestions: [
    {
      householdId: id(7),
      roomName: '3栋 1单元 502',
      ownerMasked: '王**',
      openFen: fen(195_228),
      hints: ['attempt', 'home'],
      chargeIds: [],
    },
  ],
  wentBackFen: zeroFen,
  ...over,
})

/** Money on the bank account, with who paid and what they wrote. */
export const aTransfer = (over: Partial<OpenSuspense> = {}): OpenSuspense => ({
  id: id(2),
  reason: 'bank_unexplained',
  amountFen: fen(120_000),
  paidAt: '2026-11-22T04:00:00Z',
  placeName: '建行基本户',
  ofWechat: false,
  transactionId: 'B2026112200017',
  outTradeNo: null,
  payerName: '李秀英',
  remark: '5-2-301 物业费',
  roomName: null,
  suggestions: [
    {
      householdId: id(8),
      roomName: '5栋 2单元 301',
      ownerMasked: '李**',
      openFen: fen(240_000),
      hints: ['room', 'payer', 'charge'],
      chargeIds: [id(81)],
    },
  ],
  wentBackFen: zeroFen,
  ...over,
})

export const aBillToPlace = (over: Partial<SuspenseBill> = {}): SuspenseBill => ({
  roomName: '5栋 2单元 301',
  ownerMasked: '李**',
  advanceFen: zeroFen,
  charges: [
    {
      id: id(80),
      feeItem: '物业服务费',
      fromDate: day('2025-01-01'),
      toDate: day('2025-12-31'),
      dueDate: day('2025-12-31'),
      openFen: fen(120_000),
    },
    {
      id: id(81),
      feeItem: '物业服务费',
      fromDate: day('2026-01-01'),
      toDate: day('2026-12-31'),
      dueDate: day('2026-06-30'),
      openFen: fen(120_000),
    },
  ],
  ...over,
})

export const aPlacing = (over: Partial<ResolvedSuspense> = {}): ResolvedSuspense => {
  const { suggestions: _, wentBackFen: __, ...item } = aTransfer()
  return {
    item,
    outcome: 'placed',
    householdId: id<HouseholdId>(8),
    roomName: '5栋 2单元 301',
    paymentId: id<PaymentId>(500),
    receiptNumber: 128,
    reason: '',
    reference: '',
    resolvedAt: '2026-11-23T03:00:00Z',
    resolvedBy: '孙会计',
    takenBack: null,
    mayTakeBack: true,
    ...over,
  }
}

export const suspenseScript: Script = {
  [`GET ${community}/suspense`]: [aLatePayment(), aTransfer()],
  [`GET ${community}/suspense/resolved`]: [aPlacing()],
  [`GET ${community}/suspense/homes/8`]: aBillToPlace(),
}
