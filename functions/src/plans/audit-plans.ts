import type { Paper } from '@anjiao/shared/contract/paper'
import type { ChargeId, PlanId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { paperText } from '@anjiao/shared/paper'
import type { HeldDays } from '../billing/index.ts'
import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { type DeferralFacts, deferralHold } from './deferral/hold-deferred.ts'
import { livedThrough } from './keep-plan-holds.ts'
import { planHolds } from './plan-holds.ts'
import type { StoredEvent, StoredPlan } from './stored-plan.ts'

/**
 * What plans and deferrals keep beside the books: that instalments and charges come to the debt, that what was signed is
 * what its hash says, that holds are what the life of each says, that nothing is open of a plan that was kept. No
 * difference: the answer is empty.
 */
export async function auditPlans(ctx: Ctx): Promise<Difference[]> {
  const found = [
    await sumsOffDebt(ctx),
    await statesNotWrittenDown(ctx),
    await keptWithSomethingWaived(ctx),
    await textsOffPapers(ctx),
    await holdsOffPlans(ctx),
    await holdsOffDeferrals(ctx),
  ]
  return found.flat()
}

function sumsOffDebt({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'its instalments come to its debt' as rule, p.debt_fen as books_fen,
           coalesce(sum(i.amount_fen), 0)::bigint as stored_fen
      from plan p left join instalment i on (i.community_id, i.plan_id) = (p.community_id, p.id)
     where p.community_id = ${community}
     group by p.id, p.debt_fen having coalesce(sum(i.amount_fen), 0) <> p.debt_fen
    union all
    select 'plan ' || p.id, 'its charges come to its debt', p.debt_fen, coalesce(sum(g.amount_fen) filter (where not g.waived), 0)::bigint
      from plan p left join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id)
     where p.community_id = ${community}
     group by p.id, p.debt_fen having coalesce(sum(g.amount_fen) filter (where not g.waived), 0) <> p.debt_fen`
}

function statesNotWrittenDown({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'its state is where its last event led' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from plan p
     where p.community_id = ${community}
       and p.state is distinct from (select to_state from plan_event e
                                      where (e.community_id, e.plan_id) = (p.community_id, p.id) order by id desc limit 1)`
}

function keptWithSomethingWaived({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'of what a kept plan lets go nothing is open' as rule, 0::bigint as books_fen,
           sum(c.amount_fen - c.settled_fen)::bigint as stored_fen
      from plan p
      join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id) and g.waived
      join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
     where (p.community_id, p.state) = (${community}, 'kept')
     group by p.id having sum(c.amount_fen - c.settled_fen) <> 0`
}

/** The hash of a text is held by the database; that the text is what its paper says is asked here. */
async function textsOffPapers({ tx, community }: Ctx): Promise<Difference[]> {
  const signed = await tx.rows<{ number: string; paper: Paper; text: string }>`
    select number, paper, text from plan_agreement where community_id = ${community} order by id`
  return signed
    .filter(({ paper, text }) => paperText(paper) !== text)
    .map(({ number }) => ({
      subject: `agreement ${number}`,
      rule: 'its text is what its paper says',
      booksFen: zeroFen,
      storedFen: zeroFen,
    }))
}

const written = (held: readonly HeldDays[]): string =>
  JSON.stringify(
    held
      .map(
        ({ chargeId, granted, from, to, waives = false }) =>
          `${chargeId} ${granted} ${from} ${to ?? ''} ${waives}`,
      )
      .sort((a, b) => a.localeCompare(b)),
  )

async function holdsOffPlans({ tx, community }: Ctx): Promise<Difference[]> {
  const plans = await tx.rows<{
    id: PlanId
    events: StoredEvent[]
    charges: StoredPlan['charges']
    holds: HeldDays[]
  }>`
    select p.id,
           (select coalesce(json_agg(json_build_object('event', event, 'to', to_state, 'on', on_date, 'note', note) order by id), '[]')
              from plan_event e where (e.community_id, e.plan_id) = (p.community_id, p.id)) as events,
           (select coalesce(json_agg(json_build_object('id', charge_id, 'waived', waived)), '[]')
              from plan_charge g where (g.community_id, g.plan_id) = (p.community_id, p.id)) as charges,
           (select coalesce(json_agg(json_build_object('chargeId', charge_id, 'granted', granted, 'from', from_date, 'to', to_date, 'waives', waives)), '[]')
              from charge_hold x where (x.community_id, x.matter, x.subject_id) = (p.community_id, 'plan', p.id)) as holds
      from plan p where p.community_id = ${community}
       and (p.state <> 'offered' or exists (
             select from charge_hold x where (x.community_id, x.matter, x.subject_id) = (p.community_id, 'plan', p.id)))`
  return plans
    .filter(
      ({ events, charges, holds }) => written(planHolds(livedThrough(events), charges)) !== written(holds),
    )
    .map(({ id }) => difference(`plan ${id}`))
}

async function holdsOffDeferrals({ tx, community }: Ctx): Promise<Difference[]> {
  const deferrals = await tx.rows<DeferralFacts & { id: number; charges: ChargeId[]; holds: HeldDays[] }>`
    select d.id, d.state, d.asked_on, d.until_date, (d.decided_at at time zone 'Asia/Shanghai')::date as decided_on,
           array(select charge_id from deferral_charge g where (g.community_id, g.deferral_id) = (d.community_id, d.id)) as charges,
           (select coalesce(json_agg(json_build_object('chargeId', charge_id, 'granted', granted, 'from', from_date, 'to', to_date)), '[]')
              from charge_hold x where (x.community_id, x.matter, x.subject_id) = (d.community_id, 'deferral', d.id)) as holds
      from deferral d where d.community_id = ${community}`
  return deferrals
    .filter((deferral) => {
      const due = deferral.charges.map((chargeId) => ({ chargeId, ...deferralHold(deferral) }))
      return written(due) !== written(deferral.holds)
    })
    .map(({ id }) => difference(`deferral ${id}`))
}

const difference = (subject: string): Difference => ({
  subject,
  rule: 'it holds its charges on the days its life says',
  booksFen: zeroFen,
  storedFen: zeroFen,
})
