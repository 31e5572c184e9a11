import { type Static, Type } from 'typebox'
import { Consent } from './consent.ts'
import type { EndpointTable } from './endpoint.ts'
import { Paper } from './paper.ts'
import { Plan, PlanParams } from './plan.ts'
import { Instant, Line, Nullable } from './schemas.ts'

export const PlanAgreement = Type.Object({
  /** e.g. `FQ-20261125-000012`; empty before it is signed. */
  number: Type.String(),
  paper: Paper,
  /** Of the text of `paper`: what is signed. */
  sha256: Type.String(),
  consents: Type.Array(Consent),
  signedAt: Nullable(Instant),
  /** Whether the PDF is ready. */
  hasPdf: Type.Boolean(),
})
export type PlanAgreement = Static<typeof PlanAgreement>

/** 分期协议: read, signed, and kept. */
export const planAgreementsApi = {
  'GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement': {
    params: PlanParams,
    reply: PlanAgreement,
    summary: 'The agreement: to be signed, or as it was signed',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/sign': {
    params: PlanParams,
    body: Type.Object({
      /** Of the text that was read. */
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      /** Keys of the consents that were ticked. */
      consents: Type.Array(Line(40), { maxItems: 10, uniqueItems: true }),
      /** Of WeChat's phone button, pressed for this signature. */
      phoneCode: Line(128),
    }),
    reply: Plan,
    summary: 'The owner signs exactly the text they read',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/agreement/pdf': {
    params: PlanParams,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the signed agreement',
  },
  'GET /v1/agreements/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The signed agreement of a short-lived link, as PDF',
  },
} as const satisfies EndpointTable
