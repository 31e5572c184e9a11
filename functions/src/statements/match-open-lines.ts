import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { type FreeMovement, type OpenLine, planMatches } from './plan-matches.ts'

/** Matches what is open at a place, which is locked, with what was booked there. Answers how many lines it was. */
export async function matchOpenLines(ctx: Ctx, placeId: MoneyPlaceId): Promise<number> {
  const matches = planMatches(await openLines(ctx, placeId), await freeMovements(ctx, placeId))
  if (matches.length === 0) return 0
  await ctx.tx.run`
    update bank_line l
       set state = 'matched', movement = found.movement, resolved_at = ${ctx.now}, resolved_by = ${actorName(ctx.actor)}
      from unnest(${matches.map(({ lineId }) => lineId)}::bigint[], ${matches.map(({ movement }) => movement)}::text[])
           as found (line_id, movement)
     where (l.community_id, l.id) = (${ctx.community}, found.line_id)`
  await logAction(ctx, 'bank-lines-matched', `money place ${placeId}`, { lines: matches.length })
  return matches.length
}

/** Lines that nobody has dealt with, or whose match the books have undone since; oldest first. */
export const openLines = ({ tx, community }: Ctx, placeId: MoneyPlaceId): Promise<OpenLine[]> =>
  tx.rows<OpenLine>`
    select l.id, l.serial, l.day, l.amount_fen, l.other_name, l.remark
      from bank_doubt d join bank_line l on (l.community_id, l.id) = (d.community_id, d.line_id)
     where (d.community_id, d.place_id) = (${community}, ${placeId}) order by l.day, l.id`

/**
 * What we booked at a place and no line is yet, oldest first: also what somebody has explained, for a bank that was late brings its line
 * all the same.
 */
export const freeMovements = ({ tx, community }: Ctx, placeId: MoneyPlaceId): Promise<FreeMovement[]> =>
  tx.rows<FreeMovement>`
    select m.movement, m.day, m.amount_fen, m.reference, m.other_name,
           exists (select from explained_movement x
                    where (x.community_id, x.place_id, x.movement) = (${community}, ${placeId}, m.movement)) as explained
      from place_movement m
     where (m.community_id, m.place) = (${community}, ${String(placeId)})
       and not exists (select from bank_line l
                        where (l.community_id, l.place_id, l.movement) = (${community}, ${placeId}, m.movement))
     order by m.day, m.movement`
