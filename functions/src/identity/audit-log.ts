import { actorName, type Ctx } from '../platform/context.ts'

export interface RecordedAction {
  /** e.g. `application.approved` */
  readonly action: string
  /** e.g. `application:12` */
  readonly subject: string
  /** What was decided; ids rather than names, and never a phone in full. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** 操作日志. Records who did what in this community, in the transaction that did it. Never changed, never deleted. */
export async function recordAction(
  { tx, community, now, actor }: Ctx,
  { action, subject, details = {} }: RecordedAction,
): Promise<void> {
  await tx.run`
    insert into audit_log (community_id, at, actor, action, subject, details)
    values (${community}, ${now}, ${actorName(actor)}, ${action}, ${subject}, ${details})`
}
