import type { CampaignProgress, Conversion } from '@anjiao/shared/contract/campaigns'
import { paidWithinDays } from '@anjiao/shared/notice-limits'

export interface PaidShare {
  readonly days: number
  readonly reminded: Share
  /** Undefined where nobody was left unreminded. */
  readonly notReminded: Share | undefined
}

interface Share {
  readonly percent: number
  readonly paid: number
  readonly homes: number
}

/** Below so many homes on either side chance alone makes large differences. Ours. */
export const comparableHomes = 30

const fields = { 3: 'paid3Days', 7: 'paid7Days', 14: 'paid14Days' } as const

/**
 * By how many points of a hundred more of those who were reminded paid than of those who were not, of shares that nobody rounded
 * before. Undefined where nobody was left unreminded. Pure.
 */
export function pointsApart({ reminded, notReminded }: PaidShare): number | undefined {
  if (!notReminded || reminded.homes === 0) return undefined
  return Math.round((reminded.paid / reminded.homes - notReminded.paid / notReminded.homes) * 100)
}

/** How many of those who were reminded, and of those who were not, paid within so many days. Pure. */
export const paidShares = ({
  reminded,
  notReminded,
}: Pick<CampaignProgress, 'reminded' | 'notReminded'>): readonly PaidShare[] =>
  paidWithinDays.map((days) => ({
    days,
    reminded: share(reminded, days),
    notReminded: notReminded.homes > 0 ? share(notReminded, days) : undefined,
  }))

function share(group: Conversion, days: (typeof paidWithinDays)[number]): Share {
  const paid = group[fields[days]]
  return { percent: group.homes > 0 ? Math.round((paid * 100) / group.homes) : 0, paid, homes: group.homes }
}

/** What the bars of these shares are drawn against, in per cent: as little as holds the largest, so that they can be compared by eye. */
export function fullBar(shares: readonly PaidShare[]): number {
  const largest = Math.max(
    ...shares.flatMap(({ reminded, notReminded }) => [reminded.percent, notReminded?.percent ?? 0]),
  )
  return [5, 10, 20, 50].find((full) => full >= largest) ?? 100
}
