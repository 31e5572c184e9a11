import type { ReliefOverview } from '@anjiao/shared/contract/relief'
import type { ReliefApplicationId, ReliefStandardId } from '@anjiao/shared/ids'
import { addFen, type Fen, formatYuan } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'

interface Granted {
  readonly id: ReliefApplicationId
  readonly standardId: ReliefStandardId
  readonly standard: string
  readonly roomName: string
  readonly percent: number | null
  readonly principalFen: Fen
  readonly lateFeeFen: Fen
  readonly inFull: boolean
}

/** Decisions that are compared; the rest is history. */
const comparedMax = 2_000

/**
 * 同等情况同等对待. Decisions under one version of a standard of which some gave all that it gives and others less: those that gave
 * less, for somebody to look at (明码标价规定 6, 上海 48).
 */
export async function unequalDecisions({ tx, community }: Ctx): Promise<ReliefOverview['unequal']> {
  const granted = await tx.rows<Granted>`
    select a.id, a.standard_id, s.name as standard, home.room_name, a.percent,
           a.principal_fen, a.late_fee_fen, a.in_full
      from relief_application a
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id)
      join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
     where a.community_id = ${community} and a.state in ('granted', 'lapsed')
       and a.granted_on is not null
     order by a.id desc limit ${comparedMax}`
  return differing(granted)
}

/** Those that stand out among the decisions of their standard. Pure. */
export function differing(granted: readonly Granted[]): ReliefOverview['unequal'] {
  return [...Map.groupBy(granted, ({ standardId }) => standardId).values()].flatMap((alike) => {
    const isDifferent = new Set(alike.map(({ percent, inFull }) => `${percent} ${inFull}`)).size > 1
    return isDifferent ? alike.filter(({ inFull }) => !inFull).map(told) : []
  })
}

const told = ({ id, standard, roomName, percent, principalFen, lateFeeFen }: Granted) => ({
  standard,
  applicationId: id,
  roomName,
  what:
    percent === null
      ? `减免 ${formatYuan(addFen(principalFen, lateFeeFen))} 元，少于标准`
      : `减免 ${percent}%，少于标准`,
})
