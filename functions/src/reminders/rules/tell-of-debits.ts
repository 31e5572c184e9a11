import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { makeNotices } from '../notices/make-notices.ts'
import type { ComingDebit } from '../notices/notice-subject.ts'
import { rulesInForce } from './rule-settings.ts'

const rule = 'debit_coming'

/** What one home is told of a debit that is coming. */
export interface ComingDebitNotice extends ComingDebit {
  readonly householdId: HouseholdId
  readonly chargeIds: readonly ChargeId[]
}

/** Whether homes are told of debits at all. */
export const debitNoticesAreOn = async (ctx: Ctx): Promise<boolean> => (await ruleOf(ctx)).on

const ruleOf = async (ctx: Ctx) => {
  const found = (await rulesInForce(ctx)).find((each) => each.rule === rule)
  if (!found) throw new Error(`no rule ${rule}`)
  return found
}

/** Queues, once under a key, that debits are coming: to the owners alone, and not after `tellBy`, when it would be too late for them. */
export async function tellOfDebits(
  ctx: Ctx,
  key: string,
  { tellBy, debits }: { readonly tellBy: Date; readonly debits: readonly ComingDebitNotice[] },
): Promise<void> {
  const { channels } = await ruleOf(ctx)
  await makeNotices(
    ctx,
    { rule, kind: 'debit', channels, ownerOnly: true },
    debits.map(({ householdId, ...coming }) => ({
      householdId,
      key,
      subject: { about: 'debit', ...coming },
      notBefore: ctx.now,
      notAfter: tellBy,
    })),
  )
}

/** What was queued under a key for these homes and has not gone out is not sent any more. */
export async function stopDebitNotices(
  { tx, community, now }: Ctx,
  key: string,
  homes: readonly HouseholdId[],
): Promise<void> {
  await tx.run`
    update delivery d set state = 'stopped', ended_at = ${now}
      from notice n
     where d.community_id = ${community} and d.state = 'waiting'
       and (n.community_id, n.id) = (d.community_id, d.notice_id) and n.rule = ${rule} and n.key = ${key}
       and n.household_id = any(${homes}::bigint[])`
}

/**
 * When each home was told under a key: a message was taken by its provider, a letter was handed over, or somebody of the home opened
 * the notice in the mini-program. Who is not in the answer was not told.
 */
export async function whenTold({ tx, community }: Ctx, key: string): Promise<ReadonlyMap<HouseholdId, Date>> {
  const told = await tx.rows<{ householdId: HouseholdId; at: Date }>`
    select n.household_id, least(n.opened_at, min(case when d.channel = 'letter' then d.ended_at else d.sent_at end)) as at
      from notice n
      left join delivery d on (d.community_id, d.notice_id) = (n.community_id, n.id)
                          and (d.state = 'delivered' or (d.state = 'sent' and d.channel <> 'letter'))
     where n.community_id = ${community} and n.rule = ${rule} and n.key = ${key}
     group by n.id, n.household_id, n.opened_at
    having least(n.opened_at, min(case when d.channel = 'letter' then d.ended_at else d.sent_at end)) is not null`
  return new Map(told.map(({ householdId, at }) => [householdId, at]))
}
