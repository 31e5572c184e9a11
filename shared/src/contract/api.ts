import type { billingApi } from './billing.ts'
import type { communityApi } from './community.ts'
import type { identityApi } from './identity.ts'
import type { paymentsApi } from './payments.ts'

/** Every endpoint, as a type only: the phone's client is typed by it and carries no schema. */
export type Api = typeof identityApi & typeof communityApi & typeof billingApi & typeof paymentsApi
