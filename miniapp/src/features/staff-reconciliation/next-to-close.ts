import type { ReconciledDay } from '@anjiao/shared/contract/reconciliation'

/**
 * The day that is closed next, of days newest first. Before the first closing any matched day may be it: the oldest, because it
 * takes the least with it. Pure.
 */
export const nextToClose = (days: readonly ReconciledDay[]): ReconciledDay | undefined =>
  days.reduce<ReconciledDay | undefined>((found, day) => (day.next ? day : found), undefined)
