import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'

const home = '/v1/communities/1/households/42'

const charge = {
  id: 1,
  feeItem: '物业服务费',
  fromDate: '2025-04-01',
  toDate: '2026-09-30',
  dueDate: '2026-09-30',
  amountFen: fen(12_345_678),
  openFen: fen(12_345_678),
  origin: 'opening',
  state: 'open',
  overdue: true,
  hold: null,
}

const payment = {
  key: '1795399200000-a3',
  attemptId: 3,
  paymentId: 4,
  method: 'wechat',
  state: 'paid',
  amountFen: fen(195_228),
  description: '阳光花园 3栋 1单元 502 物业费',
  createdAt: '2026-11-23T02:00:00Z',
  paidAt: '2026-11-23T02:01:00Z',
  number: '4200002345202611231234567890',
  receiptNumber: 12,
  paidBy: '家人 女儿',
  allocated: [],
  toAdvanceFen: fen(0),
  heldBecause: null,
  reversed: false,
} satisfies Record<keyof PaymentRecord, unknown>

/** The household 42: who owns it, what it owes and has paid. */
export const homeScript: Script = {
  [`GET ${community}/households/42`]: {
    householdId: 42,
    roomName: '3栋 1单元 502',
    ownerName: '汤小满',
    phonesMasked: ['138****1190', '139****0001'],
    areaHundredths: 9_860,
    usage: '住宅',
    handoverDate: '2018-05-01',
    fromDate: '2020-01-01',
    toDate: null,
    remark: '租户代缴',
    advanceFen: fen(1_234_567),
    people: [{ label: '女儿', phoneMasked: '137****0002', relation: 'family' }],
  },
  [`GET ${home}/bills`]: {
    communityName: '阳光花园',
    roomName: '3栋 1单元 502',
    hotline: '021-55550000',
    openFen: fen(12_345_678),
    overdueFen: fen(12_345_678),
    advanceFen: fen(1_234_567),
    years: [{ year: 2025, amountFen: fen(12_345_678), openFen: fen(12_345_678), charges: [charge] }],
  },
  [`GET ${home}/charges/1`]: {
    charge,
    roomName: '3栋 1单元 502',
    ownerMasked: '汤**',
    pricing: { method: 'area', rate: 22_000, areaHundredths: 9_860, months: 18 },
    publishedAs: '业主大会决议〔2025〕3号',
    history: [{ date: '2026-11-23', kind: 'opening', amountFen: fen(12_345_678), memo: '' }],
  },
  [`GET ${home}/payments`]: {
    payments: [
      payment,
      {
        ...payment,
        key: '1795399200000-a2',
        attemptId: 2,
        paymentId: null,
        receiptNumber: null,
        heldBecause: 'paid_twice',
      },
      {
        ...payment,
        key: '1795399100000-p1',
        attemptId: null,
        paymentId: 1,
        method: 'cash',
        number: '1-20261123-001',
        reversed: true,
      },
    ],
    more: true,
  },
  [`GET ${home}/account-statement`]: {
    company: '阳光物业',
    community: '阳光花园',
    roomName: '3栋 1单元 502',
    ownerMasked: '汤**',
    from: '2026-01-01',
    to: '2026-11-23',
    opening: { openFen: fen(12_345_678), advanceFen: fen(0) },
    closing: { openFen: fen(12_150_450), advanceFen: fen(1_234_567) },
    movements: [
      {
        date: '2026-11-23',
        kind: 'payment',
        reversedKind: null,
        feeItem: '物业服务费',
        fromDate: '2025-01-01',
        toDate: '2025-12-31',
        owedFen: fen(-195_228),
        advanceFen: fen(0),
      },
      {
        date: '2026-11-23',
        kind: 'payment',
        reversedKind: null,
        feeItem: null,
        fromDate: null,
        toDate: null,
        owedFen: fen(0),
        advanceFen: fen(1_234_567),
      },
    ],
  },
  [`GET ${home}/receipts`]: {
    receipts: [
      {
        paymentId: 1,
        number: 12,
        method: 'wechat',
        paidAt: '2026-11-23T02:01:00Z',
        amountFen: fen(12_345_678),
        returnedFen: fen(0),
        hasPdf: true,
      },
      {
        paymentId: 2,
        number: 11,
        method: 'cash',
        paidAt: '2026-11-20T02:01:00Z',
        amountFen: fen(195_228),
        returnedFen: fen(195_228),
        hasPdf: true,
      },
    ],
    more: true,
  },
}
