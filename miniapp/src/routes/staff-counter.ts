import type { HouseholdId } from '@anjiao/shared/ids'
import { address } from '../address'
import type { AtCommunity } from './staff'

/** Of the staff pages those at which money is taken. */
export const counterPages = {
  counter: 'counter/index',
  counterTake: 'counter-take/index',
  till: 'till/index',
} as const

/** 柜台收款: which home, and what was taken on a day. */
export const toStaffCounter = (at: AtCommunity): string => counterAddress('counter', at)

/** 收款 from one household. */
export const toStaffCounterTake = (at: AtCommunity, householdId: HouseholdId): string =>
  counterAddress('counterTake', at, { household: householdId })

/** 收银柜: opened, counted, handed over, confirmed; and the accounts that money goes to. */
export const toStaffTill = (at: AtCommunity): string => counterAddress('till', at)

const counterAddress = (
  page: keyof typeof counterPages,
  { communityId }: AtCommunity,
  params: Readonly<Record<string, number>> = {},
): string => address(`packages/staff/${counterPages[page]}`, { community: communityId, ...params })
