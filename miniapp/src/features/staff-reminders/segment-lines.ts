import { planHistories, reachedBefore } from '@anjiao/shared/campaign-terms'
import type { CampaignSegment } from '@anjiao/shared/contract/campaigns'
import type { CommunityParts } from '@anjiao/shared/contract/community'
import { formatYuan } from '@anjiao/shared/money'
import { segmentTexts as texts } from './segment-texts'

export interface SegmentLine {
  readonly label: string
  readonly text: string
}

/** A segment in words, a line for each way in which it is narrowed; none: everybody. Pure. */
export function segmentLines(
  segment: CampaignSegment,
  { feeItems }: Pick<CommunityParts, 'feeItems'>,
): SegmentLine[] {
  const { buildings, feeItemIds, notAskedForDays, notPaidForDays, plans, reached } = segment
  const named = feeItems.filter(({ id }) => feeItemIds.includes(id)).map(({ name }) => name)
  return [
    { label: texts.buildings, text: buildings.join('、') },
    {
      label: texts.feeItems,
      text: named.length === feeItemIds.length ? named.join('、') : texts.someItems(feeItemIds.length),
    },
    {
      label: texts.overdue,
      text: span(segment.overdueDaysMin, segment.overdueDaysMax, texts.days),
    },
    {
      label: texts.open,
      text: span(segment.openMinFen, segment.openMaxFen, (amount) => texts.yuan(formatYuan(amount))),
    },
    { label: texts.notAsked, text: span(notAskedForDays, null, texts.days) },
    { label: texts.notPaid, text: span(notPaidForDays, null, texts.days) },
    { label: texts.plans, text: plans === 'any' ? '' : planHistories[plans] },
    { label: texts.reached, text: reached === 'any' ? '' : reachedBefore[reached] },
  ].filter(({ text }) => text !== '')
}

/** Bounds in words; empty where there are none. */
function span<Amount extends number>(
  least: Amount,
  most: Amount | null,
  words: (amount: Amount) => string,
): string {
  if (most !== null) return least > 0 ? texts.between(words(least), words(most)) : texts.atMost(words(most))
  return least > 0 ? texts.atLeast(words(least)) : ''
}
