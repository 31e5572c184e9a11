import type { PersonCtx } from '../../platform/context.ts'

export interface Subscribed {
  readonly appid: string
  readonly openid: string
  readonly templateId: string
}

/**
 * Takes away what was agreed to until an instant and is not used yet. What is reserved goes on its way, and is not free
 * again should it come back.
 */
export async function loseCredits({ tx }: PersonCtx, whose: readonly Subscribed[], at: Date): Promise<void> {
  if (whose.length === 0) return
  await tx.run`
    with losing as (
      select c.id from subscription_credit c
        join (select distinct appid, openid, template_id
                from unnest(${whose.map(({ appid }) => appid)}::text[], ${whose.map(({ openid }) => openid)}::text[],
                            ${whose.map(({ templateId }) => templateId)}::text[]) as each (appid, openid, template_id)) each
          on (c.appid, c.openid, c.template_id) = (each.appid, each.openid, each.template_id)
       where c.state <> 'used' and c.lost_at is null and c.granted_at <= ${at}
       order by c.id for update of c
    )
    update subscription_credit c set lost_at = ${at} from losing where c.id = losing.id`
}
