import type { lettersApi } from '@anjiao/shared/contract/letters'
import { asStaff } from '../../identity/index.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { letterBatch, letterBatchDetail, letterBatches, printedLetters } from './letter-batches.ts'
import { linkToLetters, openLetters } from './letters-file.ts'
import { noteFate, notePosted } from './note-fate.ts'
import { printLetters } from './print-letters.ts'
import { waitingLetters } from './waiting-letters.ts'

/** Who prints letters, and so reads what stands in them. What a letter is about was decided by whoever runs the campaign. */
const printingRoles: readonly StaffRole[] = ['front_desk', 'manager']
/** Who carries them, and says what became of each. */
const carryingRoles: readonly StaffRole[] = [...printingRoles, 'collector']

export const lettersRoutes: Routes<typeof lettersApi> = {
  'GET /v1/staff/communities/:communityId/letters/waiting': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, carryingRoles, waitingLetters),

  'GET /v1/staff/communities/:communityId/letter-batches': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, carryingRoles, (ctx) => letterBatches(ctx)),

  'POST /v1/staff/communities/:communityId/letter-batches': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, printingRoles, async (ctx) =>
      letterBatch(ctx, await printLetters(ctx, body, caller.personId)),
    ),

  'GET /v1/staff/communities/:communityId/letter-batches/:batchId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, carryingRoles, (ctx) =>
      letterBatchDetail(ctx, params.batchId),
    ),

  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/pdf': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, printingRoles, (ctx) =>
      linkToLetters(ctx, world.settings, params.batchId),
    ),

  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/posted': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, carryingRoles, async (ctx) => {
      await notePosted(ctx, params.batchId, body)
      return letterBatchDetail(ctx, params.batchId)
    }),

  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/letters/:deliveryId/fate': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, carryingRoles, async (ctx) => {
      const { batchId, deliveryId } = params
      await noteFate(ctx, batchId, deliveryId, body)
      const [letter] = await printedLetters(ctx, batchId, deliveryId)
      if (!letter) throw new Refusal('not-found')
      return letter
    }),

  'GET /v1/letters/:token': ({ world, params }) => openLetters(world, params.token),
}
