import type {
  BankLayout,
  BankLine,
  BankPreview,
  PlaceMovement,
  PlaceStatement,
} from '@anjiao/shared/contract/bank-statements'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const aBankLayout: BankLayout = {
  encoding: 'gbk',
  separator: ',',
  columns: [
    { title: '交易日期', content: 'day' },
    { title: '交易流水号', content: 'serial' },
    { title: '收入金额', content: 'credit' },
    { title: '支出金额', content: 'debit' },
    { title: '对方户名', content: 'name' },
    { title: '摘要', content: 'remark' },
  ],
  creditMark: '',
  totalMark: '',
}

export const aBankLine = (over: Partial<BankLine> = {}): BankLine => ({
  id: id(61),
  serial: '20261122000017',
  day: day('2026-11-22'),
  amountFen: fen(195_228),
  otherName: '王小明',
  remark: '3-1-502 物业费',
  state: 'open',
  doubt: 'unsure',
  reason: '',
  resolvedBy: null,
  resolvedAt: null,
  ...over,
})

export const aMovement = (over: Partial<PlaceMovement> = {}): PlaceMovement => ({
  movement: 'entry:501',
  day: day('2026-11-21'),
  amountFen: fen(195_228),
  reference: '0012345678',
  otherName: '王小明',
  ...over,
})

/** An account with a line that may be one of ours, one that nothing explains, a fee that went out, and one of ours that the bank lacks. */
export const aPlaceStatement = (over: Partial<PlaceStatement> = {}): PlaceStatement => ({
  name: '工行基本户',
  layout: aBankLayout,
  ours: { mchids: ['1900000109'], places: [{ id: id(6), name: '前台 POS 机', kind: 'pos' }] },
  takenThrough: day('2026-11-22'),
  lines: [
    aBankLine(),
    aBankLine({
      id: id(60),
      serial: '20261122000016',
      amountFen: fen(8_800),
      otherName: '孙七',
      remark: '',
      doubt: 'missing_here',
    }),
    aBankLine({
      id: id(59),
      serial: '20261121000009',
      amountFen: fen(-500),
      otherName: '',
      remark: '手续费',
      doubt: 'missing_here',
    }),
  ],
  mayBe: [aMovement(), aMovement({ movement: 'entry:502', day: day('2026-11-22'), reference: '' })],
  alone: [
    {
      ...aMovement({ movement: 'entry:503', amountFen: fen(4_000), reference: '0012345679' }),
      doubt: 'missing_there',
    },
  ],
  ...over,
})

export const aBankPreview = (over: Partial<BankPreview> = {}): BankPreview => ({
  known: false,
  lines: 2,
  fresh: 1,
  inFen: fen(195_228),
  outFen: fen(500),
  sample: [
    {
      serial: '20261123000001',
      day: day('2026-11-23'),
      amountFen: fen(195_228),
      otherName: '王小明',
      remark: '物业费',
    },
    {
      serial: '20261123000002',
      day: day('2026-11-23'),
      amountFen: fen(-500),
      otherName: '',
      remark: '手续费',
    },
  ],
  ...over,
})

export const statementPath = `${community}/money-places/5/bank-statement`

/** An account and a terminal of which nothing is here yet. */
export const statementsScript: Script = {
  [`GET ${community}/bank-statements`]: [
    { id: id(5), name: '工行基本户', takenThrough: day('2026-11-22'), open: 4 },
    { id: id(6), name: '前台 POS 机', takenThrough: null, open: 0 },
  ],
  [`GET ${statementPath}?show=open`]: aPlaceStatement(),
  [`GET ${statementPath}?show=all`]: aPlaceStatement({
    lines: [
      ...aPlaceStatement().lines,
      aBankLine({
        id: id(58),
        serial: '20261120000003',
        state: 'explained',
        doubt: null,
        reason: '公司内部转账，不是物业收款',
        resolvedBy: '林会计',
        resolvedAt: '2026-11-23T02:00:00Z',
      }),
    ],
  }),
  [`GET ${community}/money-places/6/bank-statement?show=open`]: aPlaceStatement({
    name: '前台 POS 机',
    layout: null,
    takenThrough: null,
    lines: [],
    mayBe: [],
    alone: [],
  }),
}
