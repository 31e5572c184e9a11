import { businessDate } from '@anjiao/shared/calendar'
import type { BillRun, BillRunPreview } from '@anjiao/shared/contract/bill-runs'
import type { BillRunId } from '@anjiao/shared/ids'
import { type UnbilledReason, unbilledReasons } from '@anjiao/shared/vocabulary'
import { auditBilling } from '../../billing/audit-billing.ts'
import { continueBillRun, previewBillRun, startBillRun } from '../../billing/index.ts'
import type { RunRequest } from '../../billing/run-period.ts'
import type { World } from '../../platform/context.ts'
import { givenCommunity } from './given.ts'
import { type GivenContract, givenPrices, perSquareMetre } from './given-prices.ts'

const actor = { kind: 'system', task: 'test' } as const

/** Later than any test. */
export const noDeadline = new Date('2999-01-01T00:00:00Z')

export const runOf = (cycle: RunRequest['cycle'], from: string, due = '2027-12-31'): RunRequest => ({
  cycle,
  fromDate: businessDate(from),
  dueDate: businessDate(due),
})

/** How a preview says that rooms are left out, all for one reason. */
export const leftOut = (reason: UnbilledReason, rooms = 1): BillRunPreview['skipped'] => [
  { reason: unbilledReasons[reason], rooms },
]

export interface GivenHomes {
  readonly homes?: number
  readonly contracts?: readonly GivenContract[]
}

/** A community of homes of 98.60 ㎡ that pay 2.20 元/㎡, by a contract without end unless told otherwise, and its bill runs. */
export async function givenBilling(world: World, { homes = 1, contracts = [{}] }: GivenHomes = {}) {
  const given = await givenCommunity(world)
  const prices = givenPrices(given)
  for (const contract of contracts) await prices.contract(contract)
  const standardId = await prices.standard('物业服务费', perSquareMetre('2.20'))
  const rooms = []
  for (let made = 0; made < homes; made++) {
    const home = await given.household()
    await prices.pays(home.roomId, standardId)
    rooms.push(home)
  }
  const [first] = rooms
  if (!first) throw new Error('a community without homes')

  const start = (request: RunRequest): Promise<BillRunId> => given.inside((ctx) => startBillRun(ctx, request))
  const goOn = (billRunId: BillRunId): Promise<BillRun> =>
    continueBillRun(world, { communityId: given.community, billRunId, actor, until: noDeadline })

  return {
    ...given,
    ...prices,
    standardId,
    first,
    start,
    goOn,
    /** Starts a run and does all of it. */
    bill: async (request: RunRequest): Promise<BillRun> => goOn(await start(request)),
    preview: (request: RunRequest): Promise<BillRunPreview> =>
      given.inside((ctx) => previewBillRun(ctx, request)),
    /** What the ledger and billing find wrong with their books. */
    audit: async () => [...(await given.books.audit()), ...(await given.inside(auditBilling))],
  }
}

export type GivenBilling = Awaited<ReturnType<typeof givenBilling>>
