import type { DebitBatchId, HouseholdId, MoneyPlaceId, RefundId } from '@anjiao/shared/ids'
import type { RefundState } from '@anjiao/shared/refund-life'
import { address } from '../address'
import type { PageParams } from './home-address'
import type { AtCommunity } from './staff'

/** Of the staff pages those about money that comes in or goes back, and about its proof. */
export const moneyPages = {
  finance: 'finance/index',
  counter: 'counter/index',
  counterTake: 'counter-take/index',
  till: 'till/index',
  refunds: 'refunds/index',
  refund: 'refund/index',
  refundForm: 'refund-form/index',
  advanceReturn: 'advance-return/index',
  suspense: 'suspense/index',
  reconciliation: 'reconciliation/index',
  billDifferences: 'bill-differences/index',
  bankStatements: 'bank-statements/index',
  bankStatement: 'bank-statement/index',
  bankLayout: 'bank-layout/index',
  invoices: 'invoices/index',
  taxRates: 'tax-rates/index',
  advancePolicy: 'advance-policy/index',
  debits: 'debits/index',
  debitBatch: 'debit-batch/index',
  debitLayouts: 'debit-layouts/index',
} as const

/** 财务总览: what came in, and what waits. */
export const toStaffFinance = (at: AtCommunity): string => moneyAddress('finance', at)

/** 柜台收款: which home, and what was taken on a day. */
export const toStaffCounter = (at: AtCommunity): string => moneyAddress('counter', at)

/** 收款 from one household. */
export const toStaffCounterTake = (at: AtCommunity, householdId: HouseholdId): string =>
  moneyAddress('counterTake', at, { household: householdId })

/** 收银柜: opened, counted, handed over, confirmed; and the accounts that money goes to. */
export const toStaffTill = (at: AtCommunity): string => moneyAddress('till', at)

/** 退款, by state. */
export const toStaffRefunds = (at: AtCommunity): string => moneyAddress('refunds', at)

/** Of these the ones that happened without us (系统外退款). */
export const toFoundRefunds = (at: AtCommunity): string => moneyAddress('refunds', at, { state: 'found' })

/** One refund (退款): how it stands, and what is to be done about it. */
export const toStaffRefund = (at: AtCommunity, refundId: RefundId): string =>
  moneyAddress('refund', at, { refund: refundId })

/** 办理退款 of a home. */
export const toStaffRefundForm = (at: AtCommunity, householdId: HouseholdId): string =>
  moneyAddress('refundForm', at, { household: householdId })

/** 退还预存款 of a home. */
export const toStaffAdvanceReturn = (at: AtCommunity, householdId: HouseholdId): string =>
  moneyAddress('advanceReturn', at, { household: householdId })

/** 待查款. */
export const toStaffSuspense = (at: AtCommunity): string => moneyAddress('suspense', at)

/** 对账与日结: days as WeChat's bills and the books have them. */
export const toStaffReconciliation = (at: AtCommunity): string => moneyAddress('reconciliation', at)

/** 差异与无主交易: what a bill and the books do not agree on, and what belongs to nobody. */
export const toStaffBillDifferences = (at: AtCommunity): string => moneyAddress('billDifferences', at)

/** 银行与 POS 流水: accounts and terminals, and how far their statements are here. */
export const toStaffBankStatements = (at: AtCommunity): string => moneyAddress('bankStatements', at)

/** The statements of one account or terminal. */
export const toStaffBankStatement = (at: AtCommunity, placeId: MoneyPlaceId): string =>
  moneyAddress('bankStatement', at, { place: placeId })

/** 流水格式: how its bank writes them. */
export const toStaffBankLayout = (at: AtCommunity, placeId: MoneyPlaceId): string =>
  moneyAddress('bankLayout', at, { place: placeId })

/** 开票申请. */
export const toStaffInvoices = (at: AtCommunity): string => moneyAddress('invoices', at)

/** 税率设置. */
export const toStaffTaxRates = (at: AtCommunity): string => moneyAddress('taxRates', at)

/** 预存上限. */
export const toStaffAdvancePolicy = (at: AtCommunity): string => moneyAddress('advancePolicy', at)

/** 银行代扣: batches, and a new one. */
export const toStaffDebits = (at: AtCommunity): string => moneyAddress('debits', at)

/** One batch (代扣批次). */
export const toStaffDebitBatch = (at: AtCommunity, batchId: DebitBatchId): string =>
  moneyAddress('debitBatch', at, { batch: batchId })

/** 代扣文件格式. */
export const toStaffDebitLayouts = (at: AtCommunity): string => moneyAddress('debitLayouts', at)

/** Which refunds the list shows first: those that wait for a second person, unless `toFoundRefunds` has written otherwise. */
export const refundsShownIn = ({ state }: Readonly<Record<string, string | undefined>>): RefundState =>
  state === 'found' ? 'found' : 'asked'

/** Reads what `toStaffRefund` has written. */
export const refundIn = ({ refund }: PageParams): RefundId => Number(refund) as RefundId

/** Reads what `toStaffBankStatement` and `toStaffBankLayout` have written. */
export const moneyPlaceIn = ({ place }: PageParams): MoneyPlaceId => Number(place) as MoneyPlaceId

/** Reads what `toStaffDebitBatch` has written. */
export const debitBatchIn = ({ batch }: PageParams): DebitBatchId => Number(batch) as DebitBatchId

const moneyAddress = (
  page: keyof typeof moneyPages,
  { communityId }: AtCommunity,
  params: Readonly<Record<string, string | number>> = {},
): string => address(`packages/staff/${moneyPages[page]}`, { community: communityId, ...params })
