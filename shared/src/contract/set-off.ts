import { type Static, Type } from 'typebox'
import type { EndpointTable } from './endpoint.ts'
import { HouseholdParams, Instant, Nullable } from './schemas.ts'

export const SetOff = Type.Object({
  /** Since when new bills are settled from what was paid ahead; null: they are not. */
  since: Nullable(Instant),
  /** What was agreed to, line by line; what there is to agree to, while it is off. */
  lines: Type.Array(Type.String()),
  /** Of that text. */
  sha256: Type.String(),
  /** Whether whoever asks may switch it. */
  mayDecide: Type.Boolean(),
})
export type SetOff = Static<typeof SetOff>

/** 自动抵扣: seen by everybody linked to a home, decided by its owner alone. */
export const setOffApi = {
  'GET /v1/communities/:communityId/households/:householdId/set-off': {
    params: HouseholdParams,
    reply: SetOff,
    summary: 'Whether new bills are settled from the advance by themselves, and what that means',
  },
  'POST /v1/communities/:communityId/households/:householdId/set-off': {
    params: HouseholdParams,
    body: Type.Object({
      /** Of the text that was read. */
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
    reply: SetOff,
    summary: 'The owner agrees to exactly the text they read; the same once more changes nothing',
  },
  'POST /v1/communities/:communityId/households/:householdId/set-off/stop': {
    params: HouseholdParams,
    reply: SetOff,
    summary: 'Withdraw it, at once',
  },
} as const satisfies EndpointTable
