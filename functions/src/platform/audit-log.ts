import { actorName, type Ctx } from './context.ts'

/** Writes down who did what to which row (操作日志), in the transaction that does it. Nothing personal goes into `details`. */
export async function logAction(
  ctx: Ctx,
  action: string,
  subject: string,
  details: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  await ctx.tx.run`
    insert into audit_log (community_id, at, actor, action, subject, details)
    values (${ctx.community}, ${ctx.now}, ${actorName(ctx.actor)}, ${action}, ${subject}, ${JSON.stringify(details)})`
}
