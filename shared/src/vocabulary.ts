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

/** In the place of the name of somebody who no longer has a post here. */
export const leftStaff = '已离岗的同事'

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

/** How money reached us. */
export const paymentMethods = {
  wechat: '微信支付',
  cash: '现金',
  transfer: '银行转账',
  pos: '刷卡',
  cheque: '支票',
  bank_debit: '银行代扣',
} as const
export type PaymentMethod = keyof typeof paymentMethods

/** How money came in, be it that nobody knows yet whose it is. */
export const moneyRoutes = { ...paymentMethods, suspense: '待查款' } as const
export type MoneyRoute = keyof typeof moneyRoutes

/** What finance takes away as an Excel file. */
export const financeLists = {
  days: '收款日报',
  payments: '收款明细',
  refunds: '退款明细',
  differences: '对账差异',
  suspense: '待查款',
  bankLines: '银行与 POS 流水',
} as const
export type FinanceList = keyof typeof financeLists

/** Where money lies that does not come by WeChat. */
export const placeKinds = { cash: '收银柜', bank: '银行账户', pos: '刷卡机' } as const
export type PlaceKind = keyof typeof placeKinds

export const chequeStates = { waiting: '等待到账', cleared: '已到账', bounced: '已退票' } as const
export type ChequeState = keyof typeof chequeStates

/** How a clerk's time at a till stands. */
export const tillStates = { open: '正在收款', counted: '已点数，等复核', closed: '已交班' } as const
export type TillState = keyof typeof tillStates

export const suspenseReasons = {
  unknown_order: '找不到对应的缴费单',
  other_amount: '实付金额与缴费单不符',
  paid_twice: '同一缴费单付了两次',
  paid_after_close: '缴费单取消后才付款',
  refunded_elsewhere: '付款后已在微信商户平台退款',
  bank_unexplained: '银行到账，没有对应的收款',
  card_unexplained: '刷卡到账，没有对应的收款',
} as const
export type SuspenseReason = keyof typeof suspenseReasons

export const suspenseStates = { open: '待处理', resolved: '已处理' } as const
export type SuspenseState = keyof typeof suspenseStates

/** What a person made of money that was held. */
export const suspenseOutcomes = { placed: '已入账', returned: '已退回付款人' } as const
export type SuspenseOutcome = keyof typeof suspenseOutcomes

/** Why money that is held may be a home's. The first say most. */
export const suspenseHints = {
  attempt: '是这一户的缴费单',
  room: '附言里有房号',
  payer: '付款人与业主同名',
  instalment: '等于一期分期的待付额',
  home: '等于这一户的全部欠费',
  charge: '等于其中一笔账单',
} as const
export type SuspenseHint = keyof typeof suspenseHints

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
  relief: '减免',
  refund: '退款',
  refund_paid: '退款已付出',
  suspense_placed: '待查款入账',
  fee: '手续费',
  transfer: '资金转存',
  till_difference: '长短款',
} as const
export type EntryKind = keyof typeof entryKinds

/** How a photo stands that somebody attaches to an application or a dispute. */
export const photoStates = { waiting: '正在上传', kept: '已保存', deleted: '已删除' } as const
export type PhotoState = keyof typeof photoStates

export const photoTypes = { 'image/jpeg': 'JPG', 'image/png': 'PNG', 'image/webp': 'WebP' } as const
export type PhotoType = keyof typeof photoTypes

/** What stays the pressing for a charge, and its late fee with it. */
export const holdMatters = { plan: '分期', deferral: '延期', relief: '困难减免', dispute: '异议' } as const
export type HoldMatter = keyof typeof holdMatters

/** What residents ask and staff have to answer. */
export const requestMatters = { ...holdMatters, advance_return: '退还预存款', complaint: '提醒意见' } as const
export type RequestMatter = keyof typeof requestMatters

/** What people are told that holds a charge. `paused`: those who need to know that it is held, and not what for. */
export const shownHolds = { ...holdMatters, paused: '暂缓' } as const
export type ShownHold = keyof typeof shownHolds

