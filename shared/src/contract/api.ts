import type { accountStatementsApi } from './account-statements.ts'
import type { advanceReturnsApi } from './advance-returns.ts'
import type { bankStatementsApi } from './bank-statements.ts'
import type { billingApi } from './billing.ts'
import type { campaignsApi } from './campaigns.ts'
import type { communityApi } from './community.ts'
import type { counterApi } from './counter.ts'
import type { debitApi } from './debit.ts'
import type { debitBatchesApi } from './debit-batches.ts'
import type { debitLayoutsApi } from './debit-layouts.ts'
import type { disputesApi, standingApi } from './disputes.ts'
import type { evidenceApi } from './evidence.ts'
import type { financeApi } from './finance.ts'
import type { identityApi } from './identity.ts'
import type { invoicesApi } from './invoices.ts'
import type { lettersApi } from './letters.ts'
import type { noticesApi } from './notices.ts'
import type { paymentsApi } from './payments.ts'
import type { plansApi } from './plans.ts'
import type { receiptsApi } from './receipts.ts'
import type { reconciliationApi } from './reconciliation.ts'
import type { refundsApi } from './refunds.ts'
import type { reliefApi } from './relief.ts'
import type { reminderRulesApi } from './reminder-rules.ts'
import type { requestsApi } from './requests.ts'
import type { setOffApi } from './set-off.ts'
import type { subscriptionsApi } from './subscriptions.ts'
import type { suspenseApi } from './suspense.ts'
import type { wordingsApi } from './wordings.ts'

/** Every endpoint, as a type only: the phone's client is typed by it and carries no schema. */
export type Api = typeof identityApi &
  typeof communityApi &
  typeof billingApi &
  typeof paymentsApi &
  typeof counterApi &
  typeof evidenceApi &
  typeof invoicesApi &
  typeof plansApi &
  typeof reliefApi &
  typeof disputesApi &
  typeof standingApi &
  typeof requestsApi &
  typeof subscriptionsApi &
  typeof noticesApi &
  typeof wordingsApi &
  typeof campaignsApi &
  typeof reminderRulesApi &
  typeof lettersApi &
  typeof debitApi &
  typeof setOffApi &
  typeof debitBatchesApi &
  typeof debitLayoutsApi &
  typeof receiptsApi &
  typeof accountStatementsApi &
  typeof refundsApi &
  typeof advanceReturnsApi &
  typeof reconciliationApi &
  typeof suspenseApi &
  typeof bankStatementsApi &
  typeof financeApi
