import { accountStatementsApi } from '@anjiao/shared/contract/account-statements'
import { advanceReturnsApi } from '@anjiao/shared/contract/advance-returns'
import { bankStatementsApi } from '@anjiao/shared/contract/bank-statements'
import { billingApi } from '@anjiao/shared/contract/billing'
import { campaignsApi } from '@anjiao/shared/contract/campaigns'
import { communityApi } from '@anjiao/shared/contract/community'
import { counterApi } from '@anjiao/shared/contract/counter'
import { debitApi } from '@anjiao/shared/contract/debit'
import { debitBatchesApi } from '@anjiao/shared/contract/debit-batches'
import { debitLayoutsApi } from '@anjiao/shared/contract/debit-layouts'
import { disputesApi, standingApi } from '@anjiao/shared/contract/disputes'
import { evidenceApi } from '@anjiao/shared/contract/evidence'
import { financeApi } from '@anjiao/shared/contract/finance'
import { identityApi } from '@anjiao/shared/contract/identity'
import { invoicesApi } from '@anjiao/shared/contract/invoices'
import { lettersApi } from '@anjiao/shared/contract/letters'
import { noticesApi } from '@anjiao/shared/contract/notices'
import { paymentsApi } from '@anjiao/shared/contract/payments'
import { plansApi } from '@anjiao/shared/contract/plans'
import { receiptsApi } from '@anjiao/shared/contract/receipts'
import { reconciliationApi } from '@anjiao/shared/contract/reconciliation'
import { refundsApi } from '@anjiao/shared/contract/refunds'
import { reliefApi } from '@anjiao/shared/contract/relief'
import { reminderRulesApi } from '@anjiao/shared/contract/reminder-rules'
import { requestsApi } from '@anjiao/shared/contract/requests'
import { setOffApi } from '@anjiao/shared/contract/set-off'
import { subscriptionsApi } from '@anjiao/shared/contract/subscriptions'
import { suspenseApi } from '@anjiao/shared/contract/suspense'
import { wordingsApi } from '@anjiao/shared/contract/wordings'
import type { FastifyInstance } from 'fastify'
import { billingRoutes } from '../billing/routes.ts'
import { communityRoutes } from '../community/routes.ts'
import { counterRoutes } from '../counter/routes.ts'
import { debitBatchesRoutes, debitLayoutsRoutes, debitRoutes } from '../debit/routes.ts'
import { disputesRoutes } from '../disputes/routes.ts'
import { evidenceRoutes } from '../evidence/routes.ts'
import { financeRoutes } from '../finance/routes.ts'
import { authenticate } from '../identity/index.ts'
import { identityRoutes } from '../identity/routes.ts'
import { paymentsRoutes } from '../payments/routes.ts'
import { plansRoutes } from '../plans/routes.ts'
import type { World } from '../platform/context.ts'
import { behindGateway, httpApp } from '../platform/http/http-app.ts'
import { serve } from '../platform/http/serve.ts'
import { accountStatementsRoutes, invoicesRoutes, receiptsRoutes } from '../proof/routes.ts'
import { reconciliationRoutes } from '../reconciliation/routes.ts'
import { advanceReturnsRoutes, refundsRoutes } from '../refunds/routes.ts'
import { reliefRoutes } from '../relief/routes.ts'
import {
  campaignsRoutes,
  lettersRoutes,
  noticesRoutes,
  reminderRulesRoutes,
  subscriptionsRoutes,
  wordingsRoutes,
} from '../reminders/routes.ts'
import { requestsRoutes } from '../requests/routes.ts'
import { setOffRoutes } from '../setoff/routes.ts'
import { standingRoutes } from '../standing/routes.ts'
import { bankStatementsRoutes } from '../statements/routes.ts'
import { suspenseRoutes } from '../suspense/routes.ts'

/** The HTTP API: every endpoint of the contract. */
export function createApi(world: World): FastifyInstance {
  const app = httpApp(world)
  const serving = { world, authenticate: authenticate(world) }
  serve(app, serving, identityApi, identityRoutes)
  serve(app, serving, communityApi, communityRoutes)
  serve(app, serving, billingApi, billingRoutes)
  serve(app, serving, paymentsApi, paymentsRoutes)
  serve(app, serving, refundsApi, refundsRoutes)
  serve(app, serving, advanceReturnsApi, advanceReturnsRoutes)
  serve(app, serving, receiptsApi, receiptsRoutes)
  serve(app, serving, counterApi, counterRoutes)
  serve(app, serving, accountStatementsApi, accountStatementsRoutes)
  serve(app, serving, invoicesApi, invoicesRoutes)
  serve(app, serving, reconciliationApi, reconciliationRoutes)
  serve(app, serving, suspenseApi, suspenseRoutes)
  serve(app, serving, bankStatementsApi, bankStatementsRoutes)
  serve(app, serving, financeApi, financeRoutes)
  serve(app, serving, plansApi, plansRoutes)
  serve(app, serving, reliefApi, reliefRoutes)
  serve(app, serving, disputesApi, disputesRoutes)
  serve(app, serving, standingApi, standingRoutes)
  serve(app, serving, requestsApi, requestsRoutes)
  serve(app, serving, evidenceApi, evidenceRoutes)
  serve(app, serving, subscriptionsApi, subscriptionsRoutes)
  serve(app, serving, noticesApi, noticesRoutes)
  serve(app, serving, wordingsApi, wordingsRoutes)
  serve(app, serving, campaignsApi, campaignsRoutes)
  serve(app, serving, reminderRulesApi, reminderRulesRoutes)
  serve(app, serving, lettersApi, lettersRoutes)
  serve(app, serving, debitApi, debitRoutes)
  serve(app, serving, setOffApi, setOffRoutes)
  serve(app, serving, debitBatchesApi, debitBatchesRoutes)
  serve(app, serving, debitLayoutsApi, debitLayoutsRoutes)
  return app
}

/** The same behind a gateway (API Gateway v1 and v2 events). */
export const apiHandler = (world: World) => behindGateway(createApi(world))
