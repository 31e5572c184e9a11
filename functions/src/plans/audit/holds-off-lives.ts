import type { ChargeId, DeferralId, PlanId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import type { HeldDays } from '../../billing/index.ts'
import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { type DeferralFacts, deferralHold } from '../deferral/hold-deferred.ts'
import { livedThrough } from '../keep-plan-holds.ts'
import { planHolds } from '../plan-holds.ts'
import type { StoredEvent, StoredPlan } from '../stored-plan.ts'
import { inSlices } from './in-slices.ts'

interface HeldPlan {
  readonly id: PlanId
  readonly events: readonly StoredEvent[]
  readonly charges: StoredPlan['charges']
  readonly holds: readonly HeldDays[]
}

/** That a plan holds its charges on the days its life says. */
export const holdsOffPlans = ({ tx, community }: Ctx, sliceSize: number): Promise<Difference[]> =>
  inSlices(
    sliceSize,
    (above, most) => tx.rows<HeldPlan>`
      select p.id,
             (select coalesce(json_agg(json_build_object('event', event, 'to', to_state, 'on', on_date, 'note', note) order by id), '[]')
                from plan_event e where (e.community_id, e.plan_id) = (p.community_id, p.id)) as events,
             (select coalesce(json_agg(json_build_object('id', charge_id, 'waived', waived)), '[]')
                from plan_charge g where (g.community_id, g.plan_id) = (p.community_id, p.id)) as charges,
             (select coalesce(json_agg(json_build_object('chargeId', charge_id, 'granted', granted, 'from', from_date, 'to', to_date, 'waives', waives)), '[]')
                from charge_hold x where (x.community_id, x.matter, x.subject_id) = (p.community_id, 'plan', p.id)) as holds
        from plan p where p.community_id = ${community} and p.id > ${above}
         and (p.state <> 'offered' or exists (
               select from charge_hold x where (x.community_id, x.matter, x.subject_id) = (p.community_id, 'plan', p.id)))
       order by p.id limit ${most}`,
    ({ id, events, charges, holds }) =>
      offLife(`plan ${id}`, planHolds(livedThrough(events), charges), holds),
  )

interface HeldDeferral extends DeferralFacts {
  readonly id: DeferralId
  readonly charges: readonly ChargeId[]
  readonly holds: readonly HeldDays[]
}

/** The same of a deferral. */
export const holdsOffDeferrals = ({ tx, community }: Ctx, sliceSize: number): Promise<Difference[]> =>
  inSlices(
    sliceSize,
    (above, most) => tx.rows<HeldDeferral>`
      select d.id, d.state, d.asked_on, d.until_date, (d.decided_at at time zone 'Asia/Shanghai')::date as decided_on,
             array(select charge_id from deferral_charge g where (g.community_id, g.deferral_id) = (d.community_id, d.id)) as charges,
             (select coalesce(json_agg(json_build_object('chargeId', charge_id, 'granted', granted, 'from', from_date, 'to', to_date)), '[]')
                from charge_hold x where (x.community_id, x.matter, x.subject_id) = (d.community_id, 'deferral', d.id)) as holds
        from deferral d where d.community_id = ${community} and d.id > ${above}
       order by d.id limit ${most}`,
    (deferral) => {
      const due = deferral.charges.map((chargeId) => ({ chargeId, ...deferralHold(deferral) }))
      return offLife(`deferral ${deferral.id}`, due, deferral.holds)
    },
  )

function offLife(
  subject: string,
  due: readonly HeldDays[],
  stored: readonly HeldDays[],
): Difference | undefined {
  if (told(due) === told(stored)) return undefined
  return {
    subject,
    rule: 'it holds its charges on the days its life says',
    booksFen: zeroFen,
    storedFen: zeroFen,
  }
}

const told = (held: readonly HeldDays[]): string =>
  held
    .map(
      ({ chargeId, granted, from, to, waives = false }) =>
        `${chargeId} ${granted} ${from} ${to ?? ''} ${waives}`,
    )
    .sort((a, b) => a.localeCompare(b))
    .join()
