import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PersonId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { ReliefState } from '@anjiao/shared/relief-life'
import { lockHome } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { ReliefApplicationRow, ReliefEventKind, ReliefStandardRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { standardsById } from './standards/standard-rows.ts'

export interface StoredReliefEvent {
  readonly event: ReliefEventKind
  readonly to: ReliefState
  readonly on: BusinessDate
  /** ISO 8601, in UTC. */
  readonly at: string
  /** `staff:12`, `person:7`, `system:relief`. */
  readonly by: string
  readonly personId: PersonId | null
  readonly note: string
}

type Row = Omit<ReliefApplicationRow, 'communityId' | 'consentText'> & {
  readonly named: ChargeId[]
  readonly chargeIds: ChargeId[]
  readonly events: StoredReliefEvent[]
}

/** A relief application with all that belongs to it. */
export interface StoredRelief extends Row {
  /** The version it was made under, in force or not. */
  readonly standard: ReliefStandardRow
}

interface Which {
  readonly householdId?: HouseholdId
  readonly id?: ReliefApplicationId
}

/** The most that a home's list shows. */
const listMax = 100

/** Applications of a home, or one of the community, newest first. */
export async function storedRelief(ctx: Ctx, { householdId, id }: Which): Promise<StoredRelief[]> {
  const rows = await ctx.tx.rows<Row>`
    select a.id, a.household_id, a.standard_id, a.state, a.statement, a.evidence_way, a.asked_at, a.asked_by,
           a.consent_key, a.consented_at, a.reply_by, a.send_by, a.appeal_until, a.agreed_percent, a.agreed_fen,
           a.granted_on, a.percent, a.principal_fen, a.late_fee_fen, a.deferred_until, a.instalments, a.lasts_until,
           a.in_full, a.stopped_on,
           array(select charge_id from relief_application_charge g
                  where (g.community_id, g.application_id) = (a.community_id, a.id) and named order by charge_id) as named,
           array(select charge_id from relief_application_charge g
                  where (g.community_id, g.application_id) = (a.community_id, a.id) order by charge_id) as charge_ids,
           (select coalesce(json_agg(json_build_object('event', event, 'to', to_state, 'on', on_date,
                     'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', by,
                     'personId', person_id, 'note', note) order by e.id), '[]')
              from relief_event e where (e.community_id, e.application_id) = (a.community_id, a.id)) as events
      from relief_application a
     where a.community_id = ${ctx.community}
       and (${householdId ?? null}::bigint is null or a.household_id = ${householdId ?? null})
       and (${id ?? null}::bigint is null or a.id = ${id ?? null})
     order by a.id desc limit ${listMax}`
  const standards = await standardsById(
    ctx,
    rows.map(({ standardId }) => standardId),
  )
  return rows.map((row) => {
    const standard = standards.get(row.standardId)
    if (!standard) throw new Error(`relief application ${row.id} has no standard`)
    return { ...row, standard }
  })
}

/** One application. Refused as `not-found`, also when it is of another home than the one named. */
export async function reliefOf(
  ctx: Ctx,
  id: ReliefApplicationId,
  householdId?: HouseholdId,
): Promise<StoredRelief> {
  const [found] = await storedRelief(ctx, householdId === undefined ? { id } : { id, householdId })
  if (!found) throw new Refusal('not-found')
  return found
}

/** The same with its home locked, so that it stays as it is. */
export async function lockRelief(
  ctx: Ctx,
  id: ReliefApplicationId,
  householdId?: HouseholdId,
): Promise<StoredRelief> {
  const whose = await ctx.tx.maybe<{ householdId: HouseholdId }>`
    select household_id from relief_application where (community_id, id) = (${ctx.community}, ${id})`
  if (!whose) throw new Refusal('not-found')
  await lockHome(ctx, whose.householdId)
  return reliefOf(ctx, id, householdId)
}

/** Whether it was appealed: what is decided from then on is decided finally. */
export const wasAppealed = ({ events }: Pick<StoredRelief, 'events'>): boolean =>
  events.some(({ event }) => event === 'appeal')

/** What its photos are attached to, and what the audit log calls it. */
export const subjectOf = (id: ReliefApplicationId): string => `relief:${id}`
