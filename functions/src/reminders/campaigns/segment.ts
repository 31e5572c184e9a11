import type { CampaignSegment, SegmentCount } from '@anjiao/shared/contract/campaigns'
import type { HouseholdId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** All homes that owe something we may press for. */
export const everybody: CampaignSegment = {
  buildings: [],
  overdueDaysMin: 0,
  overdueDaysMax: null,
  openMinFen: zeroFen,
  openMaxFen: null,
  feeItemIds: [],
  notAskedForDays: 0,
  notPaidForDays: 0,
  plans: 'any',
  reached: 'any',
}

/** Refuses, as `bad-input`, bounds that no home could keep. */
export function refuseImpossible(segment: CampaignSegment): void {
  const { overdueDaysMin, overdueDaysMax, openMinFen, openMaxFen } = segment
  if (overdueDaysMax !== null && overdueDaysMax < overdueDaysMin)
    throw new Refusal('bad-input', { detail: '逾期天数的上限小于下限' })
  if (openMaxFen !== null && openMaxFen < openMinFen)
    throw new Refusal('bad-input', { detail: '欠费金额的上限小于下限' })
}

/** How many homes a segment holds now, what they owe of it, and whether these are all that there are. */
export async function countSegment(ctx: Ctx, segment: CampaignSegment): Promise<SegmentCount> {
  const { tx, community, today } = ctx
  refuseImpossible(segment)
  const { homes, openFen } = await tx.one<Pick<SegmentCount, 'homes' | 'openFen'>>`
    select count(*) as homes, coalesce(sum(open_fen), 0)::bigint as open_fen
      from homes_of_segment(${community}, ${today}, ${JSON.stringify(segment)}, 0, null)`
  return { homes, openFen, everybody: await isEverybody(ctx, homes) }
}

/** Whether so many homes of a segment are all that there are. */
export async function isEverybody({ tx, community, today }: Ctx, homes: number): Promise<boolean> {
  const all = await tx.one<{ homes: number }>`
    select count(*) as homes from homes_of_segment(${community}, ${today}, ${JSON.stringify(everybody)}, 0, null)`
  return homes > 0 && homes === all.homes
}

/** The next homes of a community by id, whoever they are: a slice of the work on all of them. `through` null: there are no more. */
export function nextHomes(
  { tx, community }: Ctx,
  above: HouseholdId | 0,
  most: number,
): Promise<{ readonly through: HouseholdId | null; readonly homes: number }> {
  return tx.one`
    select max(id) as through, count(*) as homes
      from (select id from household where community_id = ${community} and id > ${above} order by id limit ${most}) as next`
}
