import type { Campaign } from '@anjiao/shared/contract/campaigns'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { aCampaign, everybody } from '../testing/reminders'
import { type CampaignDraft, draftOf, newDraft, readCampaign } from './campaign-draft'

/** 10 o'clock in Shanghai. */
const now = new Date('2026-11-23T02:00:00Z')
const read = (part: Partial<CampaignDraft>) => readCampaign({ ...newDraft, ...part }, now)

test('a new campaign is for everybody, by WeChat, at once, with one home in ten left for comparison', () => {
  expect(read({ name: ' 四季度提醒 ' })).toEqual({
    campaign: {
      name: '四季度提醒',
      segment: everybody,
      channels: ['subscription'],
      startsAt: null,
      perMinute: null,
      holdOutPercent: 10,
    },
  })
})

test.each([
  ['on a day and an hour', { startsAt: '2026-12-01T01:00:00.000Z', perMinute: 120 }],
  ['at once, though it was drafted days ago', { startsAt: null, perMinute: null }],
] satisfies [string, Partial<Campaign>][])(
  'what was stored to begin %s is read from its form again',
  (_, part) => {
    const stored = aCampaign({
      ...part,
      madeAt: '2026-11-20T01:00:00.000Z',
      segment: {
        ...aCampaign().segment,
        overdueDaysMax: 90,
        openMinFen: fen(50_000),
        openMaxFen: fen(200_050),
        notAskedForDays: 7,
      },
    })
    const { name, segment, channels, startsAt, perMinute, holdOutPercent } = stored
    expect(readCampaign(draftOf(stored), now)).toEqual({
      campaign: { name, segment, channels, startsAt, perMinute, holdOutPercent },
    })
  },
)

test.each([
  ['more days than ten years', { overdueMin: '3651' }, 'overdueMin'],
  ['a span that ends before it begins', { overdueMin: '30', overdueMax: '29' }, 'overdueMax'],
  ['an amount of three decimals', { openMin: '1.005' }, 'openMin'],
  ['a most below the least', { openMin: '100', openMax: '99.99' }, 'openMax'],
  ['half a day', { notAskedFor: '0.5' }, 'notAskedFor'],
  ['nothing typed', { notPaidFor: '' }, 'notPaidFor'],
  ['no channel', { channels: [] }, 'channels'],
  ['no day', { start: 'on_day', day: '' }, 'day'],
  ['an hour that has passed', { start: 'on_day', day: '2026-11-23', hour: 10 }, 'day'],
  ['a day too far ahead', { start: 'on_day', day: '2027-11-23' }, 'day'],
  ['no pace', { pace: 'slow', perMinute: '0' }, 'perMinute'],
  ['a pace too fast', { pace: 'slow', perMinute: '60001' }, 'perMinute'],
] as const)('%s is not taken', (_, part, name) => {
  expect(read(part)).toEqual({ faults: { [name]: expect.stringMatching(/./) } })
})

test('later today is in time', () => {
  expect(read({ start: 'on_day', day: '2026-11-23', hour: 11 })).toMatchObject({
    campaign: { startsAt: '2026-11-23T03:00:00.000Z' },
  })
})
