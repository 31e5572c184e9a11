import { type Static, Type } from 'typebox'
import { evidenceWays } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import { Consent } from './consent.ts'
import type { EndpointTable } from './endpoint.ts'
import { ReliefApplication } from './relief-application.ts'
import { ReliefStandard, reliefStandardsApi } from './relief-standards.ts'
import {
  BusinessDate,
  ChargeIds,
  HouseholdParams,
  Line,
  Nullable,
  OneOf,
  PhotoId,
  Prose,
  ReliefApplicationId,
  ReliefStandardId,
} from './schemas.ts'
import { staffReliefApi } from './staff-relief.ts'

export const ReliefOptions = Type.Object({
  today: BusinessDate,
  standards: Type.Array(ReliefStandard),
  /** To be ticked on its own before a photo is taken (个人信息保护法 29). */
  consent: Consent,
  charges: Type.Array(
    Type.Object({
      charge: Charge,
      /** Why nothing can be asked for it now. */
      why: Nullable(Type.String()),
      /** Why nothing more can be taken off it, though its late fee may be waived and time be given. */
      whyNoPrincipal: Nullable(Type.String()),
    }),
  ),
})
export type ReliefOptions = Static<typeof ReliefOptions>

const ApplicationParams = Type.Object({ ...HouseholdParams.properties, applicationId: ReliefApplicationId })
const PhotoIds = Type.Array(PhotoId, { maxItems: 9, uniqueItems: true })

export const reliefApi = {
  'GET /v1/communities/:communityId/households/:householdId/relief-options': {
    params: HouseholdParams,
    reply: ReliefOptions,
    summary: 'Published standards, and the charges one may ask relief for',
  },
  'GET /v1/communities/:communityId/households/:householdId/relief': {
    params: HouseholdParams,
    reply: Type.Array(ReliefApplication),
    summary: 'Relief applications of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief': {
    params: HouseholdParams,
    body: Type.Object({
      standardId: ReliefStandardId,
      chargeIds: ChargeIds,
      statement: Prose(500),
      evidenceWay: OneOf(evidenceWays),
      photoIds: PhotoIds,
      /** Key of the consent that was ticked; null where no photo is sent. */
      consent: Nullable(Line(40)),
    }),
    reply: ReliefApplication,
    summary: 'Ask for relief',
  },
  'GET /v1/communities/:communityId/households/:householdId/relief/:applicationId': {
    params: ApplicationParams,
    reply: ReliefApplication,
    summary: 'One relief application',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/withdraw': {
    params: ApplicationParams,
    reply: ReliefApplication,
    summary: 'Take an application back while it is not decided; its photos are deleted',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more': {
    params: ApplicationParams,
    body: Type.Object({ statement: Prose(500), photoIds: PhotoIds, consent: Nullable(Line(40)) }),
    reply: ReliefApplication,
    summary: 'Send what staff said was missing',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/appeal': {
    params: ApplicationParams,
    body: Type.Object({ text: Prose(500) }),
    reply: ReliefApplication,
    summary: 'Ask once for another look, by other people',
  },
  ...reliefStandardsApi,
  ...staffReliefApi,
} as const satisfies EndpointTable
