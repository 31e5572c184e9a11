import { type Static, Type } from 'typebox'
import { applicationStates, membershipRelations, staffRoles } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BindingApplicationId,
  CommunityId,
  CommunityParams,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  MembershipId,
  Nullable,
  OneOf,
  PersonId,
} from './schemas.ts'

/** A home that somebody is linked to. */
export const HouseholdLink = Type.Object({
  communityId: CommunityId,
  communityName: Type.String(),
  householdId: HouseholdId,
  /** e.g. `3栋 1单元 502` */
  roomName: Type.String(),
  /** e.g. `王**` */
  ownerMasked: Type.String(),
  relation: OneOf(membershipRelations),
})
export type HouseholdLink = Static<typeof HouseholdLink>

export const StaffPost = Type.Object({
  communityId: CommunityId,
  communityName: Type.String(),
  name: Type.String(),
  roles: Type.Array(OneOf(staffRoles)),
})
export type StaffPost = Static<typeof StaffPost>

/** 绑定申请. */
export const BindingApplication = Type.Object({
  id: BindingApplicationId,
  communityId: CommunityId,
  communityName: Type.String(),
  roomText: Type.String(),
  applicantName: Type.String(),
  relation: OneOf(membershipRelations),
  state: OneOf(applicationStates),
  answer: Type.String(),
  createdAt: Instant,
})
export type BindingApplication = Static<typeof BindingApplication>

export const Me = Type.Object({
  personId: PersonId,
  /** e.g. `138****1190`; null until a phone was vouched for by WeChat. */
  phoneMasked: Nullable(Type.String()),
  households: Type.Array(HouseholdLink),
  applications: Type.Array(BindingApplication),
  staff: Type.Array(StaffPost),
})
export type Me = Static<typeof Me>

export const Session = Type.Object({
  /** A signed token, good for `expiresInSeconds`. */
  accessToken: Type.String(),
  /** Buys the next session, once. */
  refreshToken: Type.String(),
  expiresInSeconds: Type.Integer(),
})
export type Session = Static<typeof Session>

/** Somebody linked to a home, as its owner sees them; `joined` is false until they signed in with the phone they were linked by. */
export const HouseholdPerson = Type.Object({
  membershipId: MembershipId,
  joined: Type.Boolean(),
  phoneMasked: Type.String(),
  label: Type.String(),
  relation: OneOf(membershipRelations),
  isMe: Type.Boolean(),
})
export type HouseholdPerson = Static<typeof HouseholdPerson>

const MobilePhone = Type.String({ pattern: '^1[3-9]\\d{9}$' })

/** An application as staff decide it, with the households it may mean. */
export const ApplicationToDecide = Type.Object({
  application: BindingApplication,
  phoneMasked: Nullable(Type.String()),
  candidates: Type.Array(
    Type.Object({ householdId: HouseholdId, roomName: Type.String(), ownerMasked: Type.String() }),
  ),
})
export type ApplicationToDecide = Static<typeof ApplicationToDecide>

/** How this deployment lets a browser sign in and pay, where WeChat itself is not around it. */
export const ClientConfig = Type.Object({
  /** The page on which one picks a demo identity; only on a local system. */
  peoplePageUrl: Nullable(Type.String()),
  /** The page that stands in for WeChat's payment sheet; only on a local system. */
  cashierUrl: Nullable(Type.String()),
  /** The page that stands in for WeChat's dialog about subscription messages; only on a local system. */
  subscribePageUrl: Nullable(Type.String()),
})
export type ClientConfig = Static<typeof ClientConfig>

const DeviceUserCode = Type.Object({ userCode: Type.String({ minLength: 4, maxLength: 16 }) })

