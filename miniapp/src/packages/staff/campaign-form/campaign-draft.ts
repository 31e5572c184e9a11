import { addDays, type BusinessDate, businessDateAt, startOfDay, timeOfDayAt } from '@anjiao/shared/calendar'
import type { Campaign, CampaignSegment, NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { FeeItemId } from '@anjiao/shared/ids'
import { parseYuan, plainYuan, zeroFen } from '@anjiao/shared/money'
import type { Channel } from '@anjiao/shared/notice-life'
import { campaignAheadDays } from '@anjiao/shared/notice-limits'
import { readDecimal } from '../../../features/staff-numbers/decimal'
import type { PlanHistory, ReachedBefore } from '../../../features/staff-reminders/segment-texts'
import { texts } from './texts'

/** A campaign as it is being written: its numbers as they are typed. */
export interface CampaignDraft {
  readonly name: string
  readonly buildings: readonly string[]
  readonly feeItemIds: readonly FeeItemId[]
  readonly overdueMin: string
  readonly overdueMax: string
  readonly openMin: string
  readonly openMax: string
  readonly notAskedFor: string
  readonly notPaidFor: string
  readonly plans: PlanHistory
  readonly reached: ReachedBefore
  readonly channels: readonly Channel[]
  readonly start: 'at_once' | 'on_day'
  /** `2026-11-23`, or empty. */
  readonly day: string
  readonly hour: number
  readonly pace: 'fast' | 'slow'
  readonly perMinute: string
  readonly holdOutPercent: number
}

type SegmentField = 'overdueMin' | 'overdueMax' | 'openMin' | 'openMax' | 'notAskedFor' | 'notPaidFor'

/** What is wrong, by the field in which it is to be put right. */
export type CampaignFaults = Readonly<
  Partial<Record<SegmentField | 'channels' | 'day' | 'perMinute', string>>
>

const overdueDaysMost = 3_650
const notAskedDaysMost = 365
const perMinuteMost = 60_000

/** Where a new campaign begins: everybody, by WeChat, at once, and one home in ten left for comparison. */
export const newDraft: CampaignDraft = {
  name: '',
  buildings: [],
  feeItemIds: [],
  overdueMin: '0',
  overdueMax: '',
  openMin: '',
  openMax: '',
  notAskedFor: '0',
  notPaidFor: '0',
  plans: 'any',
  reached: 'any',
  channels: ['subscription'],
  start: 'at_once',
  day: '',
  hour: 10,
  pace: 'fast',
  perMinute: '60',
  holdOutPercent: 10,
}

/** A draft that is stored, as it is changed. */
export function draftOf({ segment, startsAt, perMinute, ...campaign }: Campaign): CampaignDraft {
  const start = startsAt === null ? undefined : new Date(startsAt)
  return {
    ...newDraft,
    name: campaign.name,
    channels: campaign.channels,
    holdOutPercent: campaign.holdOutPercent,
    buildings: segment.buildings,
    feeItemIds: segment.feeItemIds,
    overdueMin: String(segment.overdueDaysMin),
    overdueMax: numberText(segment.overdueDaysMax),
    openMin: segment.openMinFen > 0 ? plainYuan(segment.openMinFen) : '',
    openMax: segment.openMaxFen === null ? '' : plainYuan(segment.openMaxFen),
    notAskedFor: String(segment.notAskedForDays),
    notPaidFor: String(segment.notPaidForDays),
    plans: segment.plans,
    reached: segment.reached,
    ...(start && {
      start: 'on_day',
      day: businessDateAt(start),
      hour: Number(timeOfDayAt(start).slice(0, 2)),
    }),
    ...(perMinute !== null && { pace: 'slow', perMinute: String(perMinute) }),
  }
}

const numberText = (number: number | null): string => (number === null ? '' : String(number))

/** Which homes were written, or what is wrong with that. */
export function readSegment(
  draft: CampaignDraft,
): { readonly segment: CampaignSegment } | { readonly faults: CampaignFaults } {
  const overdueDaysMin = days(draft.overdueMin, overdueDaysMost)
  const overdueDaysMax = draft.overdueMax.trim() === '' ? null : days(draft.overdueMax, overdueDaysMost)
  const openMinFen = draft.openMin.trim() === '' ? zeroFen : parseYuan(draft.openMin)
  const openMaxFen = draft.openMax.trim() === '' ? null : parseYuan(draft.openMax)
  const notAskedForDays = days(draft.notAskedFor, notAskedDaysMost)
  const notPaidForDays = days(draft.notPaidFor, overdueDaysMost)
  const fault = (field: SegmentField, words: string) => ({ faults: { [field]: words } })

  if (overdueDaysMin === undefined) return fault('overdueMin', texts.badDays(overdueDaysMost))
  if (overdueDaysMax === undefined) return fault('overdueMax', texts.badDays(overdueDaysMost))
  if (overdueDaysMax !== null && overdueDaysMax < overdueDaysMin) return fault('overdueMax', texts.badRange)
  if (openMinFen === undefined || openMinFen < 0) return fault('openMin', texts.badAmount)
  if (openMaxFen === undefined) return fault('openMax', texts.badAmount)
  if (openMaxFen !== null && openMaxFen < openMinFen) return fault('openMax', texts.badRange)
  if (notAskedForDays === undefined) return fault('notAskedFor', texts.badDays(notAskedDaysMost))
  if (notPaidForDays === undefined) return fault('notPaidFor', texts.badDays(overdueDaysMost))
  const { plans, reached } = draft
  return {
    segment: {
      buildings: [...draft.buildings],
      feeItemIds: [...draft.feeItemIds],
      overdueDaysMin,
      overdueDaysMax,
      openMinFen,
      openMaxFen,
      notAskedForDays,
      notPaidForDays,
      plans,
      reached,
    },
  }
}

function days(text: string, most: number): number | undefined {
  const read = readDecimal(text, 0)
  return read !== undefined && read <= most ? read : undefined
}

/** What was written as a campaign, or what is wrong with it. Its name may still be missing. */
export function readCampaign(
  draft: CampaignDraft,
  now: Date,
): { readonly campaign: NewCampaign } | { readonly faults: CampaignFaults } {
  const whom = readSegment(draft)
  if ('faults' in whom) return whom
  if (draft.channels.length === 0) return { faults: { channels: texts.noChannel } }
  const startsAt = startOf(draft, now)
  if (typeof startsAt === 'string') return { faults: { day: startsAt } }
  const perMinute = draft.pace === 'fast' ? null : readDecimal(draft.perMinute, 0)
  if (perMinute === undefined || perMinute === 0 || (perMinute ?? 0) > perMinuteMost) {
    return { faults: { perMinute: texts.badPace } }
  }
  return {
    campaign: {
      name: draft.name.trim(),
      segment: whom.segment,
      channels: [...draft.channels],
      startsAt: startsAt?.toISOString() ?? null,
      perMinute,
      holdOutPercent: draft.holdOutPercent,
    },
  }
}

/** When it begins, null for at once, or what is wrong with that. */
function startOf({ start, day, hour }: CampaignDraft, now: Date): Date | string | null {
  if (start === 'at_once') return null
  const today = businessDateAt(now)
  if (day === '') return texts.noDay
  const at = new Date(startOfDay(day as BusinessDate).getTime() + hour * 3_600_000)
  if (at <= now) return texts.pastDay
  return at < startOfDay(addDays(today, campaignAheadDays)) ? at : texts.farDay(campaignAheadDays)
}
