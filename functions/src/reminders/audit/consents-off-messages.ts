import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'

/**
 * Consents (一次性订阅) against messages. That each use is of another consent, and each consent of another accept, makes the uses no
 * more than what was agreed to. Uses in another community are not seen from here: that a consent is used once in all of them, the
 * index `subscription_use_once` holds.
 */
export async function consentsOffMessages(ctx: Ctx): Promise<Difference[]> {
  return [
    ...(await usedTwice(ctx)),
    ...(await neverGiven(ctx)),
    ...(await stateOffUses(ctx)),
    ...(await sentWithoutOne(ctx)),
    ...(await keptForNothing(ctx)),
  ]
}

function usedTwice({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'subscription credit ' || credit_id as subject, 'it is used once' as rule, 1::bigint as books_fen, count(*) as stored_fen
      from subscription_use where community_id = ${community} and outcome <> 'returned'
     group by credit_id having count(*) > 1
     order by credit_id`
}

function neverGiven({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'subscription use ' || u.id as subject, 'somebody has agreed to it' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from subscription_use u
      left join subscription_credit c on c.id = u.credit_id
      left join subscription_answer a on a.id = c.answer_id and a.answer = 'accept' and not a.change
                                     and (a.appid, a.openid, a.template_id) = (c.appid, c.openid, c.template_id)
     where u.community_id = ${community} and a.id is null
     order by u.id`
}

/** Returned and taken again, a credit stands as its last use says. */
function stateOffUses({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'subscription credit ' || c.id as subject, 'it stands as what it was used for' as rule, 0::bigint as books_fen,
           0::bigint as stored_fen
      from subscription_use u join subscription_credit c on c.id = u.credit_id
     where u.community_id = ${community} and u.outcome <> 'returned'
       and c.state <> case u.outcome when 'reserved' then 'reserved' else 'used' end::credit_state
     order by c.id`
}

function sentWithoutOne({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'delivery ' || d.id as subject, 'it used one consent of who got it' as rule, 1::bigint as books_fen,
           count(c.id) as stored_fen
      from delivery d
      left join subscription_use u on (u.community_id, u.delivery_id, u.outcome) = (d.community_id, d.id, 'spent')
      left join subscription_credit c on (c.id, c.openid, c.template_id) = (u.credit_id, d.sent_to, d.sent ->> 'templateId')
     where d.community_id = ${community} and d.channel = 'subscription' and d.state in ('sent', 'delivered')
     group by d.id having count(c.id) <> 1
     order by d.id`
}

/** Of a message whose fate is not known it stays reserved until that is. */
function keptForNothing({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'subscription use ' || u.id as subject, 'nothing is reserved for a message that is not under way' as rule,
           0::bigint as books_fen, 0::bigint as stored_fen
      from subscription_use u join delivery d on (d.community_id, d.id) = (u.community_id, u.delivery_id)
     where (u.community_id, u.outcome) = (${community}, 'reserved') and d.state not in ('sending', 'unknown')
     order by u.id`
}