export const identityApi = {
  'GET /v1/client-config': {
    reply: ClientConfig,
    anonymous: true,
    summary: 'How to sign in and pay from a browser',
  },
  'POST /v1/session': {
    body: Type.Object({ code: Line(128) }),
    reply: Session,
    anonymous: true,
    summary: 'Sign in with the code of wx.login',
  },
  'POST /v1/session/refresh': {
    body: Type.Object({ refreshToken: Line(200) }),
    reply: Session,
    anonymous: true,
    summary: 'Trade a refresh token for a new session',
  },
  'DELETE /v1/session': { reply: Type.Object({}), summary: 'Sign out everywhere this session was refreshed' },
  'GET /v1/me': { reply: Me, summary: 'Who I am, my homes, my posts' },
  'POST /v1/me/phone': {
    body: Type.Object({ code: Line(128) }),
    reply: Type.Object({ me: Me, newHouseholds: Type.Integer() }),
    summary: 'Bind the phone that WeChat vouches for, and with it the homes registered under it',
  },
  'GET /v1/communities': {
    reply: Type.Array(
      Type.Object({
        id: CommunityId,
        name: Type.String(),
        /** The property company: who handles personal data here (个人信息保护法 17). */
        company: Type.String(),
        hotline: Type.String(),
        officeAddress: Type.String(),
      }),
    ),
    anonymous: true,
    summary: 'The communities that are served, and whom to ring or visit there',
  },
  'POST /v1/communities/:communityId/applications': {
    params: CommunityParams,
    body: Type.Object({
      roomText: Line(60),
      applicantName: Line(40),
      relation: OneOf(membershipRelations),
    }),
    reply: BindingApplication,
    summary: 'Ask to be linked to a home when the phone is not on the roll',
  },
  'GET /v1/communities/:communityId/households/:householdId/people': {
    params: HouseholdParams,
    reply: Type.Array(HouseholdPerson),
    summary: 'Who is linked to this home',
  },
  'POST /v1/communities/:communityId/households/:householdId/people': {
    params: HouseholdParams,
    body: Type.Object({
      phone: MobilePhone,
      relation: OneOf({ family: 0, tenant: 0 }),
      label: Type.String({ maxLength: 20 }),
    }),
    reply: Type.Array(HouseholdPerson),
    summary: 'The owner links a family member or tenant by phone',
  },
  'DELETE /v1/communities/:communityId/households/:householdId/people/:membershipId': {
    params: Type.Object({ ...HouseholdParams.properties, membershipId: MembershipId }),
    reply: Type.Array(HouseholdPerson),
    summary: 'The owner unlinks somebody',
  },
  'POST /v1/device': {
    reply: Type.Object({
      deviceCode: Type.String(),
      userCode: Type.String(),
      expiresInSeconds: Type.Integer(),
      intervalSeconds: Type.Integer(),
    }),
    anonymous: true,
    summary: 'A desktop browser asks to sign in (RFC 8628)',
  },
  'POST /v1/device/poll': {
    body: Type.Object({ deviceCode: Line(100) }),
    reply: Type.Object({
      state: OneOf({ pending: 0, approved: 0, denied: 0, expired: 0, slow_down: 0 }),
      session: Nullable(Session),
    }),
    anonymous: true,
    summary: 'The desktop browser asks whether it was let in',
  },
  'GET /v1/device/:userCode': {
    params: DeviceUserCode,
    reply: Type.Object({ askedFrom: Type.String(), askedAt: Instant }),
    summary: 'What the phone shows before confirming',
  },
  'POST /v1/device/:userCode': {
    params: DeviceUserCode,
    body: Type.Object({ approve: Type.Boolean() }),
    reply: Type.Object({}),
    summary: 'The phone lets the desktop browser in, or not',
  },
  'GET /v1/staff/communities/:communityId/applications': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(applicationStates) }),
    reply: Type.Array(ApplicationToDecide),
    summary: 'Binding applications, oldest first',
  },
  'POST /v1/staff/communities/:communityId/applications/:applicationId': {
    params: Type.Object({ communityId: CommunityId, applicationId: BindingApplicationId }),
    body: Type.Union([
      Type.Object({ approve: Type.Literal(true), householdId: HouseholdId }),
      Type.Object({ approve: Type.Literal(false), answer: Line(200) }),
    ]),
    reply: Type.Object({}),
    summary: 'Approve or decline a binding application',
  },
} as const satisfies EndpointTable
