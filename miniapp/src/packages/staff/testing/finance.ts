import { addDays } from '@anjiao/shared/calendar'
import type { FinanceOverview } from '@anjiao/shared/contract/finance'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day } from './values'

const days = Array.from({ length: 30 }, (_, at): FinanceOverview['days'][number] => {
  const wechat = ((at * 7_919) % 97) * 12_300
  const cash = at % 3 === 0 ? 195_228 : 0
  return {
    day: addDays(day('2026-10-25'), at),
    received: [
      { route: 'wechat', times: (at * 7) % 23, amountFen: fen(wechat) },
      ...(cash > 0 ? [{ route: 'cash' as const, times: 1, amountFen: fen(cash) }] : []),
    ],
    receivedFen: fen(wechat + cash),
    returnedFen: fen(at === 12 ? 12_000 : 0),
    feeFen: fen(Math.round((wechat * 6) / 1_000)),
  }
})

export const anOverview = (over: Partial<FinanceOverview> = {}): FinanceOverview => ({
  days,
  routes: [
    { route: 'wechat', times: 1_203, amountFen: fen(16_234_500) },
    { route: 'cash', times: 10, amountFen: fen(1_952_280) },
    { route: 'suspense', times: 1, amountFen: fen(80_000) },
  ],
  receivedFen: fen(18_266_780),
  returnedFen: fen(12_000),
  feeFen: fen(97_407),
  open: {
    closedThrough: day('2026-11-21'),
    differences: 3,
    strays: 0,
    suspense: { count: 1, amountFen: fen(80_000) },
    refundsToCheck: { count: 2, amountFen: fen(4_000) },
    refundsOnTheWay: { count: 0, amountFen: fen(0) },
    refundsFound: { count: 1, amountFen: fen(12_000) },
    invoices: 4,
    tillsToConfirm: 1,
    bankDoubts: 3,
    debitsToRelease: 1,
    debitsWithBank: 2,
    unreported: 2,
  },
  ...over,
})

export const financeScript: Script = {
  [`GET ${community}/finance-overview`]: anOverview(),
  [`POST ${community}/finance-lists`]: {
    url: '/v1/finance-lists/t/days/a/b',
    expiresAt: '2026-11-23T03:00:00Z',
  },
}
