import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { wordingsInForce } from '../wordings/wordings-in-force.ts'
import { type Accounts, pausedTemplates } from './channel-pauses.ts'

/** What this community would say by a template that is not taken at present: a kind of notice on a channel. */
export interface PausedKind {
  readonly channel: Channel
  readonly kind: NoticeKind
}

/** Kinds of notices that wait, for their template is paused. Published anew with another, a wording waits no more. */
export async function pausedKinds(
  ctx: Ctx,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<PausedKind[]> {
  const paused = await pausedTemplates(ctx, accounts, named)
  if (paused.length === 0) return []
  return (await wordingsInForce(ctx)).filter((wording) =>
    paused.some((each) => each.channel === wording.channel && each.templateId === wording.templateId),
  )
}

/** Channels of those named on which a campaign may speak: it reminds, and says nothing else. */
export const openToCampaigns = (named: readonly Channel[], paused: readonly PausedKind[]): Channel[] =>
  named.filter((channel) => !paused.some((each) => each.channel === channel && each.kind === 'reminder'))
