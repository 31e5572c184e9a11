import { addMonths, type BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import type { HouseholdId, ReliefApplicationId, ReliefStandardId } from '@anjiao/shared/ids'
import { addFen, type Fen, formatYuan } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { countedMonths } from './given-to-home.ts'

interface Granted {
  readonly id: ReliefApplicationId
  readonly householdId: HouseholdId
  readonly standardId: ReliefStandardId
  readonly standard: string
  readonly roomName: string
  readonly grantedOn: BusinessDate
  readonly percent: number | null
  readonly principalFen: Fen
  readonly lateFeeFen: Fen
  readonly inFull: boolean
}

/** Decisions that are compared; the rest is history. */
const comparedMax = 2_000

/**
 * 同等情况同等对待. For somebody to look at (明码标价规定 6, 上海 48): decisions that gave less than all that the version of a standard
 * gives, where others gave all; and those by which a home was given once more under it within 12 months.
 */
export async function unequalDecisions({ tx, community }: Ctx): Promise<ReliefOverview['unequal']> {
  const granted = await tx.rows<Granted>`
    select a.id, a.household_id, a.standard_id, s.name as standard, home.room_name, a.granted_on, a.percent,
           a.principal_fen, a.late_fee_fen, a.in_full
      from relief_application a
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id)
      join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
     where a.community_id = ${community} and a.state in ('granted', 'lapsed')
       and a.granted_on is not null
     order by a.id desc limit ${comparedMax}`
  return differing(granted)
}

/** Those that stand out among the decisions of their standard, and how. Pure. */
export function differing(granted: readonly Granted[]): ReliefOverview['unequal'] {
  return [...Map.groupBy(granted, ({ standardId }) => standardId).values()].flatMap((alike) => {
    const isDifferent = new Set(alike.map(({ percent, inFull }) => `${percent} ${inFull}`)).size > 1
    return alike.flatMap((one) => {
      const what = [isDifferent && !one.inFull && less(one), again(one, alike)].filter(Boolean).join('；')
      const { id, standard, roomName } = one
      return what === '' ? [] : [{ standard, applicationId: id, roomName, what }]
    })
  })
}

const less = ({ percent, principalFen, lateFeeFen }: Granted): string =>
  percent === null
    ? `减免 ${formatYuan(addFen(principalFen, lateFeeFen))} 元，少于标准`
    : `减免 ${percent}%，少于标准`

/** The how manyth it was of its home, where it was not the first. */
function again(one: Granted, alike: readonly Granted[]): string | undefined {
  const since = addMonths(one.grantedOn, -countedMonths)
  const before = alike.filter(
    ({ householdId, id, grantedOn }) =>
      householdId === one.householdId &&
      grantedOn > since &&
      (grantedOn < one.grantedOn || (grantedOn === one.grantedOn && id < one.id)),
  )
  return before.length === 0 ? undefined : `这一户 ${countedMonths} 个月内第 ${before.length + 1} 次减免`
}
