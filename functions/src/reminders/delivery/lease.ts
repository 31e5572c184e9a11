import type { Ctx } from '../../platform/context.ts'
import { tryNextChannel } from './next-channel.ts'
import type { Reached, Unreachable } from './reach.ts'

/** A message that goes out now, and exactly what is handed over. */
type ToLease = Pick<Reached, 'deliveryId' | 'wordingId' | 'personId' | 'to'> & { readonly sent: object }

/** Writes down what goes out, to whom, in which words, before it does; `until` then its sender has said what became of it. */
export async function lease(
  { tx, community, now }: Ctx,
  leased: readonly ToLease[],
  until: Date | 'infinity',
): Promise<void> {
  if (leased.length === 0) return
  await tx.run`
    update delivery d
       set state = 'sending', leased_until = ${until}, why = null, gated_at = ${now}, wording_id = each.wording_id,
           person_id = each.person_id, sent_to = each.sent_to, sent = each.sent
      from unnest(${leased.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${leased.map(({ wordingId }) => wordingId)}::bigint[],
                  ${leased.map(({ personId }) => personId)}::bigint[],
                  ${leased.map(({ to }) => to)}::text[], ${leased.map(({ sent }) => JSON.stringify(sent))}::jsonb[])
             as each (id, wording_id, person_id, sent_to, sent)
     where d.community_id = ${community} and d.id = each.id`
}

/** Writes down who cannot be reached on this channel, and lets the next one have its turn. */
export async function writeUnreachable(ctx: Ctx, unreachable: readonly Unreachable[]): Promise<void> {
  const { tx, community, now } = ctx
  if (unreachable.length === 0) return
  await tx.run`
    update delivery d set state = 'unreachable', why = each.why, gated_at = ${now}, ended_at = ${now}
      from unnest(${unreachable.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${unreachable.map(({ why }) => why)}::why_not_send[]) as each (id, why)
     where d.community_id = ${community} and d.id = each.id`
  await tryNextChannel(
    ctx,
    unreachable.map(({ deliveryId }) => deliveryId),
  )
}
