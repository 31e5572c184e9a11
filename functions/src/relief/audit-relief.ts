import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, ReliefApplicationId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { type Lived, reliefHolds } from './relief-holds.ts'

/**
 * What relief keeps beside the books: that what was posted is what was granted, that nothing stands of what was taken back, that
 * no budget is overdrawn, no charge relieved twice and nothing let go on a cancelled charge, that holds are what the life of each says. No difference:
 * the answer is empty.
 */
export async function auditRelief(ctx: Ctx): Promise<Difference[]> {
  const found = [
    await grantsOffBooks(ctx),
    await entriesOfNobody(ctx),
    await reversedStill(ctx),
    await budgetsOverdrawn(ctx),
    await relievedTwice(ctx),
    await reliefOnCancelled(ctx),
    await statesNotWrittenDown(ctx),
    await holdsOffRelief(ctx),
  ]
  return found.flat()
}

function grantsOffBooks({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'relief application ' || a.id as subject, 'what was posted is what was granted' as rule,
           coalesce(sum(p.amount_fen), 0)::bigint as books_fen, a.principal_fen + a.late_fee_fen as stored_fen
      from relief_application a
      left join relief_posting g on (g.community_id, g.application_id) = (a.community_id, a.id) and g.charge_id is null
      left join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
     where a.community_id = ${community}
     group by a.id, a.principal_fen, a.late_fee_fen
    having coalesce(sum(p.amount_fen), 0) <> a.principal_fen + a.late_fee_fen
     order by a.id`
}

function entriesOfNobody({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'entry ' || e.id as subject, 'relief is posted because of an application' as rule,
           sum(p.amount_fen)::bigint as books_fen, 0::bigint as stored_fen
      from entry e join posting p on (p.community_id, p.entry_id, p.account) = (e.community_id, e.id, 'relief')
     where e.community_id = ${community} and e.kind = 'relief' and e.source like 'relief:%'
       and not exists (select from relief_posting g where (g.community_id, g.entry_id) = (e.community_id, e.id))
     group by e.id order by e.id`
}

/** What an entry took off and no reversal or cancellation put back. */
function reversedStill({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'relief application ' || a.id as subject, 'nothing stands of what was taken back' as rule,
           sum(p.amount_fen)::bigint as books_fen, 0::bigint as stored_fen
      from relief_application a
      join relief_posting g on (g.community_id, g.application_id) = (a.community_id, a.id) and g.reversed_by is null
      join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
      join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id) and c.cancelled_by is null
     where (a.community_id, a.state) = (${community}, 'reversed')
     group by a.id
    union all
    select 'entry ' || g.entry_id, 'it is reversed exactly when it says so', count(r.id), count(g.reversed_by)
      from relief_posting g
      left join entry r on (r.community_id, r.reverses_id, r.kind) = (g.community_id, g.entry_id, 'reversal')
     where g.community_id = ${community} and r.id is distinct from g.reversed_by
     group by g.entry_id`
}

function budgetsOverdrawn({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'relief budget ' || b.id as subject, 'no more is used than there is' as rule,
           sum(p.amount_fen)::bigint as books_fen, b.amount_fen as stored_fen
      from relief_budget b
      join relief_standard s on (s.community_id, s.budget_id) = (b.community_id, b.id)
      join relief_application a on (a.community_id, a.standard_id) = (s.community_id, s.id)
      join relief_posting g on (g.community_id, g.application_id) = (a.community_id, a.id) and g.reversed_by is null
      join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
      join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id) and c.cancelled_by is null
     where b.community_id = ${community}
     group by b.id, b.amount_fen having sum(p.amount_fen) > b.amount_fen
     order by b.id`
}

function relievedTwice({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'charge ' || c.id as subject, 'one application at most has taken something off its principal' as rule,
           count(distinct g.application_id) as books_fen, 1::bigint as stored_fen
      from relief_posting g
      join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
      join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id) and c.origin <> 'late_fee'
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id) and i.kind <> 'past_late_fee'
     where g.community_id = ${community} and g.reversed_by is null
     group by c.id having count(distinct g.application_id) > 1
     order by c.id`
}

function reliefOnCancelled({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'charge ' || c.id as subject, 'nothing is let go of a charge that is cancelled' as rule,
           sum(p.amount_fen)::bigint as books_fen, 0::bigint as stored_fen
      from charge c join posting p on (p.community_id, p.charge_id, p.account) = (c.community_id, c.id, 'relief')
     where c.community_id = ${community} and c.cancelled_by is not null
     group by c.id having sum(p.amount_fen) <> 0
     order by c.id`
}

function statesNotWrittenDown({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'relief application ' || a.id as subject, 'its state is where its last event led' as rule,
           0::bigint as books_fen, 0::bigint as stored_fen
      from relief_application a
     where a.community_id = ${community}
       and a.state is distinct from (
         select to_state from relief_event e
          where (e.community_id, e.application_id) = (a.community_id, a.id) order by id desc limit 1)
     order by a.id`
}

interface Held {
  readonly chargeId: ChargeId
  readonly granted: boolean
  readonly from: BusinessDate
  readonly to: BusinessDate | null
}

async function holdsOffRelief({ tx, community }: Ctx): Promise<Difference[]> {
  const applications = await tx.rows<{
    id: ReliefApplicationId
    deferredUntil: BusinessDate | null
    lived: Lived[]
    charges: ChargeId[]
    holds: Held[]
  }>`
    select a.id, a.deferred_until,
           (select coalesce(json_agg(json_build_object('to', to_state, 'on', on_date) order by id), '[]')
              from relief_event e where (e.community_id, e.application_id) = (a.community_id, a.id)) as lived,
           array(select charge_id from relief_application_charge g
                  where (g.community_id, g.application_id) = (a.community_id, a.id)) as charges,
           (select coalesce(json_agg(json_build_object('chargeId', charge_id, 'granted', granted, 'from', from_date, 'to', to_date)), '[]')
              from charge_hold x where (x.community_id, x.matter, x.subject_id) = (a.community_id, 'relief', a.id)) as holds
      from relief_application a where a.community_id = ${community} order by a.id`
  return applications
    .filter(
      ({ lived, deferredUntil, charges, holds }) =>
        written(reliefHolds(lived, deferredUntil, charges)) !== written(holds),
    )
    .map(({ id }) => ({
      subject: `relief application ${id}`,
      rule: 'it holds its charges on the days its life says',
      booksFen: zeroFen,
      storedFen: zeroFen,
    }))
}

const written = (held: readonly Held[]): string =>
  held
    .map(({ chargeId, granted, from, to }) => `${chargeId} ${granted} ${from} ${to ?? ''}`)
    .sort((a, b) => a.localeCompare(b))
    .join()
