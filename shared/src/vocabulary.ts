/** Every enumeration that people read, with its Chinese label: one place, so that a state is called the same everywhere. */

export const membershipRelations = { owner: '业主', family: '家人', tenant: '租户' } as const
export type MembershipRelation = keyof typeof membershipRelations

export const staffRoles = {
  front_desk: '前台',
  finance: '财务',
  collector: '催缴员',
  manager: '项目经理',
  administrator: '管理员',
} as const
export type StaffRole = keyof typeof staffRoles

export const applicationStates = { pending: '待审核', approved: '已通过', rejected: '未通过' } as const
export type ApplicationState = keyof typeof applicationStates

export const chargeStates = {
  open: '待缴',
  partly_paid: '已缴一部分',
  paid: '已缴清',
  cancelled: '已作废',
} as const
export type ChargeState = keyof typeof chargeStates

export const chargeOrigins = { opening: '历史账单', bill: '本期账单', late_fee: '违约金' } as const
export type ChargeOrigin = keyof typeof chargeOrigins

export const attemptStates = {
  created: '正在下单',
  prepaid: '等待付款',
  paid: '已付款',
  closed: '已取消',
} as const
export type AttemptState = keyof typeof attemptStates

export const feeModels = { lump_sum: '包干制', commission: '酬金制' } as const
export type FeeModel = keyof typeof feeModels

export const billingCycles = { monthly: '按月', quarterly: '按季', yearly: '按年' } as const
export type BillingCycle = keyof typeof billingCycles

export const priceMethods = { area: '按面积', fixed: '固定金额', tier: '分档' } as const
export type PriceMethod = keyof typeof priceMethods

/** Why a bill run leaves something uncharged. */
export const unbilledReasons = {
  no_fee: '没有设定收费标准',
  no_price: '收费标准在账期内还没有价格',
  no_owner: '账期内没有登记业主',
  owner_changed: '业主在账期内变更，且不在月初交接，请手工出账',
  fee_changed: '收费在月中开始或停止，请手工出账',
  already_billed: '账期内已有这个项目的账单',
  nothing_to_pay: '按价格计算金额为零',
} as const
export type UnbilledReason = keyof typeof unbilledReasons

export const suspenseReasons = {
  unknown_order: '找不到对应的缴费单',
  other_amount: '实付金额与缴费单不符',
  paid_twice: '同一缴费单付了两次',
  paid_after_close: '缴费单取消后才付款',
  refunded_elsewhere: '付款后已在微信商户平台退款',
} as const
export type SuspenseReason = keyof typeof suspenseReasons

/** What an entry did, in the words a resident reads in the history of a charge. */
export const entryKinds = {
  opening: '历史账单转入',
  bill: '出账',
  late_fee: '违约金',
  payment: '缴费',
  advance_applied: '预存抵扣',
  suspense: '待查款',
  cancellation: '作废',
  reversal: '冲销',
} as const
export type EntryKind = keyof typeof entryKinds
