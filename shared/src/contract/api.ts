import type { billingApi } from './billing.ts'
import type { communityApi } from './community.ts'
import type { disputesApi, standingApi } from './disputes.ts'
import type { evidenceApi } from './evidence.ts'
import type { identityApi } from './identity.ts'
import type { paymentsApi } from './payments.ts'
import type { plansApi } from './plans.ts'
import type { reliefApi } from './relief.ts'

/** Every endpoint, as a type only: the phone's client is typed by it and carries no schema. */
export type Api = typeof identityApi &
  typeof communityApi &
  typeof billingApi &
  typeof paymentsApi &
  typeof evidenceApi &
  typeof plansApi &
  typeof reliefApi &
  typeof disputesApi &
  typeof standingApi
