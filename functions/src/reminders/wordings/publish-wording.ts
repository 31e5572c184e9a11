import type { NewWording } from '@anjiao/shared/contract/wordings'
import type { NoticeWordingId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkWording } from './check-wording.ts'
import { senderOf } from './example-values.ts'
import { templateFields } from './templates.ts'

export interface PublishedWording {
  readonly wording: NewWording
  /** The one in force that its writer had before them; null: there was none. */
  readonly replaces: NoticeWordingId | null
}

/**
 * Puts a wording in force, in place of the one that was. Refused as `wording-does-not-work` with what is wrong, and as
 * `wording-changed` when somebody else has put another in force meanwhile.
 */
export async function publishWording(
  ctx: Ctx,
  appid: string,
  { wording, replaces }: PublishedWording,
): Promise<NoticeWordingId> {
  const template = await templateFields(ctx, appid, wording.templateId)
  const problems = checkWording({ ...wording, template }, await senderOf(ctx), ctx.today)
  if (problems.length > 0) {
    const said = problems.map(({ field, problem }) => `${field} ${problem}`).join('；')
    throw new Refusal('wording-does-not-work', { problems: said })
  }
  if ((await newest(ctx, wording)) !== replaces) throw new Refusal('wording-changed')
  const id = await write(ctx, wording.channel === 'subscription' ? appid : null, { wording, replaces })
  await logAction(ctx, 'wording-published', `wording ${id}`, { kind: wording.kind, channel: wording.channel })
  return id
}

async function newest(
  { tx, community }: Ctx,
  { kind, channel }: NewWording,
): Promise<NoticeWordingId | null> {
  const found = await tx.maybe<{ id: NoticeWordingId }>`
    select id from notice_wording
     where (community_id, kind, channel) = (${community}, ${kind}, ${channel}) order by id desc limit 1`
  return found?.id ?? null
}

/** Of two that replace the same one at once, the database lets in one. */
async function write(
  { tx, community, now, actor }: Ctx,
  appid: string | null,
  { wording, replaces }: PublishedWording,
): Promise<NoticeWordingId> {
  try {
    const { id } = await tx.one<{ id: NoticeWordingId }>`
      insert into notice_wording (
        community_id, kind, channel, appid, template_id, fields, text, replaces, published_at, published_by)
      values (
        ${community}, ${wording.kind}, ${wording.channel}, ${appid}, ${wording.templateId},
        ${JSON.stringify(wording.fields)}, ${wording.text}, ${replaces}, ${now}, ${actorName(actor)})
      returning id`
    return id
  } catch (error) {
    if (brokenConstraint(error) === 'notice_wording_one_successor') throw new Refusal('wording-changed')
    throw error
  }
}