/** Why nobody may press for a charge now. */
export const whyNotPress = {
  settled: '已缴清',
  cancelled: '已作废',
  not_due: '还没到缴费日',
  plan_review: '分期申请正在审核',
  plan: '正在按分期协议缴',
  deferral_review: '延期申请正在审核',
  deferral: '已同意延期',
  relief_review: '减免申请正在审核',
  relief: '减免正在办理',
  dispute: '业主有异议，还没答复',
  paused: '暂缓催缴',
  paying: '正在付款',
} as const
export type WhyNotPress = keyof typeof whyNotPress

/** What happens to the late fee under a plan. The days on which it is kept never bear one. */
export const lateFeeTerms = {
  held: '履约期间不计违约金',
  waived_when_kept: '履约期间不计违约金；全部按时缴完，以前的违约金也免收',
} as const
export type LateFeeTerms = keyof typeof lateFeeTerms

/** What an earlier plan that was broken means for a new one. */
export const afterBroken = {
  needs_approval: '可以再申请，由物业审核',
  refused: '暂不受理新的分期申请',
} as const
export type AfterBroken = keyof typeof afterBroken

/** Why a home gets no offer of a plan. */
export const noOfferReasons = {
  own_home: '是您自己的家，要请同事来办',
  has_plan: '已有分期或分期申请',
  held: '有账单正在延期、减免或异议处理中',
  only_old: '只有缴费日超过三年的账单',
  too_small: '每期会低于最小金额',
} as const
export type NoOfferReason = keyof typeof noOfferReasons

export const deferralStates = {
  applied: '等待答复',
  granted: '已同意延期',
  refused: '未同意',
  withdrawn: '已撤回',
} as const
export type DeferralState = keyof typeof deferralStates

/** 困难减免, by what the hardship is. */
export const reliefKinds = {
  low_income: '低保、低收入家庭',
  illness: '重大疾病',
  disability: '残疾',
  disaster: '灾害、意外',
  unemployment: '失业',
  vacancy: '房屋空置',
  other: '其他困难',
} as const
export type ReliefKind = keyof typeof reliefKinds

/** What a published standard gives. */
export const reliefMeasures = {
  percent: '按比例减免',
  sum: '减免一笔金额',
  late_fee: '免收违约金',
  deferral: '延期缴费',
  plan: '更宽松的分期',
} as const
export type ReliefMeasure = keyof typeof reliefMeasures
/** Whether it takes something off what is owed itself, not only off late fees or in time. */
export const givesPrincipal = (measure: ReliefMeasure): boolean => measure === 'percent' || measure === 'sum'

/** How somebody shows their hardship. */
export const evidenceWays = {
  desk: '到物业前台出示，不留复印件',
  certificate: '社区居委会出具证明',
  upload: '拍照上传',
} as const
export type EvidenceWay = keyof typeof evidenceWays

export const budgetSources = {
  company: '物业公司让利',
  common_income: '公共收益',
  other: '其他来源',
} as const
export type BudgetSource = keyof typeof budgetSources

/** What an owner finds wrong with a charge. */
export const disputeAbouts = {
  amount: '金额不对',
  period: '时间不对',
  area: '面积不对',
  price: '单价不对',
  paid: '已经缴过',
  service: '服务没有做到',
  not_mine: '不该由我缴',
  other: '其他',
} as const
export type DisputeAbout = keyof typeof disputeAbouts

export const disputeStates = {
  open: '等待答复',
  corrected: '已更正',
  explained: '已答复',
  withdrawn: '已撤回',
} as const
export type DisputeState = keyof typeof disputeStates

export const billLineKinds = { paid: '收款', refund: '退款', revoked: '撤销' } as const

/** What a bill of WeChat and the books do not agree on. */
export const differenceKinds = {
  missing_here: '微信有，账上没有',
  missing_there: '账上有，微信没有',
  amount: '金额不一致',
  revoked: '微信已撤销，账上仍是已缴',
  refund_missing_here: '微信有退款，账上没有',
  refund_missing_there: '账上有退款，微信没有',
  refund_amount: '退款金额不一致',
  refund_state: '退款成没成，两边不一致',
} as const
export type DifferenceKind = keyof typeof differenceKinds

export const differenceStates = { open: '待处理', resolved: '已处理' } as const
export type DifferenceState = keyof typeof differenceStates
