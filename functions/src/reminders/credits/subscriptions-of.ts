import { quietDaysAfterNo } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import type { Askable } from './which-to-ask.ts'

type Account = Pick<Caller, 'appid' | 'openid'>

interface Row extends Omit<Askable, 'lastAskedAt'> {
  readonly lastAskedAt: Date | null
}

/** What somebody can be told by WeChat in a community, and how many more of each they have agreed to. */
export async function subscriptionsOf(ctx: Ctx, { appid, openid }: Account): Promise<Askable[]> {
  const rows = await ctx.tx.rows<Row>`
    select w.kind, w.template_id, t.title, asked.at as last_asked_at, coalesce(said.no, false) as refused_lately,
           (select count(*) from subscription_credit c
             where (c.appid, c.openid, c.template_id) = (${appid}, ${openid}, w.template_id)
               and c.state = 'free' and c.lost_at is null) as left
      from (select distinct on (kind) * from notice_wording
             where community_id = ${ctx.community} and channel = 'subscription' order by kind, id desc) w
      join wechat_template t on (t.appid, t.template_id) = (w.appid, w.template_id) and t.gone_at is null
      left join lateral (
        select max(at) as at from subscription_answer s
         where (s.appid, s.openid, s.template_id) = (${appid}, ${openid}, w.template_id) and not s.change) asked on true
      left join lateral (
        select s.answer = 'reject' as no from subscription_answer s
         where (s.appid, s.openid, s.template_id) = (${appid}, ${openid}, w.template_id) and not s.change
           and s.answer in ('accept', 'reject') and s.at > ${ctx.now}::timestamptz - make_interval(days => ${quietDaysAfterNo})
         order by s.at desc, s.id desc limit 1) said on true
     where w.appid = ${appid}
     order by w.kind`
  return rows.map((row) => ({ ...row, lastAskedAt: row.lastAskedAt?.toISOString() ?? null }))
}
