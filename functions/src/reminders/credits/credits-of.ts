import type { PersonId } from '@anjiao/shared/ids'
import type { PersonCtx } from '../../platform/context.ts'

/** How many messages of one template a WeChat user has agreed to and not had yet. */
export interface CreditsOfPerson {
  readonly personId: PersonId
  readonly openid: string
  readonly templateId: string
  readonly free: number
}

/**
 * Free credits of people, for each template and each WeChat account that they have with this mini-program; zero where
 * there is none. Who has no account, or only one that WeChat does not know any more, is not in the answer: nobody can
 * reach them by WeChat.
 */
export function creditsOf(
  { tx }: PersonCtx,
  appid: string,
  templateIds: readonly string[],
  personIds: readonly PersonId[],
): Promise<CreditsOfPerson[]> {
  return tx.rows<CreditsOfPerson>`
    select a.person_id, a.openid, t.id as template_id, count(c.id) as free
      from wechat_account a
     cross join unnest(${templateIds}::text[]) as t (id)
      left join subscription_credit c on (c.appid, c.openid, c.template_id) = (a.appid, a.openid, t.id)
                                     and c.state = 'free' and c.lost_at is null
     where a.appid = ${appid} and a.person_id = any(${personIds}::bigint[])
       and not exists (select from wechat_account_gone g where (g.appid, g.openid) = (a.appid, a.openid))
     group by a.person_id, a.openid, t.id
     order by a.person_id, a.openid, t.id`
}
