import { type Static, Type } from 'typebox'
import { campaignEvents, campaignStates, campaignWriting } from '../campaign-life.ts'
import { campaignMoves, planHistories, reachedBefore } from '../campaign-terms.ts'
import { channels, whyCampaignStands, whyNotSend } from '../notice-life.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BoundFen,
  BusinessDate,
  CampaignId,
  CampaignStepId,
  CommunityId,
  CommunityParams,
  FeeItemId,
  Fen,
  HouseholdId,
  Instant,
  Line,
  Nullable,
  OneOf,
} from './schemas.ts'

/** Whom a campaign is for: homes that owe something we may press for, narrowed. */
export const CampaignSegment = Type.Object({
  /** Names of buildings; none: all. */
  buildings: Type.Array(Line(40), { maxItems: 200 }),
  /** Days since the oldest was due (账龄). */
  overdueDaysMin: Type.Integer({ minimum: 0, maximum: 3_650 }),
  overdueDaysMax: Nullable(Type.Integer({ minimum: 0, maximum: 36_500 })),
  openMinFen: BoundFen,
  openMaxFen: Nullable(BoundFen),
  /** Only charges of these; none: all. */
  feeItemIds: Type.Array(FeeItemId, { maxItems: 50 }),
  /** Days in which nobody asked this home for money. */
  notAskedForDays: Type.Integer({ minimum: 0, maximum: 365 }),
  /** Days in which this home paid nothing; 0: whenever. */
  notPaidForDays: Type.Integer({ minimum: 0, maximum: 3_650 }),
  plans: OneOf(planHistories),
  reached: OneOf(reachedBefore),
})
export type CampaignSegment = Static<typeof CampaignSegment>

export const NewCampaign = Type.Object({
  name: Line(40),
  segment: CampaignSegment,
  /** In this order: the next where the one before does not reach. */
  channels: Type.Array(OneOf(channels), { minItems: 1, maxItems: 3, uniqueItems: true }),
  /** Not before; null, or in the past: as soon as it is approved. Messages go out in the hours of the day that allow it. */
  startsAt: Nullable(Instant),
  /** Null: as fast as it goes. */
  perMinute: Nullable(Type.Integer({ minimum: 1, maximum: 60_000 })),
  /** Of a hundred homes so many are not reminded, to see what reminding does. */
  holdOutPercent: Type.Integer({ minimum: 0, maximum: 50 }),
})
export type NewCampaign = Static<typeof NewCampaign>

export const Campaign = Type.Object({
  id: CampaignId,
  ...NewCampaign.properties,
  state: OneOf(campaignStates),
  madeBy: Type.String(),
  madeAt: Instant,
  approvedBy: Nullable(Type.String()),
  /** Its last step, as it is told here: whoever presses says which they saw. */
  lastStep: CampaignStepId,
  /** When it began. */
  startedAt: Nullable(Instant),
  /** What whoever asks may do now. */
  may: Type.Array(OneOf(campaignMoves)),
  /** How many it is for: as counted when it was submitted, then as it began. Null: a draft that was not submitted yet. */
  homes: Nullable(Type.Integer()),
})
export type Campaign = Static<typeof Campaign>

/** What happened to a campaign, and by whom. */
export const CampaignStep = Type.Object({
  event: OneOf({ ...campaignWriting, ...campaignEvents }),
  at: Instant,
  by: Type.String(),
})
export type CampaignStep = Static<typeof CampaignStep>

/**
 * The last step of a campaign (`lastStep`) that whoever presses has seen. Refused as `campaign-moved-on` when another has followed: nobody agrees
 * to, or changes, what they did not see.
 */
const Seen = { seen: CampaignStepId }

const LeftOut = Type.Object({ why: OneOf(whyNotSend), homes: Type.Integer() })

/** How many homes a segment holds. */
export const SegmentCount = Type.Object({
  homes: Type.Integer(),
  openFen: Fen,
  /** These are all the homes there are that owe something we may press for. */
  everybody: Type.Boolean(),
})
export type SegmentCount = Static<typeof SegmentCount>

/** Who would get what if it began now; writes nothing. `homes` = `heldOut` + those of `byChannel` + `unreachable` + those of `leftOut`. */
export const DryRun = Type.Object({
  ...SegmentCount.properties,
  heldOut: Type.Integer(),
  /** By channel: homes it would reach, and what that costs; null: the company has not said what one costs. */
  byChannel: Type.Array(
    Type.Object({ channel: OneOf(channels), homes: Type.Integer(), costFen: Nullable(Fen) }),
  ),
  /** Homes that none of its channels reaches. The notice stands in the mini-program all the same. */
  unreachable: Type.Integer(),
  /** Messages that people have agreed to and that would be used. */
  credits: Type.Integer(),
  /** How many more WeChat takes today of those that ask for something, and whether these are no more. Null: it does not say. */
  quota: Nullable(Type.Object({ left: Type.Integer(), fitsToday: Type.Boolean() })),
  leftOut: Type.Array(LeftOut),
  /** Some of them, as they would read. */
  examples: Type.Array(
    Type.Object({
      householdId: HouseholdId,
      roomName: Type.String(),
      ownerMasked: Type.String(),
      openFen: Fen,
      channel: Nullable(OneOf(channels)),
      why: Nullable(OneOf(whyNotSend)),
      reads: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
    }),
  ),
})
export type DryRun = Static<typeof DryRun>

