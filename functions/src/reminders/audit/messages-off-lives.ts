import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'

/** A sender notes what was lost by the one before it within minutes; then nobody is sending. */
const minutesOfNoting = 60

/** Messages against what their states promise. */
export async function messagesOffLives(ctx: Ctx): Promise<Difference[]> {
  return [
    ...(await twiceOnAChannel(ctx)),
    ...(await lostOnTheWay(ctx)),
    ...(await besideTheFirst(ctx)),
    ...(await sendingForever(ctx)),
    ...(await sentUntold(ctx)),
    ...(await aroundTheGate(ctx)),
    ...(await unproven(ctx)),
  ]
}

function twiceOnAChannel({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'notice ' || notice_id as subject, 'it goes once on a channel' as rule, 1::bigint as books_fen, count(*) as stored_fen
      from delivery where community_id = ${community}
     group by notice_id, channel having count(*) > 1
     order by notice_id`
}

function lostOnTheWay({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'notice ' || n.id as subject, 'something is done about it' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from notice n
     where n.community_id = ${community}
       and not exists (select from delivery d where (d.community_id, d.notice_id) = (n.community_id, n.id))
     order by n.id`
}

function besideTheFirst({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'delivery ' || d.id as subject, 'the channel before it reached nobody' as rule, 0::bigint as books_fen,
           0::bigint as stored_fen
      from delivery d
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
     where d.community_id = ${community} and array_position(n.channels, d.channel) > 1
       and not exists (select from delivery before
                        where (before.community_id, before.notice_id) = (d.community_id, d.notice_id)
                          and before.channel = n.channels[array_position(n.channels, d.channel) - 1]
                          and (before.state in ('failed', 'unreachable')
                               or exists (select from proofs_noted(${community}) e where e.delivery_id = before.id and e.corrected)))
     order by d.id`
}

function sendingForever({ tx, community, now }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'delivery ' || id as subject, 'nobody is sending it any more, and that is noted' as rule, 0::bigint as books_fen,
           0::bigint as stored_fen
      from delivery
     where community_id = ${community} and state = 'sending'
       and leased_until < ${now}::timestamptz - make_interval(mins => ${minutesOfNoting})
     order by id`
}

function sentUntold({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select distinct 'notice ' || n.id as subject, 'what was sent stands in the mini-program' as rule, 0::bigint as books_fen,
           0::bigint as stored_fen
      from delivery d join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
     where d.community_id = ${community} and d.state in ('sending', 'sent', 'delivered', 'failed', 'unknown') and n.told_at is null
     order by 1`
}

function aroundTheGate({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'delivery ' || id as subject, 'the gate let it through, and what went out is kept' as rule, 0::bigint as books_fen,
           0::bigint as stored_fen
      from delivery
     where community_id = ${community} and state in ('sending', 'sent', 'delivered', 'failed', 'unknown')
       and (gated_at is null or why is not null or wording_id is null or sent_to is null or sent is null)
     order by id`
}

/**
 * Of a letter people tell what became of it: posted it is on its way, handed over or signed for it has arrived. That its reader
 * opened the notice proves that, and not which way it came. What was corrected proves nothing.
 */
function unproven({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'delivery ' || d.id as subject, 'its state is proven' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from delivery d
     where d.community_id = ${community} and d.state in ('sent', 'delivered')
       and not exists (
         select from proofs_noted(${community}) e
          where e.delivery_id = d.id and not e.corrected
            and case when d.channel = 'letter' and d.state = 'sent' then e.proof = 'posted'
                     when d.channel = 'letter' then e.proof in ('handed', 'signed_for')
                     when d.state = 'sent' then e.proof = 'accepted'
                     else e.proof = 'arrived' end)
     order by d.id`
}
