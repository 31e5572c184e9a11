import type { receiptsApi } from '@anjiao/shared/contract/receipts'
import { asViewer } from '../../billing/index.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { linkToReceipt, openReceipt, paymentOfAttempt } from './receipt-file.ts'
import { receiptsOfHome } from './receipts-of-home.ts'
import { verificationPage } from './verification-page.ts'
import { verifyReceipt } from './verify-receipt.ts'

export const receiptsRoutes: Routes<typeof receiptsApi> = {
  'GET /v1/communities/:communityId/households/:householdId/receipts': ({ world, caller, params, query }) =>
    asViewer(world, caller, params, (ctx) => receiptsOfHome(ctx, params.householdId, query.before)),

  'POST /v1/communities/:communityId/households/:householdId/receipts/:paymentId/pdf': ({
    world,
    caller,
    params,
  }) =>
    asViewer(world, caller, params, (ctx) =>
      linkToReceipt(ctx, world.settings, params.householdId, params.paymentId),
    ),

  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/receipt': ({
    world,
    caller,
    params,
  }) =>
    asViewer(world, caller, params, async (ctx) => {
      const paymentId = await paymentOfAttempt(ctx, params.householdId, params.attemptId)
      return linkToReceipt(ctx, world.settings, params.householdId, paymentId)
    }),

  'GET /v1/receipt-files/:token': ({ world, params }) => openReceipt(world, params.token),

  'GET /v1/receipts/:code': async ({ world, params }) => ({
    bytes: Buffer.from(verificationPage(await verifyReceipt(world, params.code))),
    contentType: 'text/html; charset=utf-8',
  }),
}
