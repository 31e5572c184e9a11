import type { bankStatementsApi } from '@anjiao/shared/contract/bank-statements'
import { asStaff } from '../identity/index.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { bookLine } from './book-line.ts'
import { explainMovement } from './explain-movement.ts'
import { setBankLayout } from './layouts.ts'
import { matchOpenLines } from './match-open-lines.ts'
import { placeStatement } from './place-statement.ts'
import { previewStatement } from './preview-statement.ts'
import { reopenLine } from './reopen-line.ts'
import { explainLine, holdLine, matchLine } from './resolve-line.ts'
import { lockStatementPlace } from './statement-place.ts'
import { statementPlaces } from './statement-places.ts'
import { takeStatement } from './take-statement.ts'

const lookers: readonly StaffRole[] = ['finance', 'manager']
const takers: readonly StaffRole[] = ['finance']

export const bankStatementsRoutes: Routes<typeof bankStatementsApi> = {
  'GET /v1/staff/communities/:communityId/bank-statements': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, statementPlaces),

  'GET /v1/staff/communities/:communityId/money-places/:placeId/bank-statement': ({
    world,
    caller,
    params,
    query,
  }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) =>
      placeStatement(ctx, params.placeId, query.show),
    ),

  'PUT /v1/staff/communities/:communityId/money-places/:placeId/bank-layout': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await setBankLayout(ctx, params.placeId, body)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/preview': ({
    world,
    caller,
    params,
    query,
    body,
  }) =>
    asStaff(world, caller, params.communityId, takers, (ctx) =>
      previewStatement(ctx, params.placeId, query, body),
    ),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement': ({
    world,
    caller,
    params,
    query,
    body,
  }) =>
    asStaff(world, caller, params.communityId, takers, (ctx) =>
      takeStatement(ctx, params.placeId, caller.personId, { days: query, bytes: body }),
    ),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/match': ({
    world,
    caller,
    params,
  }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      const { id } = await lockStatementPlace(ctx, params.placeId)
      return { matched: await matchOpenLines(ctx, id) }
    }),

  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/match': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await matchLine(ctx, params.lineId, body.movement)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/hold': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await holdLine(ctx, params.lineId)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/book': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await bookLine(ctx, params.lineId, body)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/reopen': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await reopenLine(ctx, params.lineId)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/explain': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await explainLine(ctx, params.lineId, body.reason)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/movements/:movement/explain': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, takers, async (ctx) => {
      await explainMovement(ctx, params.placeId, params.movement, body.reason)
      return {}
    }),
}
