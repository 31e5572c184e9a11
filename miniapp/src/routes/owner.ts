import type {
  ChargeId,
  DisputeId,
  NoticeId,
  PlanId,
  ReliefApplicationId,
  ReliefStandardId,
} from '@anjiao/shared/ids'
import { address } from '../address'
import { type HomeAddress, homeParams, type PageParams } from './home-address'

/** The addresses of what an owner needs now and then: a subpackage of its own, loaded when one of them is opened. */
const root = 'packages/owner'
const pages = {
  plans: 'plans/index',
  choosePlan: 'choose-plan/index',
  agreement: 'agreement/index',
  plan: 'plan/index',
  defer: 'defer/index',
  relief: 'relief/index',
  reliefApply: 'relief-apply/index',
  reliefApplication: 'relief-application/index',
  disputes: 'disputes/index',
  disputeForm: 'dispute-form/index',
  dispute: 'dispute/index',
  notices: 'notices/index',
  notice: 'notice/index',
  reminderSettings: 'reminder-settings/index',
  receipts: 'receipts/index',
  accountStatement: 'account-statement/index',
  invoices: 'invoices/index',
  bankDebit: 'bank-debit/index',
} as const

/** For app.config.ts. */
export const ownerPackage: { root: string; pages: string[] } = { root, pages: Object.values(pages) }

/** 分期与延期 of a home. */
export const toPlans = (home: HomeAddress): string => ownerAddress('plans', home)

/** 分期方案: where a plan is chosen. */
export const toChoosePlan = (home: HomeAddress): string => ownerAddress('choosePlan', home)

/** 分期协议 of a plan: to be signed, or as it was signed. */
export const toAgreement = (home: HomeAddress, planId: PlanId): string =>
  ownerAddress('agreement', home, { plan: planId })

/** One plan. */
export const toPlan = (home: HomeAddress, planId: PlanId): string =>
  ownerAddress('plan', home, { plan: planId })

/** 申请延期. */
export const toDefer = (home: HomeAddress): string => ownerAddress('defer', home)

/** Reads what `toPlan` and `toAgreement` have written. A number that is none leads to the server's “not found”. */
export const planIn = ({ plan }: PageParams): PlanId => Number(plan) as PlanId

/** 困难减免: what there is, and what was asked for. */
export const toRelief = (home: HomeAddress): string => ownerAddress('relief', home)

/** 申请减免, under one standard or one yet to be chosen. */
export const toReliefApply = (home: HomeAddress, standardId?: ReliefStandardId): string =>
  ownerAddress('reliefApply', home, { standard: standardId })

/** One 减免申请. */
export const toReliefApplication = (home: HomeAddress, applicationId: ReliefApplicationId): string =>
  ownerAddress('reliefApplication', home, { application: applicationId })

/** 异议 of a home. */
export const toDisputes = (home: HomeAddress): string => ownerAddress('disputes', home)

/** 提出异议 about one charge. */
export const toDisputeForm = (home: HomeAddress, chargeId: ChargeId): string =>
  ownerAddress('disputeForm', home, { charge: chargeId })

/** One 异议. */
export const toDispute = (home: HomeAddress, disputeId: DisputeId): string =>
  ownerAddress('dispute', home, { dispute: disputeId })

/** 消息 of a home. */
export const toNotices = (home: HomeAddress): string => ownerAddress('notices', home)

/** One 消息. What WeChat sends to a phone opens this very address, so that it stays as it is. */
export const toNotice = (home: HomeAddress, noticeId: NoticeId): string =>
  ownerAddress('notice', home, { notice: noticeId })

/** 提醒设置 of a home. */
export const toReminderSettings = (home: HomeAddress): string => ownerAddress('reminderSettings', home)

/** 票据 of a home: its receipts. */
export const toReceipts = (home: HomeAddress): string => ownerAddress('receipts', home)

/** 对账单 of a home. */
export const toAccountStatement = (home: HomeAddress): string => ownerAddress('accountStatement', home)

/** 开发票: what a home may ask an invoice for, and what it asked. */
export const toInvoices = (home: HomeAddress): string => ownerAddress('invoices', home)

/** 银行代扣 of a home. */
export const toBankDebit = (home: HomeAddress): string => ownerAddress('bankDebit', home)

/** Each reads what its link has written. A number that is none leads to the server's “not found”. */
export const standardIn = ({ standard }: PageParams): ReliefStandardId => Number(standard) as ReliefStandardId

export const applicationIn = ({ application }: PageParams): ReliefApplicationId =>
  Number(application) as ReliefApplicationId

export const disputeIn = ({ dispute }: PageParams): DisputeId => Number(dispute) as DisputeId

export const noticeIn = ({ notice }: PageParams): NoticeId => Number(notice) as NoticeId

const ownerAddress = (
  page: keyof typeof pages,
  home: HomeAddress,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string => address(`${root}/${pages[page]}`, { ...homeParams(home), ...params })
