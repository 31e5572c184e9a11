import { type Static, Type } from 'typebox'
import {
  channels,
  contactStops,
  deliveryOutcomes,
  deliveryProofs,
  deliveryStates,
  noticeKinds,
  whyNotSend,
} from '../notice-life.ts'
import { complaintsShownMost } from '../notice-limits.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  DeliveryId,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  NoticeId,
  Nullable,
  OneOf,
  Prose,
  ReminderComplaintId,
} from './schemas.ts'

/** Where a notice leads when it is opened. */
export const noticeGoals = {
  bills: '账单',
  plan: '分期',
  payment: '缴费记录',
  /** One payment of it. */
  attempt: '缴费',
  deferral: '延期',
  relief: '减免',
  dispute: '异议',
  notice: '消息',
  debit: '银行代扣',
  advance: '预存',
  home: '首页',
} as const

/** What a notice says: as it was told, with the sums of that moment. */
export const NoticeWords = Type.Object({
  title: Type.String(),
  text: Type.String(),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  goal: OneOf(noticeGoals),
  /** Of what it leads to: a plan, payment (attempt), deferral, relief application, dispute or notice. */
  goalId: Nullable(Type.Integer()),
})
export type NoticeWords = Static<typeof NoticeWords>

export const Notice = Type.Object({
  id: NoticeId,
  kind: OneOf(noticeKinds),
  words: NoticeWords,
  toldAt: Instant,
  openedAt: Nullable(Instant),
  /** What its reader found wrong with it, and the answer. */
  complaint: Nullable(
    Type.Object({
      text: Type.String(),
      /** Empty: it waits for one. */
      answer: Type.String(),
      replyBy: BusinessDate,
      /** Nobody of the home has opened the notice since it was answered. */
      isNews: Type.Boolean(),
    }),
  ),
})
export type Notice = Static<typeof Notice>

/** How a home wishes to be reached. */
export const ContactWishes = Type.Object({
  /** 只用书面联系: nobody calls or comes. */
  writtenOnly: Type.Boolean(),
  /** Messages come between these full hours. */
  fromHour: Type.Integer({ minimum: 8, maximum: 21 }),
  toHour: Type.Integer({ minimum: 9, maximum: 22 }),
  /** How the home wants to be addressed, e.g. 王阿姨; empty: by the name on the roll, 先生/女士 unknown. */
  address: Type.String({ maxLength: 10 }),
})
export type ContactWishes = Static<typeof ContactWishes>

export const ContactStop = Type.Object({ reason: OneOf(contactStops), note: Line(200) })
export type ContactStop = Static<typeof ContactStop>

/** How a home may be reached, as staff see it. */
export const HomeContact = Type.Object({
  wishes: ContactWishes,
  /** Null: nobody has said anything. By name, who entered it for the home; null: somebody of the home. */
  said: Nullable(Type.Object({ enteredBy: Nullable(Type.String()) })),
  stop: Nullable(ContactStop),
})
export type HomeContact = Static<typeof HomeContact>

/** One attempt on one channel, as staff see it. */
export const Delivery = Type.Object({
  id: DeliveryId,
  channel: OneOf(channels),
  state: OneOf(deliveryStates),
  why: Nullable(OneOf(whyNotSend)),
  outcome: Nullable(OneOf(deliveryOutcomes)),
  sentAt: Nullable(Instant),
  /** To whom, masked. */
  to: Type.String(),
  proofs: Type.Array(
    Type.Object({
      proof: OneOf(deliveryProofs),
      at: Instant,
      note: Type.String(),
      /** It was wrong: a later one takes its place. */
      corrected: Type.Boolean(),
    }),
  ),
})
export type Delivery = Static<typeof Delivery>

/** 消息记录. A notice to a home with each attempt at it. */
export const LoggedNotice = Type.Object({
  id: NoticeId,
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  kind: OneOf(noticeKinds),
  /** The campaign or rule that it comes from, by name. */
  from: Type.String(),
  /** Null: it was never told, and why stands with its deliveries. */
  words: Nullable(NoticeWords),
  madeAt: Instant,
  openedAt: Nullable(Instant),
  deliveries: Type.Array(Delivery),
})
export type LoggedNotice = Static<typeof LoggedNotice>

