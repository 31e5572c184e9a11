import type { WechatTemplate } from '@anjiao/shared/contract/wordings'
import type { TemplateField } from '@anjiao/shared/template-fields'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { MpTemplate } from '../../platform/wechat-mp/index.ts'

interface Row extends Omit<WechatTemplate, 'syncedAt'> {
  readonly syncedAt: Date
}

/** The templates of a mini-program as last read from WeChat, those that are gone last. */
export async function listTemplates({ tx }: Ctx, appid: string): Promise<WechatTemplate[]> {
  const rows = await tx.rows<Row>`
    select template_id, title, fields, synced_at, gone_at is not null as gone from wechat_template
     where appid = ${appid} order by gone_at is not null, title, template_id`
  return rows.map((row) => ({ ...row, syncedAt: row.syncedAt.toISOString() }))
}

/** The fields of a template that is there. */
export async function templateFields({ tx }: Ctx, appid: string, templateId: string) {
  const found = await tx.maybe<{ readonly fields: TemplateField[] }>`
    select fields from wechat_template where (appid, template_id) = (${appid}, ${templateId}) and gone_at is null`
  return found ?? null
}

/**
 * Takes in the whole list of a mini-program. Only those where one accept is one message: others are of no use to us. What is not on it any more is gone, and comes back when it is listed again.
 */
export async function takeInTemplates(ctx: Ctx, appid: string, listed: readonly MpTemplate[]): Promise<void> {
  const { tx, now } = ctx
  const templates = listed
    .filter(({ once }) => once)
    .toSorted((a, b) => (a.templateId < b.templateId ? -1 : 1))
  const ids = templates.map(({ templateId }) => templateId)
  await tx.run`
    insert into wechat_template (appid, template_id, title, fields, synced_at)
    select ${appid}, each.id, each.title, each.fields, ${now}
      from unnest(${ids}::text[], ${templates.map(({ title }) => title)}::text[],
                  ${templates.map(({ fields }) => JSON.stringify(fields))}::jsonb[]) as each (id, title, fields)
    on conflict (appid, template_id) do update
      set title = excluded.title, fields = excluded.fields, synced_at = excluded.synced_at, gone_at = null`
  await tx.run`
    update wechat_template set gone_at = ${now}
     where appid = ${appid} and gone_at is null and template_id <> all(${ids}::text[])`
  await logAction(ctx, 'wechat-templates-read', `mini-program ${appid}`, { templates: templates.length })
}
