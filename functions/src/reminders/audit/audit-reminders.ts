import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { campaignsOffHomes } from './campaigns-off-homes.ts'
import { consentsOffMessages } from './consents-off-messages.ts'
import { messagesOffLives } from './messages-off-lives.ts'

/**
 * What reminders promise: that every message used one consent of who got it and none was used twice, that a home was written to
 * once on a channel, through the gate, and with the proof that its state says, and that campaigns reached whom they were planned
 * for and nobody else. The database searches; what comes back is what is wrong. Nothing is: the answer is empty.
 */
export async function auditReminders(ctx: Ctx): Promise<Difference[]> {
  return [
    ...(await consentsOffMessages(ctx)),
    ...(await messagesOffLives(ctx)),
    ...(await campaignsOffHomes(ctx)),
  ]
}
