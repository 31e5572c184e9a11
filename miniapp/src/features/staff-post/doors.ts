import type { CommunityId } from '@anjiao/shared/ids'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import {
  toConfirmDesktop,
  toStaff,
  toStaffApplications,
  toStaffBillRun,
  toStaffCampaigns,
  toStaffContracts,
  toStaffDisputes,
  toStaffHouseholds,
  toStaffLetters,
  toStaffMessages,
  toStaffPlans,
  toStaffPrices,
  toStaffRelief,
  toStaffReliefStandards,
  toStaffRequests,
  toStaffRoll,
} from '../../routes/staff'
import {
  toStaffCounter,
  toStaffDebits,
  toStaffFinance,
  toStaffInvoices,
  toStaffReconciliation,
  toStaffRefunds,
  toStaffSuspense,
  toStaffTill,
} from '../../routes/staff-money'
import type { IconName } from '../../ui/icon'

/** One of the rooms of the workbench, by the name it bears everywhere. */
export interface Door {
  readonly title: string
  readonly icon: IconName
  /** Who finds something to do there. The server decides for itself; this only spares people a refusal. */
  readonly roles: readonly StaffRole[]
  readonly to: (at: { communityId: CommunityId }) => string
}

const everyone: readonly StaffRole[] = ['front_desk', 'finance', 'collector', 'manager']
const answerers: readonly StaffRole[] = ['front_desk', 'finance', 'manager']
const bookkeepers: readonly StaffRole[] = ['finance', 'manager']

export const doors = {
  workbench: { title: '工作台', icon: 'home', roles: everyone, to: toStaff },
  finance: { title: '财务总览', icon: 'coin', roles: bookkeepers, to: toStaffFinance },
  households: { title: '住户查询', icon: 'search', roles: everyone, to: toStaffHouseholds },
  counter: { title: '柜台收款', icon: 'receipt', roles: everyone, to: toStaffCounter },
  till: { title: '收银柜', icon: 'coin', roles: everyone, to: toStaffTill },
  requests: { title: '待办申请', icon: 'clock', roles: answerers, to: toStaffRequests },
  plans: { title: '分期', icon: 'calendar', roles: everyone, to: toStaffPlans },
  relief: { title: '困难减免', icon: 'leaf', roles: answerers, to: toStaffRelief },
  reliefStandards: { title: '减免标准', icon: 'shield', roles: answerers, to: toStaffReliefStandards },
  disputes: { title: '异议', icon: 'info', roles: answerers, to: toStaffDisputes },
  refunds: { title: '退款', icon: 'receipt', roles: answerers, to: toStaffRefunds },
  reminders: { title: '缴费提醒', icon: 'bell', roles: bookkeepers, to: toStaffCampaigns },
  messages: { title: '消息待办', icon: 'message', roles: ['manager'], to: toStaffMessages },
  letters: {
    title: '待寄信件',
    icon: 'mail',
    roles: ['front_desk', 'collector', 'manager'],
    to: toStaffLetters,
  },
  applications: { title: '绑定审核', icon: 'key', roles: ['front_desk', 'manager'], to: toStaffApplications },
  roll: { title: '导入名册', icon: 'upload', roles: bookkeepers, to: toStaffRoll },
  billRun: { title: '出账', icon: 'calculator', roles: bookkeepers, to: toStaffBillRun },
  prices: { title: '收费标准', icon: 'coin', roles: bookkeepers, to: toStaffPrices },
  contracts: { title: '服务合同', icon: 'book', roles: bookkeepers, to: toStaffContracts },
  suspense: { title: '待查款', icon: 'wallet', roles: bookkeepers, to: toStaffSuspense },
  reconciliation: { title: '对账与日结', icon: 'table', roles: bookkeepers, to: toStaffReconciliation },
  debits: { title: '银行代扣', icon: 'calendar', roles: bookkeepers, to: toStaffDebits },
  invoices: { title: '开票申请', icon: 'receipt', roles: bookkeepers, to: toStaffInvoices },
  desktop: { title: '登录电脑', icon: 'scan', roles: everyone, to: () => toConfirmDesktop() },
} as const satisfies Record<string, Door>

export type DoorName = keyof typeof doors

/** Whether somebody with these roles finds something to do there. Administrators do everywhere. */
export const mayEnter = (held: readonly StaffRole[], { roles }: Pick<Door, 'roles'>): boolean =>
  held.includes('administrator') || held.some((role) => roles.includes(role))

/** The rooms that are open to somebody with these roles, in the order of a day's work. */
export const openDoors = (held: readonly StaffRole[]): readonly Door[] =>
  Object.values<Door>(doors).filter((door) => mayEnter(held, door))
