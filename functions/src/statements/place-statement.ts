import type { BusinessDate } from '@anjiao/shared/calendar'
import type { BankLine, PlaceMovement, PlaceStatement } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId, MoneyPlaceId } from '@anjiao/shared/ids'
import { leftStaff } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { layoutInUse } from './layouts.ts'
import { freeMovements, openLines } from './match-open-lines.ts'
import { doubtOfLine, doubtOfMovement, type FreeMovement } from './plan-matches.ts'
import { statementPlace } from './statement-place.ts'

/** More on one page nobody works through. */
const shownMost = 200

/** An account or a terminal as finance works through it: its lines, newest first, and what stands alone in the books. Refused as `not-found`. */
export async function placeStatement(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  show: 'open' | 'all',
): Promise<PlaceStatement> {
  const { name } = await statementPlace(ctx, placeId)
  const open = await openLines(ctx, placeId)
  const free = await freeMovements(ctx, placeId)
  const shown = await linesShown(ctx, placeId, show === 'open' ? open.map(({ id }) => id) : null)
  const byId = new Map(open.map((line) => [line.id, line]))
  const lines = shown.map((line): BankLine => {
    const doubtful = byId.get(line.id)
    const doubt = doubtful && (line.state === 'matched' ? 'undone' : doubtOfLine(doubtful, free))
    return { ...line, resolvedAt: line.resolvedAt?.toISOString() ?? null, doubt: doubt ?? null }
  })
  const alone = await movementsInDoubt(ctx, placeId, free)
  const amounts = new Set(open.map(({ amountFen }) => amountFen))
  return {
    name,
    layout: (await layoutInUse(ctx, placeId))?.layout ?? null,
    ours: await ourPlaces(ctx, placeId),
    takenThrough: await takenThrough(ctx, placeId),
    lines,
    mayBe: free.filter(({ amountFen }) => amounts.has(amountFen)).slice(0, shownMost),
    alone: alone
      .slice(0, shownMost)
      .map((movement) => ({ ...movement, doubt: doubtOfMovement(movement, open) })),
  }
}

type StoredLine = Omit<BankLine, 'doubt' | 'resolvedAt'> & { readonly resolvedAt: Date | null }

const linesShown = (
  { tx, community }: Ctx,
  placeId: MoneyPlaceId,
  ids: readonly BankLineId[] | null,
): Promise<StoredLine[]> =>
  tx.rows<StoredLine>`
    select l.id, l.serial, l.day, l.amount_fen, l.other_name, l.remark, l.state, l.reason, l.resolved_at,
           case when l.resolved_by is not null then coalesce(who.name, ${leftStaff}) end as resolved_by
      from bank_line l
      left join staff who on who.community_id = l.community_id and l.resolved_by = 'staff:' || who.person_id
     where (l.community_id, l.place_id) = (${community}, ${placeId}) and (${ids}::bigint[] is null or l.id = any(${ids}::bigint[]))
     order by l.day desc, l.id desc limit ${shownMost}`

async function movementsInDoubt(
  { tx, community }: Ctx,
  placeId: MoneyPlaceId,
  free: readonly FreeMovement[],
): Promise<PlaceMovement[]> {
  const asked = await tx.rows<{ movement: string }>`
    select movement from bank_doubt
     where (community_id, place_id) = (${community}, ${placeId}) and movement is not null`
  const missing = new Set(asked.map(({ movement }) => movement))
  return free.filter(({ movement }) => missing.has(movement))
}

async function takenThrough({ tx, community }: Ctx, placeId: MoneyPlaceId): Promise<BusinessDate | null> {
  const { day } = await tx.one<{ day: BusinessDate | null }>`
    select max(to_day) as day from bank_statement where (community_id, place_id) = (${community}, ${placeId})`
  return day
}

/** Where our own money may come from or go to, beside the place itself. */
async function ourPlaces({ tx, community }: Ctx, placeId: MoneyPlaceId): Promise<PlaceStatement['ours']> {
  const places = await tx.rows<PlaceStatement['ours']['places'][number]>`
    select id, name, kind from money_place
     where community_id = ${community} and kind in ('bank', 'pos') and in_use and id <> ${placeId} order by kind, id`
  const merchants = await tx.rows<{ mchid: string }>`
    select m.mchid from merchant m join community c on c.company_id = m.company_id where c.id = ${community} order by m.mchid`
  return { places, mchids: merchants.map(({ mchid }) => mchid) }
}
