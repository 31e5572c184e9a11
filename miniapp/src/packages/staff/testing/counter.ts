import type { Counter, CounterDay, CounterPayment, TillSession } from '@anjiao/shared/contract/counter'
import type { PersonId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

const session: TillSession = {
  id: id(5),
  placeId: id(1),
  tillName: '一号柜',
  clerkId: id(2),
  clerkName: '陈前台',
  state: 'counted',
  openedAt: '2026-11-23T01:00:00Z',
  openedFen: fen(50_000),
  countedAt: '2026-11-23T09:30:00Z',
  counted: [{ denomination: 10_000, pieces: 46 }],
  countedFen: fen(460_000),
  expectedFen: fen(465_800),
  differenceFen: fen(-5_800),
  openedDifferenceFen: fen(0),
  handTo: null,
  takenOver: false,
  closedAt: null,
  closedBy: null,
  reason: '',
  mayConfirm: true,
}

const counter: Counter = {
  today: day('2026-11-23'),
  places: [
    {
      id: id(1),
      kind: 'cash',
      name: '一号柜',
      lastDigits: '',
      holderId: id<PersonId>(1),
      holderName: '陈前台',
      inUse: true,
    },
    {
      id: id(2),
      kind: 'bank',
      name: '工行基本户',
      lastDigits: '1234',
      holderId: null,
      holderName: null,
      inUse: true,
    },
    {
      id: id(3),
      kind: 'pos',
      name: '前台刷卡机',
      lastDigits: '',
      holderId: null,
      holderName: null,
      inUse: true,
    },
  ],
  clerks: [
    { personId: id(2), name: '陈前台' },
    { personId: id(3), name: '林会计' },
  ],
  own: {
    ...session,
    id: id(6),
    state: 'open',
    counted: null,
    countedFen: null,
    expectedFen: null,
    differenceFen: null,
  },
  handedToYou: [{ ...session, id: id(7), handTo: '林会计' }],
  toConfirm: [session],
}

const payment: CounterPayment = {
  id: id(31),
  householdId: id(42),
  roomName: '3栋 1单元 502',
  method: 'cash',
  placeName: '一号柜',
  amountFen: fen(415_800),
  paidOn: day('2026-11-23'),
  takenAt: '2026-11-23T02:30:00Z',
  takenBy: '陈前台',
  voucherNumber: '1-20261123-001',
  receiptNumber: 17,
  payerName: '王小明',
  reversed: null,
  mayReverse: true,
}

const counterDay: CounterDay = {
  day: day('2026-11-23'),
  payments: [
    payment,
    {
      ...payment,
      id: id(30),
      voucherNumber: 'ICBC20261123000778',
      method: 'transfer',
      receiptNumber: null,
      reversed: { at: '2026-11-23T03:00:00Z', by: '林会计', reason: '收错了房号' },
      mayReverse: false,
    },
  ],
  more: false,
  sums: [
    {
      clerkId: id(2),
      clerkName: '陈前台',
      method: 'cash',
      payments: 1,
      amountFen: fen(415_800),
      firstVoucher: '1-20261123-001',
      lastVoucher: '1-20261123-001',
      reversed: 1,
      reversedFen: fen(10_000),
    },
  ],
}

const cheque = {
  id: 8,
  householdId: 42,
  roomName: '3栋 1单元 502',
  number: '30109810-12345678',
  amountFen: fen(100_000),
  payerName: '阳光商贸',
  receivedOn: '2026-11-20',
  receivedBy: '陈前台',
  state: 'waiting',
  settledAt: null,
  reason: '',
}

/** A counter with a till open, another handed over, a count that is short, and a cheque that waits. */
export const counterScript: Script = {
  [`GET ${community}/counter`]: counter,
  [`GET ${community}/counter-payments`]: counterDay,
  [`GET ${community}/refund-payouts`]: {
    day: day('2026-11-23'),
    payouts: [
      {
        refundId: id(10),
        roomName: '3栋 1单元 502',
        route: 'cash',
        amountFen: fen(4_000),
        paidBy: '林会计',
        placeName: '一号柜',
        voucherNumber: 'TK-20261123-1',
        receiverName: '王小明',
      },
    ],
    cashFen: fen(4_000),
    transferFen: fen(0),
  },
  [`GET ${community}/cheques`]: [cheque],
  [`GET ${community}/till-sessions`]: {
    sessions: [{ ...session, state: 'closed', closedBy: '林会计', reason: '找零多给了' }],
    more: false,
  },
  [`GET ${community}/households/42/counter-bill`]: {
    roomName: '3栋 1单元 502',
    ownerMasked: '王**',
    charges: [
      {
        id: 1,
        feeItem: '物业服务费',
        fromDate: '2026-01-01',
        toDate: '2026-12-31',
        dueDate: '2026-06-30',
        openFen: fen(415_800),
      },
    ],
    openFen: fen(415_800),
    lateFeeFen: fen(1_234),
    allDueFen: fen(417_034),
    advanceFen: fen(0),
    cheques: [cheque],
  },
}
