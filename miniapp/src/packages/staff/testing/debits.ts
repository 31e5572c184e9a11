import type {
  DebitBatch,
  DebitBatchHead,
  DebitCandidate,
  DebitLine,
  DebitPreview,
  DebitResultPreview,
  Debits,
} from '@anjiao/shared/contract/debit-batches'
import type { DebitLayout, LayoutField, StoredLayout } from '@anjiao/shared/contract/debit-layouts'
import type { FieldContent } from '@anjiao/shared/debit-layout'
import type { PaymentId } from '@anjiao/shared/ids'
import { fen, zeroFen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

const free = (content: FieldContent): LayoutField => ({
  content,
  text: '',
  width: 0,
  padSide: 'right',
  padWith: ' ',
})

export const aLayout = (over: Partial<DebitLayout> = {}): DebitLayout => ({
  purpose: 'out',
  name: '竖线分隔',
  encoding: 'gbk',
  lineEnd: 'crlf',
  separator: '|',
  amountForm: 'yuan',
  dateForm: 'compact',
  header: [free('batch'), free('date'), free('count'), free('sum')],
  detail: [free('line'), free('account'), free('holder'), free('amount')],
  trailer: [],
  okCodes: [],
  ...over,
})

const aResultLayout = aLayout({
  purpose: 'result',
  detail: [free('line'), free('account'), free('amount'), free('code'), free('reason')],
  okCodes: ['0000'],
})

export const storedLayouts: StoredLayout[] = [
  { id: id(1), layout: aLayout({ name: '工行代扣' }) },
  { id: id(2), layout: { ...aResultLayout, name: '工行回盘' } },
]

export const aHead = (over: Partial<DebitBatchHead> = {}): DebitBatchHead => ({
  id: id(7),
  number: '20261126000007',
  state: 'made',
  debitOn: day('2026-11-26'),
  fromHour: 9,
  toHour: 17,
  tellBy: '2026-11-25T01:00:00Z',
  placeName: '工行代扣户',
  madeBy: '孙会计',
  madeAt: '2026-11-23T01:00:00Z',
  releasedBy: null,
  sentAt: null,
  count: 2,
  sumFen: fen(255_228),
  leftOut: 1,
  succeeded: 0,
  succeededFen: zeroFen,
  failed: 0,
  unanswered: 0,
  ...over,
})

export const aLine = (over: Partial<DebitLine> = {}): DebitLine => ({
  no: 1,
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  bankName: '中国工商银行',
  lastDigits: '0128',
  amountFen: fen(195_228),
  state: 'chosen',
  why: null,
  toldAt: '2026-11-23T02:30:00Z',
  code: null,
  reason: '',
  paymentId: null,
  advanceFen: zeroFen,
  ...over,
})

export const aBatch = (over: Partial<DebitBatch> = {}): DebitBatch => ({
  ...aHead(),
  fileLayout: '工行代扣',
  resultLayout: '工行回盘',
  reason: '',
  isOwn: false,
  lines: [
    aLine(),
    aLine({ no: 2, householdId: id(43), roomName: '3栋 1单元 503', amountFen: fen(60_000), toldAt: null }),
    aLine({
      no: 3,
      householdId: id(44),
      roomName: '5栋 2单元 301',
      ownerMasked: '李**',
      state: 'left_out',
      why: 'withdrawn',
    }),
  ],
  results: [],
  ...over,
})

/** The same with the bank, whose first answers have come. */
export const aSentBatch = (over: Partial<DebitBatch> = {}): DebitBatch =>
  aBatch({
    state: 'sent',
    debitOn: day('2026-11-19'),
    releasedBy: '周经理',
    sentAt: '2026-11-18T02:00:00Z',
    succeeded: 1,
    succeededFen: fen(195_228),
    failed: 1,
    unanswered: 1,
    lines: [
      aLine({ state: 'succeeded', code: '0000', paymentId: id<PaymentId>(5), advanceFen: fen(2_000) }),
      aLine({
        no: 2,
        householdId: id(43),
        roomName: '3栋 1单元 503',
        state: 'failed',
        code: '1001',
        reason: '余额不足',
      }),
      aLine({ no: 3, householdId: id(44), roomName: '5栋 2单元 301', state: 'sent' }),
    ],
    results: [{ takenAt: '2026-11-19T10:00:00Z', lines: 2, succeeded: 1, succeededFen: fen(195_228) }],
    ...over,
  })

const aCandidate = (over: Partial<DebitCandidate> = {}): DebitCandidate => {
  const { householdId, roomName, ownerMasked, bankName, lastDigits, amountFen } = aLine()
  return { householdId, roomName, ownerMasked, bankName, lastDigits, amountFen, why: null, ...over }
}

export const aDebitPreview: DebitPreview = {
  candidates: [
    aCandidate(),
    aCandidate({ householdId: id(44), roomName: '5栋 2单元 301', amountFen: zeroFen, why: 'held' }),
  ],
  count: 1,
  sumFen: fen(195_228),
}

export const aResultPreview: DebitResultPreview = {
  lines: 2,
  isKnown: false,
  succeeded: 1,
  succeededFen: fen(195_228),
  failed: [{ no: 2, roomName: '3栋 1单元 503', amountFen: fen(60_000), code: '1001', reason: '余额不足' }],
  unanswered: 1,
}

export const someDebits = (over: Partial<Debits> = {}): Debits => ({
  batches: [
    aHead(),
    aHead({
      id: id(6),
      number: '20261026000006',
      state: 'done',
      debitOn: day('2026-10-26'),
      succeeded: 1,
      failed: 1,
    }),
  ],
  mandates: 3,
  places: [{ id: id(4), name: '工行代扣户', lastDigits: '6688' }],
  layouts: storedLayouts,
  ...over,
})

export const aLayoutPreview = {
  problems: [],
  lines: [
    '20261205000012|20261126|2|1471.16',
    '1|6222021234567890128|王小明|236.60',
    '2|62170012345678901234|阿卜杜热合曼·买买提|1234.56',
  ],
  bytes: 38,
}

export const debitScript: Script = {
  [`GET ${community}/debits`]: someDebits(),
  [`GET ${community}/debits/preview`]: aDebitPreview,
  [`GET ${community}/debit-batches/7`]: aBatch(),
  [`GET ${community}/debit-batches/8`]: aSentBatch({ id: id(8) }),
  [`GET ${community}/debit-layouts`]: {
    layouts: storedLayouts,
    presets: [aLayout(), aResultLayout],
  },
  [`POST ${community}/debit-layouts/preview`]: aLayoutPreview,
}