/** 对提醒的意见, as staff see it. */
export const Complaint = Type.Object({
  id: ReminderComplaintId,
  notice: LoggedNotice,
  text: Type.String(),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
  answer: Type.String(),
})
export type Complaint = Static<typeof Complaint>

const NoticeParams = Type.Object({ ...HouseholdParams.properties, noticeId: NoticeId })
const StaffHouseholdParams = HouseholdParams

export const noticesApi = {
  'GET /v1/communities/:communityId/households/:householdId/notices': {
    params: HouseholdParams,
    query: Type.Object({ before: Type.Optional(NoticeId) }),
    reply: Type.Object({ notices: Type.Array(Notice), unopened: Type.Integer(), next: Nullable(NoticeId) }),
    summary: 'What a home was told, newest first, 20 at a time',
  },
  'POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/open': {
    params: NoticeParams,
    reply: Notice,
    summary: 'Somebody of the home has opened it',
  },
  'POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/complaints': {
    params: NoticeParams,
    body: Type.Object({ text: Prose(500) }),
    reply: Notice,
    summary: 'Say what is wrong with a reminder; a manager answers, and nobody reminds until then',
  },
  'GET /v1/communities/:communityId/households/:householdId/contact-wishes': {
    params: HouseholdParams,
    reply: ContactWishes,
    summary: 'How a home wishes to be reached',
  },
  'PUT /v1/communities/:communityId/households/:householdId/contact-wishes': {
    params: HouseholdParams,
    body: ContactWishes,
    reply: ContactWishes,
    summary: 'Say how a home wishes to be reached',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/notices': {
    params: StaffHouseholdParams,
    query: Type.Object({ before: Type.Optional(NoticeId) }),
    reply: Type.Object({ notices: Type.Array(LoggedNotice), next: Nullable(NoticeId) }),
    summary: 'Message log of a home, newest first, 100 at a time',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/contact': {
    params: StaffHouseholdParams,
    reply: HomeContact,
    summary: 'How a home may be reached, or why not at all',
  },
  'PUT /v1/staff/communities/:communityId/households/:householdId/contact-wishes': {
    params: StaffHouseholdParams,
    body: ContactWishes,
    reply: ContactWishes,
    summary: 'Enter how a home wishes to be reached, as it was said at the desk or on the telephone',
  },
  'PUT /v1/staff/communities/:communityId/households/:householdId/contact-stop': {
    params: StaffHouseholdParams,
    /** Null takes it back. An object around it: phones send no bare null. */
    body: Type.Object({ stop: Nullable(ContactStop) }),
    reply: Type.Object({ stop: Nullable(ContactStop) }),
    summary: 'Enter that a home is not to be contacted, or take it back',
  },
  'GET /v1/staff/communities/:communityId/deliveries/unknown': {
    params: CommunityParams,
    reply: Type.Array(LoggedNotice),
    summary: 'Messages whose fate is not known, the oldest first, at most 100',
  },
  'GET /v1/staff/communities/:communityId/deliveries/unknown/count': {
    params: CommunityParams,
    reply: Type.Object({ unknown: Type.Integer() }),
    summary: 'How many messages there are whose fate is not known',
  },
  'POST /v1/staff/communities/:communityId/deliveries/:deliveryId/resolve': {
    params: Type.Object({ communityId: CommunityId, deliveryId: DeliveryId }),
    /** `send_again`: a person has looked, and it did not arrive. */
    body: Type.Object({ resolution: OneOf({ arrived: '', send_again: '', leave: '' }), note: Line(200) }),
    reply: LoggedNotice,
    summary: 'A person says what became of a message',
  },
  'GET /v1/staff/communities/:communityId/complaints': {
    params: CommunityParams,
    reply: Type.Array(Complaint),
    summary: `Complaints about reminders, those that wait first, at most ${complaintsShownMost}`,
  },
  'POST /v1/staff/communities/:communityId/complaints/:complaintId/answer': {
    params: Type.Object({ communityId: CommunityId, complaintId: ReminderComplaintId }),
    body: Type.Object({ answer: Line(500) }),
    reply: Complaint,
    summary: 'Answer a complaint about a reminder',
  },
} as const satisfies EndpointTable
