import { campaignStates } from '@anjiao/shared/campaign-life'
import type { Campaign } from '@anjiao/shared/contract/campaigns'
import { instantText } from '../../ui/instant'
import { reminderTexts as texts } from './texts'

/** When a campaign began, or begins. */
export function startWords({
  startsAt,
  startedAt,
  state,
}: Pick<Campaign, 'startsAt' | 'startedAt' | 'state'>): string {
  if (startedAt !== null) return instantText(startedAt)
  if (campaignStates[state].ended) return texts.neverBegan
  return startsAt === null ? texts.atOnce : instantText(startsAt)
}
