import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Mandate, MandatePaper, OwnDebit, OwnDebits } from '@anjiao/shared/contract/debit'
import type { DebitBatchId, DebitMandateId, FeeItemId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'

const day = (text: string) => text as BusinessDate

export const aMandatePaper: MandatePaper = {
  paper: {
    title: '银行代扣授权书',
    under: '2026年11月23日　文本 2026-11',
    parts: [
      { kind: 'heading', text: '一、您同意什么' },
      { kind: 'paragraph', text: '您同意由下面的银行账户，自动缴您自己这套房屋到期的物业服务费。' },
      { kind: 'facts', rows: [{ label: '账号', text: '尾号 0128' }] },
    ],
  },
  sha256: 'a'.repeat(64),
  consents: [
    { key: 'debit', text: '我看过上面的全文，同意从这个账户代扣', required: true },
    { key: 'own_account', text: '这个银行账户是我本人的', required: true },
  ],
}

export const aMandate = (over: Partial<Mandate> = {}): Mandate => ({
  id: 1 as DebitMandateId,
  bankName: '中国工商银行',
  lastDigits: '0128',
  limitFen: fen(500_000),
  feeItems: ['物业服务费', '机动车停车费'],
  paper: aMandatePaper.paper,
  sha256: aMandatePaper.sha256,
  givenAt: '2026-11-20T02:00:00Z',
  ...over,
})

export const anOwnDebit = (over: Partial<OwnDebit> = {}): OwnDebit => ({
  batchId: 7 as DebitBatchId,
  state: 'chosen',
  amountFen: fen(195_228),
  debitOn: day('2026-11-26'),
  fromHour: 9,
  toHour: 17,
  bankName: '中国工商银行',
  lastDigits: '0128',
  why: null,
  reason: '',
  ...over,
})

/** One that the bank refused, one that was left out, one that went well. */
export const debitsBefore: OwnDebit[] = [
  anOwnDebit({
    batchId: 6 as DebitBatchId,
    state: 'failed',
    reason: '余额不足',
    debitOn: day('2026-08-26'),
  }),
  anOwnDebit({
    batchId: 5 as DebitBatchId,
    state: 'left_out',
    why: 'over_limit',
    debitOn: day('2026-05-26'),
  }),
  anOwnDebit({ batchId: 4 as DebitBatchId, state: 'succeeded', debitOn: day('2026-02-26') }),
]

/** A home of a community that debits, whose owner has given no mandate. */
export const noDebits = (over: Partial<OwnDebits> = {}): OwnDebits => ({
  mandate: null,
  offered: true,
  ownerName: '王小明',
  feeItems: [
    { id: 1 as FeeItemId, name: '物业服务费' },
    { id: 2 as FeeItemId, name: '机动车停车费' },
  ],
  hotline: '021-55550000',
  debits: [],
  ...over,
})

/** The same with a mandate, a debit that is coming, and those before. */
export const someDebits = (over: Partial<OwnDebits> = {}): OwnDebits =>
  noDebits({ mandate: aMandate(), debits: [anOwnDebit(), ...debitsBefore], ...over })
