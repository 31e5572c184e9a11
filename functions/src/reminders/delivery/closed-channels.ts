import type { Channel } from '@anjiao/shared/notice-life'
import type { World } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * Channels on which this deployment sends nothing, for it has no account there, whatever a community wants to send on. Messages that
 * are on them all the same pass on, once an account that was lost has been waited for (`wait-for-account.ts`).
 */
export const closedChannels = ({ sms }: Pick<World, 'sms'>): readonly Channel[] => (sms ? [] : ['sms'])

/** Refuses channels of which one is closed, as `sms-not-set-up`. */
export function refuseClosed(channels: readonly Channel[], world: Pick<World, 'sms'>): void {
  const closed = closedChannels(world)
  if (channels.some((channel) => closed.includes(channel))) throw new Refusal('sms-not-set-up')
}
