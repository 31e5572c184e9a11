import type { accountStatementsApi, statementFilesApi } from '@anjiao/shared/contract/account-statements'
import { asViewer } from '../../billing/index.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { accountStatement } from './account-statement.ts'
import { linkToStatement, openStatement } from './statement-file.ts'

export const accountStatementsRoutes: Routes<typeof accountStatementsApi> = {
  'GET /v1/communities/:communityId/households/:householdId/account-statement': ({
    world,
    caller,
    params,
    query,
  }) => asViewer(world, caller, params, (ctx) => accountStatement(ctx, params.householdId, query)),

  'POST /v1/communities/:communityId/households/:householdId/account-statement/pdf': ({
    world,
    caller,
    params,
    body,
  }) =>
    asViewer(world, caller, params, (ctx) => linkToStatement(ctx, world.settings, params.householdId, body)),
}

export const statementFilesRoutes: Routes<typeof statementFilesApi> = {
  'GET /v1/statement-files/:token/:from/:to': ({ world, params }) => openStatement(world, params),
}
