import type { debitApi } from '@anjiao/shared/contract/debit'
import type { debitBatchesApi } from '@anjiao/shared/contract/debit-batches'
import type { debitLayoutsApi } from '@anjiao/shared/contract/debit-layouts'
import { asOwner, asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { linkToFile, openFile } from './batch/batch-file.ts'
import { batchView, debits } from './batch/batch-view.ts'
import { cancelBatch, closeBatch } from './batch/end-batch.ts'
import { makeBatch } from './batch/make-batch.ts'
import { previewBatch } from './batch/preview-batch.ts'
import { releaseBatch } from './batch/release-batch.ts'
import { debitRoles, releasingRoles } from './debit-roles.ts'
import { addLayout, layoutsInUse, retireLayout } from './layout/layouts.ts'
import { presets } from './layout/presets.ts'
import { previewLayout } from './layout/preview-layout.ts'
import { giveMandate } from './mandate/give-mandate.ts'
import { ownDebits } from './mandate/own-debits.ts'
import { prepareMandate } from './mandate/prepare-mandate.ts'
import { withdrawMandate } from './mandate/withdraw-mandate.ts'
import { previewResult } from './result/preview-result.ts'
import { takeResult } from './result/take-result.ts'

export const debitRoutes: Routes<typeof debitApi> = {
  'GET /v1/communities/:communityId/households/:householdId/debit': ({ world, caller, params }) =>
    asOwner(world, caller, params, ownDebits),

  'POST /v1/communities/:communityId/households/:householdId/debit/paper': ({
    world,
    caller,
    params,
    body,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      const { paper, sha256, consents } = await prepareMandate(ctx, householdId, body)
      return { paper, sha256, consents: [...consents] }
    }),

  'POST /v1/communities/:communityId/households/:householdId/debit/mandate': ({
    world,
    caller,
    params,
    body,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      const { personId: giver, appid, openid } = caller
      await giveMandate(ctx, world.sealedText, householdId, { ...body, giver, appid, openid })
      return ownDebits(ctx, householdId)
    }),

  'POST /v1/communities/:communityId/households/:householdId/debit/withdraw': ({ world, caller, params }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await withdrawMandate(ctx, householdId, caller.personId)
      return ownDebits(ctx, householdId)
    }),
}

export const debitBatchesRoutes: Routes<typeof debitBatchesApi> = {
  'GET /v1/staff/communities/:communityId/debits': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, releasingRoles, debits),

  'GET /v1/staff/communities/:communityId/debits/preview': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, debitRoles, (ctx) => previewBatch(ctx, query)),

  'POST /v1/staff/communities/:communityId/debit-batches': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) =>
      batchView(ctx, await makeBatch(ctx, caller.personId, body), caller.personId),
    ),

  'GET /v1/staff/communities/:communityId/debit-batches/:batchId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, releasingRoles, (ctx) =>
      batchView(ctx, params.batchId, caller.personId),
    ),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/release': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, releasingRoles, async (ctx) => {
      await releaseBatch(ctx, params.batchId, caller.personId)
      return batchView(ctx, params.batchId, caller.personId)
    }),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/cancel': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) => {
      await cancelBatch(ctx, params.batchId, caller.personId, body.reason)
      return batchView(ctx, params.batchId, caller.personId)
    }),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/file': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, debitRoles, (ctx) =>
      linkToFile(ctx, world, params.batchId, caller.personId),
    ),

  'GET /v1/debit-files/:token': ({ world, params }) => openFile(world, params.token),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) => {
      await takeResult(ctx, params.batchId, caller.personId, body)
      return batchView(ctx, params.batchId, caller.personId)
    }),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results/preview': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, debitRoles, (ctx) => previewResult(ctx, params.batchId, body)),

  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/close': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) => {
      await closeBatch(ctx, params.batchId, caller.personId)
      return batchView(ctx, params.batchId, caller.personId)
    }),
}

export const debitLayoutsRoutes: Routes<typeof debitLayoutsApi> = {
  'GET /v1/staff/communities/:communityId/debit-layouts': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) => ({
      layouts: await layoutsInUse(ctx),
      presets: [...presets],
    })),

  'POST /v1/staff/communities/:communityId/debit-layouts': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, debitRoles, (ctx) => addLayout(ctx, body)),

  'POST /v1/staff/communities/:communityId/debit-layouts/preview': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, debitRoles, (ctx) =>
      Promise.resolve(previewLayout(body, ctx.today)),
    ),

  'POST /v1/staff/communities/:communityId/debit-layouts/:layoutId/retire': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, debitRoles, async (ctx) => {
      await retireLayout(ctx, params.layoutId)
      return {}
    }),
}
