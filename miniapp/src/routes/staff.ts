import type {
  CampaignId,
  ChargeId,
  CommunityId,
  DisputeId,
  HouseholdId,
  LetterBatchId,
  PlanId,
  ReliefApplicationId,
  ReliefStandardId,
  RollImportId,
} from '@anjiao/shared/ids'
import { type Channel, channels, type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { address } from '../address'
import type { PageParams } from './home-address'
import { moneyPages } from './staff-money'

/** The addresses of the staff pages: a subpackage of its own, loaded only when one of them is opened. */
const root = 'packages/staff'
const pages = {
  home: 'home/index',
  households: 'households/index',
  household: 'household/index',
  statement: 'statement/index',
  accountStatement: 'account-statement/index',
  roll: 'roll/index',
  rollPreview: 'roll-preview/index',
  applications: 'applications/index',
  requests: 'requests/index',
  deferrals: 'deferrals/index',
  plans: 'plans/index',
  plan: 'plan/index',
  planOffers: 'plan-offers/index',
  planPolicy: 'plan-policy/index',
  newPlanPolicy: 'plan-policy-new/index',
  relief: 'relief/index',
  reliefCase: 'relief-case/index',
  reliefStandards: 'relief-standards/index',
  newReliefStandard: 'relief-standard-new/index',
  reliefOverview: 'relief-overview/index',
  disputes: 'disputes/index',
  dispute: 'dispute/index',
  campaigns: 'campaigns/index',
  campaign: 'campaign/index',
  campaignForm: 'campaign-form/index',
  reminderRules: 'reminder-rules/index',
  wordings: 'wordings/index',
  wording: 'wording/index',
  reach: 'reach/index',
  messages: 'messages/index',
  householdMessages: 'household-messages/index',
  letters: 'letters/index',
  letterBatch: 'letter-batch/index',
  billRun: 'bill-run/index',
  prices: 'prices/index',
  contracts: 'contracts/index',
  desktopSignIn: 'desktop-sign-in/index',
  confirmDesktop: 'confirm-desktop/index',
} as const

/** For app.config.ts. Only a browser signs in by a code on its screen. */
export const staffPackage: { root: string; pages: string[] } = {
  root,
  pages: Object.values<string>({ ...pages, ...moneyPages }).filter(
    (page) => page !== pages.desktopSignIn || process.env.TARO_ENV === 'h5',
  ),
}

/** Which community a page is about. */
export interface AtCommunity {
  communityId: CommunityId
}

/** 工作台. Without a community: the one worked for last. */
export const toStaff = (at: Partial<AtCommunity> = {}): string => staffAddress('home', at)

/** 住户查询. */
export const toStaffHouseholds = (at: AtCommunity): string => staffAddress('households', at)

/** One household, for staff. */
export const toStaffHousehold = (at: AtCommunity, householdId: HouseholdId): string =>
  staffAddress('household', at, { household: householdId })

/** 账单明细 of one charge, for staff. */
export const toStaffStatement = (
  { householdId, ...at }: AtCommunity & { householdId: HouseholdId },
  chargeId: ChargeId,
): string => staffAddress('statement', at, { household: householdId, charge: chargeId })

/** 对账单 of one household, for staff. */
export const toStaffAccountStatement = (at: AtCommunity, householdId: HouseholdId): string =>
  staffAddress('accountStatement', at, { household: householdId })

/** 导入名册. */
export const toStaffRoll = (at: AtCommunity): string => staffAddress('roll', at)

/** A roll that was uploaded: what it would bring, or has brought. */
export const toStaffRollPreview = (at: AtCommunity, rollImportId: RollImportId): string =>
  staffAddress('rollPreview', at, { roll: rollImportId })

/** 绑定审核. */
export const toStaffApplications = (at: AtCommunity): string => staffAddress('applications', at)

/** 待办申请: what residents asked, whatever it is. */
export const toStaffRequests = (at: AtCommunity): string => staffAddress('requests', at)

/** 延期申请. */
export const toStaffDeferrals = (at: AtCommunity): string => staffAddress('deferrals', at)

/** 分期总览: how plans go, and the list of them. */
export const toStaffPlans = (at: AtCommunity): string => staffAddress('plans', at)

/** One plan (分期): what was asked or agreed, beside the household. */
export const toStaffPlan = (at: AtCommunity, planId: PlanId): string =>
  staffAddress('plan', at, { plan: planId })

/** 提供分期: to every home of a segment, or to one alone. */
export const toStaffPlanOffers = (at: AtCommunity, householdId?: HouseholdId): string =>
  staffAddress('planOffers', at, householdId === undefined ? {} : { household: householdId })

/** 分期办法: its versions. */
export const toStaffPlanPolicy = (at: AtCommunity): string => staffAddress('planPolicy', at)

/** A new version of the 分期办法. */
export const toStaffNewPlanPolicy = (at: AtCommunity): string => staffAddress('newPlanPolicy', at)

/** 减免申请, all of them. */
export const toStaffRelief = (at: AtCommunity): string => staffAddress('relief', at)

/** One relief application (减免申请) beside the household, and the decision about it. */
export const toStaffReliefCase = (at: AtCommunity, applicationId: ReliefApplicationId): string =>
  staffAddress('reliefCase', at, { relief: applicationId })

/** 减免标准, and the budgets relief is paid from. */
export const toStaffReliefStandards = (at: AtCommunity): string => staffAddress('reliefStandards', at)

/** A new 减免标准; with `from`, one that begins with what that version says. */
export const toStaffNewReliefStandard = (at: AtCommunity, from?: ReliefStandardId): string =>
  staffAddress('newReliefStandard', at, from === undefined ? {} : { standard: from })

/** 减免总览: budgets, relief by kind, and whether like cases were treated alike. */
export const toStaffReliefOverview = (at: AtCommunity): string => staffAddress('reliefOverview', at)

/** 异议, by state. */
export const toStaffDisputes = (at: AtCommunity): string => staffAddress('disputes', at)

/** One dispute (异议): what the owner says beside the charge, and the answer. */
export const toStaffDispute = (at: AtCommunity, disputeId: DisputeId): string =>
  staffAddress('dispute', at, { dispute: disputeId })

/** 缴费提醒: campaigns (缴费提醒活动), and the ways to what else is reminded by. */
export const toStaffCampaigns = (at: AtCommunity): string => staffAddress('campaigns', at)

/** One campaign: what it is to do, how far it is, and what came of it. */
export const toStaffCampaign = (at: AtCommunity, campaignId: CampaignId): string =>
  staffAddress('campaign', at, { campaign: campaignId })

/** A new campaign, or a draft that is changed. */
export const toStaffCampaignForm = (at: AtCommunity, campaignId?: CampaignId): string =>
  staffAddress('campaignForm', at, campaignId === undefined ? {} : { campaign: campaignId })

/** 自动提醒. */
export const toStaffReminderRules = (at: AtCommunity): string => staffAddress('reminderRules', at)

/** 消息内容: what each kind of message says on each channel, and WeChat's templates. */
export const toStaffWordings = (at: AtCommunity): string => staffAddress('wordings', at)

/** What one kind of message says on one channel. */
export const toStaffWording = (at: AtCommunity, kind: NoticeKind, channel: Channel): string =>
  staffAddress('wording', at, { kind, channel })

/** 能通知到谁, by building. */
export const toStaffReach = (at: AtCommunity): string => staffAddress('reach', at)

/** 消息待办: doubts about reminders, and messages whose fate is not known. */
export const toStaffMessages = (at: AtCommunity): string => staffAddress('messages', at)

/** Of these the latter. */
export const toUnknownMessages = (at: AtCommunity): string => staffAddress('messages', at, { tab: 'unknown' })

/** 消息记录 of one household. */
export const toStaffHouseholdMessages = (at: AtCommunity, householdId: HouseholdId): string =>
  staffAddress('householdMessages', at, { household: householdId })

/** 待寄信件: letters that wait to be printed, and those that were. */
export const toStaffLetters = (at: AtCommunity): string => staffAddress('letters', at)

/** 一批信: letters that were printed at once, and what became of each. */
export const toStaffLetterBatch = (at: AtCommunity, batchId: LetterBatchId): string =>
  staffAddress('letterBatch', at, { batch: batchId })

/** 出账. */
export const toStaffBillRun = (at: AtCommunity): string => staffAddress('billRun', at)

/** 收费标准. */
export const toStaffPrices = (at: AtCommunity): string => staffAddress('prices', at)

/** 物业服务合同. */
export const toStaffContracts = (at: AtCommunity): string => staffAddress('contracts', at)

/** Where a desktop browser shows the code to sign in with. */
export const toDesktopSignIn = (): string => staffAddress('desktopSignIn', {})

/** Where the phone lets a desktop in: with the code that was scanned, or to scan or type it. */
export const toConfirmDesktop = (params: { code?: string } = {}): string =>
  staffAddress('confirmDesktop', {}, params)

/** Reads what `toStaffRollPreview` has written. A number that is none leads to the server's “not found”. */
export const rollIn = ({ roll }: PageParams): RollImportId => Number(roll) as RollImportId

/** What 消息待办 shows first. */
export type MessagesTab = 'complaints' | 'unknown'

/** Reads what `toUnknownMessages` has written. */
export const messagesTabIn = ({ tab }: PageParams): MessagesTab =>
  tab === 'unknown' ? 'unknown' : 'complaints'

/** Reads what `toStaffPlan` has written. */
export const planIn = ({ plan }: PageParams): PlanId => Number(plan) as PlanId

/** Reads what `toStaffPlanOffers` has written. */
export const offeredHomeIn = ({ household }: PageParams): HouseholdId | undefined =>
  household === undefined ? undefined : (Number(household) as HouseholdId)

/** Reads what `toStaffReliefCase` has written. */
export const reliefIn = ({ relief }: PageParams): ReliefApplicationId => Number(relief) as ReliefApplicationId

/** Reads what `toStaffNewReliefStandard` has written. */
export const standardIn = ({ standard }: PageParams): ReliefStandardId | undefined =>
  standard === undefined ? undefined : (Number(standard) as ReliefStandardId)

/** Reads what `toStaffDispute` has written. */
export const disputeIn = ({ dispute }: PageParams): DisputeId => Number(dispute) as DisputeId

/** Reads what `toStaffCampaign` has written. */
export const campaignIn = ({ campaign }: PageParams): CampaignId => Number(campaign) as CampaignId

/** Reads what `toStaffLetterBatch` has written. */
export const letterBatchIn = ({ batch }: PageParams): LetterBatchId => Number(batch) as LetterBatchId

/** Reads what `toStaffCampaignForm` has written. */
export const draftIn = (params: PageParams): CampaignId | undefined =>
  params.campaign === undefined ? undefined : campaignIn(params)

/** Reads what `toStaffWording` has written; anything else is the reminder in WeChat. */
export const wordingIn = ({
  kind = '',
  channel = '',
}: PageParams): { kind: NoticeKind; channel: Channel } => ({
  kind: isKind(kind) ? kind : 'reminder',
  channel: isChannel(channel) ? channel : 'subscription',
})

const isKind = (text: string): text is NoticeKind => Object.keys(noticeKinds).includes(text)
const isChannel = (text: string): text is Channel => Object.keys(channels).includes(text)

const staffAddress = (
  page: keyof typeof pages,
  { communityId }: Partial<AtCommunity>,
  params: Readonly<Record<string, string | number>> = {},
): string => address(`${root}/${pages[page]}`, { community: communityId, ...params })
