import type { BusinessDate } from '@anjiao/shared/calendar'
import type {
  Campaign,
  CampaignProgress,
  CampaignSegment,
  CampaignStep,
  DryRun,
} from '@anjiao/shared/contract/campaigns'
import type { RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import type { Reach } from '@anjiao/shared/contract/subscriptions'
import { fen } from '@anjiao/shared/money'
import { type ReminderRule, reminderRules } from '@anjiao/shared/reminder-rules'
import { community, type Script } from './staff-server'
import { id } from './values'

export const parts = {
  buildings: ['1栋', '2栋', '3栋', '10栋'],
  feeItems: [
    { id: id(1), name: '物业服务费' },
    { id: id(2), name: '机动车停车费' },
  ],
}

/** A segment that is not narrowed. */
export const everybody: CampaignSegment = {
  buildings: [],
  overdueDaysMin: 0,
  overdueDaysMax: null,
  openMinFen: fen(0),
  openMaxFen: null,
  feeItemIds: [],
  notAskedForDays: 0,
  notPaidForDays: 0,
  plans: 'any',
  reached: 'any',
}

/** A draft of somebody else, narrowed in several ways. */
export const aCampaign = (over: Partial<Campaign> = {}): Campaign => ({
  id: id(5),
  name: '四季度物业费提醒',
  segment: {
    ...everybody,
    buildings: ['3栋', '10栋'],
    overdueDaysMin: 30,
    openMinFen: fen(10_000),
    feeItemIds: [id(1)],
    notAskedForDays: 7,
  },
  channels: ['subscription', 'sms'],
  startsAt: '2026-12-01T01:00:00.000Z',
  perMinute: 600,
  holdOutPercent: 10,
  state: 'draft',
  madeBy: '李主管',
  madeAt: '2026-11-22T02:00:00.000Z',
  approvedBy: null,
  lastStep: id(17),
  startedAt: null,
  may: ['edit', 'submit'],
  homes: null,
  ...over,
})

export const aDryRun = (over: Partial<DryRun> = {}): DryRun => ({
  homes: 803,
  openFen: fen(234_567_890),
  everybody: true,
  heldOut: 80,
  byChannel: [
    { channel: 'subscription', homes: 412, costFen: fen(0) },
    { channel: 'sms', homes: 198, costFen: fen(990) },
  ],
  unreachable: 41,
  credits: 412,
  quota: { left: 300, fitsToday: false },
  leftOut: [
    { why: 'held', homes: 45 },
    { why: 'too_soon', homes: 27 },
  ],
  examples: [
    {
      householdId: id(42),
      roomName: '3栋 1单元 502',
      ownerMasked: '汤**',
      openFen: fen(195_228),
      channel: 'subscription',
      why: null,
      reads: [
        { label: '房屋信息', value: '3栋 5**' },
        { label: '温馨提示', value: '账单待查看，点开看明细' },
      ],
    },
    {
      householdId: id(43),
      roomName: '8栋 2单元 901',
      ownerMasked: '李**',
      openFen: fen(88_000),
      channel: null,
      why: 'held',
      reads: [],
    },
  ],
  ...over,
})

export const aProgress = (over: Partial<CampaignProgress> = {}): CampaignProgress => ({
  planned: true,
  homes: 803,
  heldOut: 80,
  waiting: 200,
  sending: 3,
  sent: 120,
  delivered: 300,
  opened: 150,
  refused: 12,
  failed: 5,
  noCredit: 6,
  unreachable: 4,
  unknown: 1,
  leftOut: [
    { why: 'nothing_open', homes: 40 },
    { why: 'held', homes: 32 },
  ],
  byChannel: [
    { channel: 'subscription', sent: 390, delivered: 280 },
    { channel: 'sms', sent: 31, delivered: 20 },
  ],
  reminded: { homes: 420, paid3Days: 63, paid7Days: 105, paid14Days: 168, paidFen: fen(12_345_600) },
  notReminded: { homes: 80, paid3Days: 4, paid7Days: 10, paid14Days: 20, paidFen: fen(1_234_500) },
  comparesOn: '2026-11-20' as BusinessDate,
  standsBecause: null,
  ...over,
})

export const someSteps: readonly CampaignStep[] = [
  { event: 'make', at: '2026-11-22T02:00:00.000Z', by: '李主管' },
  { event: 'submit', at: '2026-11-22T03:00:00.000Z', by: '李主管' },
]

const rule = (name: ReminderRule, over: Partial<RuleSetting> = {}): RuleSetting => ({
  rule: name,
  on: true,
  channels: ['subscription'],
  hour: 10,
  ...over,
})

/** Everything is on, except what asks after the day has passed. */
export const someRules: readonly RuleSetting[] = (Object.keys(reminderRules) as ReminderRule[]).map((name) =>
  rule(name, name === 'overdue_7' ? { on: false, channels: ['subscription', 'sms'] } : {}),
)

export const someReach: readonly Reach[] = [
  { building: '1栋', homes: 120, bound: 80, withCredit: 55, credits: 90 },
  { building: '2栋', homes: 60, bound: 12, withCredit: 0, credits: 0 },
]

export const reminderScript: Script = {
  [`GET ${community}/parts`]: parts,
  [`GET ${community}/campaigns`]: [
    aCampaign(),
    aCampaign({
      id: id(4),
      name: '车位费提醒',
      state: 'running',
      homes: 803,
      startsAt: null,
      startedAt: '2026-11-22T01:30:00.000Z',
    }),
  ],
  [`GET ${community}/campaigns/5`]: { campaign: aCampaign(), progress: aProgress(), steps: someSteps },
  [`GET ${community}/campaigns/4`]: {
    campaign: aCampaign({
      id: id(4),
      state: 'running',
      homes: 803,
      approvedBy: '周经理',
      may: ['pause', 'stop'],
    }),
    progress: aProgress(),
    steps: someSteps,
  },
  [`POST ${community}/campaigns/count`]: { homes: 803, openFen: fen(234_567_890), everybody: true },
  [`POST ${community}/campaigns/dry-run`]: aDryRun(),
  [`GET ${community}/reminder-rules`]: someRules,
  [`GET ${community}/reach`]: someReach,
}
