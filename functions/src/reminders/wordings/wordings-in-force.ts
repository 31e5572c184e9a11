import type { Wording } from '@anjiao/shared/contract/wordings'
import type { NoticeWordingId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import type { TemplateField } from '@anjiao/shared/template-fields'
import type { Ctx } from '../../platform/context.ts'
import { type Accounts, pausedTemplates } from '../delivery/channel-pauses.ts'
import type { Fillable } from './fill-wording.ts'

/** What a notice of one kind says on one channel now. */
export interface WordingInForce extends Fillable {
  readonly id: NoticeWordingId
  readonly kind: NoticeKind
  readonly appid: string | null
}

interface Row extends Omit<WordingInForce, 'template'> {
  readonly templateFields: TemplateField[] | null
}

/** The wordings that can be sent now. One whose template is gone at WeChat is none. */
export async function wordingsInForce({ tx, community }: Ctx): Promise<WordingInForce[]> {
  const rows = await tx.rows<Row>`
    select w.id, w.kind, w.channel, w.appid, w.template_id, w.fields, w.text, t.fields as template_fields
      from (select distinct on (kind, channel) * from notice_wording
             where community_id = ${community} order by kind, channel, id desc) w
      left join wechat_template t on (t.appid, t.template_id) = (w.appid, w.template_id) and t.gone_at is null
     where w.channel <> 'subscription' or t.template_id is not null
     order by w.kind, w.channel`
  return rows.map(({ templateFields, ...row }) => ({
    ...row,
    template: templateFields && { fields: templateFields },
  }))
}

/** The one of a kind and channel, if there is one. */
export const wordingInForce = async (
  ctx: Ctx,
  kind: NoticeKind,
  channel: Channel,
): Promise<WordingInForce | undefined> =>
  (await wordingsInForce(ctx)).find((each) => each.kind === kind && each.channel === channel)

/** The newest wording of each kind and channel, as staff see it, also where its template is gone. */
export async function listWordings(ctx: Ctx, accounts: Accounts): Promise<Wording[]> {
  const { tx, community } = ctx
  const rows = await tx.rows<Omit<Wording, 'publishedAt' | 'paused'> & { readonly publishedAt: Date }>`
    select distinct on (w.kind, w.channel) w.id, w.kind, w.channel, w.template_id, w.fields, w.text, w.published_at,
           coalesce(s.name, case when w.published_by like 'staff:%' then '物业' else '系统' end) as published_as
      from notice_wording w
      left join staff s on s.community_id = w.community_id and w.published_by = 'staff:' || s.person_id
     where w.community_id = ${community}
     order by w.kind, w.channel, w.id desc`
  const paused = await pausedTemplates(ctx, accounts, ['subscription', 'sms'])
  return rows.map((row) => ({
    ...row,
    publishedAt: row.publishedAt.toISOString(),
    paused: paused.some((each) => each.channel === row.channel && each.templateId === row.templateId),
  }))
}