/** Who of these homes paid something on what they were, or would have been, asked for, within so many days. */
const Conversion = Type.Object({
  homes: Type.Integer(),
  paid3Days: Type.Integer(),
  paid7Days: Type.Integer(),
  paid14Days: Type.Integer(),
  /** Within 14 days. */
  paidFen: Fen,
})
export type Conversion = Static<typeof Conversion>

/**
 * How far it is, and what came of it. Each home stands in one place: held out, or where the last message to it stands
 * (`waiting` to `unknown`, `leftOut`). Opened counts beside that.
 */
export const CampaignProgress = Type.Object({
  planned: Type.Boolean(),
  homes: Type.Integer(),
  heldOut: Type.Integer(),
  waiting: Type.Integer(),
  sending: Type.Integer(),
  /** On its way: that it arrived is not known yet. */
  sent: Type.Integer(),
  delivered: Type.Integer(),
  opened: Type.Integer(),
  refused: Type.Integer(),
  failed: Type.Integer(),
  /** Nobody there who could be told on its channels: not bound, no phone. */
  unreachable: Type.Integer(),
  /** Bound, but never agreed to a message, or agreed to no more. */
  noCredit: Type.Integer(),
  unknown: Type.Integer(),
  leftOut: Type.Array(LeftOut),
  /** Messages that a provider took, and those of them known to have arrived. */
  byChannel: Type.Array(
    Type.Object({ channel: OneOf(channels), sent: Type.Integer(), delivered: Type.Integer() }),
  ),
  /** All homes that it was for, reached or not, from the day on which it began. */
  reminded: Conversion,
  /** The hold-out group, from the same day. */
  notReminded: Conversion,
  /** The first day on which everybody has had their 14 days, so that both may be compared. Null: it has not begun. */
  comparesOn: Nullable(BusinessDate),
  /** Why nothing goes out at the moment. */
  standsBecause: Nullable(OneOf(whyCampaignStands)),
})
export type CampaignProgress = Static<typeof CampaignProgress>

const CampaignParams = Type.Object({ communityId: CommunityId, campaignId: CampaignId })
const moved = (summary: string) => ({
  params: CampaignParams,
  body: Type.Object(Seen),
  reply: Campaign,
  summary,
})

export const campaignsApi = {
  'GET /v1/staff/communities/:communityId/campaigns': {
    params: CommunityParams,
    reply: Type.Array(Campaign),
    summary: 'Campaigns, newest first, at most 100',
  },
  'POST /v1/staff/communities/:communityId/campaigns/count': {
    params: CommunityParams,
    body: CampaignSegment,
    reply: SegmentCount,
    unstored: true,
    summary: 'How many homes a segment holds',
  },
  'POST /v1/staff/communities/:communityId/campaigns/dry-run': {
    params: CommunityParams,
    /** `campaignId` of a draft that is stored already: then the same homes are held out as will be. */
    body: Type.Object({ ...NewCampaign.properties, campaignId: Type.Optional(CampaignId) }),
    reply: DryRun,
    unstored: true,
    summary: 'Who would get what, who is left out and why; writes nothing',
  },
  'POST /v1/staff/communities/:communityId/campaigns': {
    params: CommunityParams,
    body: NewCampaign,
    reply: Campaign,
    summary: 'Draft a campaign',
  },
  'GET /v1/staff/communities/:communityId/campaigns/:campaignId': {
    params: CampaignParams,
    reply: Type.Object({
      campaign: Campaign,
      progress: CampaignProgress,
      /** Oldest first. */
      steps: Type.Array(CampaignStep),
    }),
    summary: 'A campaign, how far it is, and what came of it',
  },
  'PUT /v1/staff/communities/:communityId/campaigns/:campaignId': {
    params: CampaignParams,
    body: Type.Object({ ...NewCampaign.properties, ...Seen }),
    reply: Campaign,
    summary: 'Change a draft',
  },
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/submit': moved(
    'Ready to go; a second person looks where it is large',
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/approve': moved('The second person agrees'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/send-back': moved(
    'The second person does not agree',
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/take-back': moved(
    'Back to a draft, before it starts',
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/start': moved(
    'Begin now instead of when it was to',
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/pause': moved(
    'Nothing goes out until it is resumed',
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/resume': moved('Go on'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/stop': moved('End it for good'),
} as const satisfies EndpointTable
