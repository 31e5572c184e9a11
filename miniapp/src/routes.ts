import type { ChargeId, PaymentAttemptId, PaymentId } from '@anjiao/shared/ids'
import { address } from './address'
import { type HomeAddress, homeParams, type PageParams } from './routes/home-address'

export { type HomeAddress, homeIn } from './routes/home-address'
export {
  toChoosePlan,
  toDispute,
  toDisputeForm,
  toDisputes,
  toNotices,
  toPlans,
  toRelief,
  toReminderSettings,
} from './routes/owner'
export { toStaff } from './routes/staff'

/** The only place that knows the pages' addresses. A link is made by a function named after the page it leads to. */
const pages = {
  home: 'pages/home/index',
  bind: 'pages/bind/index',
  apply: 'pages/apply/index',
  bills: 'pages/bills/index',
  statement: 'pages/statement/index',
  pay: 'pages/pay/index',
  payment: 'pages/payment/index',
  payments: 'pages/payments/index',
  advance: 'pages/advance/index',
  homes: 'pages/homes/index',
  link: 'pages/link/index',
  settings: 'pages/settings/index',
  privacy: 'pages/privacy/index',
} as const

/** For app.config.ts: the main package, first page first. */
export const mainPages: string[] = Object.values(pages)

export const toHome = (): string => address(pages.home)
export const toSettings = (): string => address(pages.settings)

/** 隐私说明. With `ask`, the page asks for consent and goes back when it is given. */
export const toPrivacy = (params: { ask?: boolean } = {}): string =>
  address(pages.privacy, { ask: params.ask ? 1 : undefined })

/** 关联房屋, by the phone that WeChat vouches for. */
export const toBind = (): string => address(pages.bind)

/** 申请关联房屋, when the phone is on no roll. */
export const toApply = (): string => address(pages.apply)

/** 账单. */
export const toBills = (home: HomeAddress): string => address(pages.bills, homeParams(home))

/** 账单明细 of one charge. */
export const toStatement = (home: HomeAddress, chargeId: ChargeId): string =>
  address(pages.statement, { ...homeParams(home), charge: chargeId })

/** 缴费: everything due, or only one charge ticked, or an amount to be typed. */
export const toPay = (home: HomeAddress, first: { chargeId?: ChargeId; byAmount?: boolean } = {}): string =>
  address(pages.pay, { ...homeParams(home), charge: first.chargeId, amount: first.byAmount ? 1 : undefined })

/** How the payment sheet was left, as far as the phone says. */
export type Paying = 'closed' | 'cancelled' | 'failed'

/** One payment. With `paying`, the person comes from the payment sheet and waits for the result. */
export const toPayment = (home: HomeAddress, attemptId: PaymentAttemptId, paying?: Paying): string =>
  address(pages.payment, { ...homeParams(home), attempt: attemptId, paying })

/** One payment that came another way than by this phone: at the counter, from a bank. */
export const toPaid = (home: HomeAddress, paymentId: PaymentId): string =>
  address(pages.payment, { ...homeParams(home), paid: paymentId })

/** 缴费记录. */
export const toPayments = (home: HomeAddress): string => address(pages.payments, homeParams(home))

/** 预存. */
export const toAdvance = (home: HomeAddress): string => address(pages.advance, homeParams(home))

/** 房屋与家人. */
export const toHomes = (): string => address(pages.homes)

/** 添加家人或租户. */
export const toLink = (home: HomeAddress): string => address(pages.link, homeParams(home))

/** Reads what `toStatement` and `toPay` have written. */
export const chargeIn = ({ charge }: PageParams): ChargeId => Number(charge) as ChargeId

export const attemptIn = ({ attempt }: PageParams): PaymentAttemptId => Number(attempt) as PaymentAttemptId

/** Reads what `toPaid` has written; undefined when one comes by `toPayment`. */
export const paidIn = ({ paid }: PageParams): PaymentId | undefined =>
  paid === undefined ? undefined : (Number(paid) as PaymentId)

export const payingIn = ({ paying }: PageParams): Paying | undefined =>
  paying === 'closed' || paying === 'cancelled' || paying === 'failed' ? paying : undefined
