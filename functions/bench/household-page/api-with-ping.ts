import type { EndpointTable } from '@anjiao/shared/contract/endpoint'
import { HouseholdParams } from '@anjiao/shared/contract/schemas'
import serverless from 'serverless-http'
import { Type } from 'typebox'
import { createApi } from '../../src/handlers/api.ts'
import { authenticate } from '../../src/identity/index.ts'
import { inCommunity, type World } from '../../src/platform/context.ts'
import type { Routes } from '../../src/platform/http/routes.ts'
import { serve } from '../../src/platform/http/serve.ts'
import { getEvent } from '../harness/gateway-events.ts'

const pingApi = {
  'GET /v1/communities/:communityId/households/:householdId/ping': {
    params: HouseholdParams,
    reply: Type.Object({ one: Type.Integer() }),
    summary: 'The least that a signed-in person can be answered from the database',
  },
} as const satisfies EndpointTable

const pingRoutes: Routes<typeof pingApi> = {
  'GET /v1/communities/:communityId/households/:householdId/ping': ({ world, caller, params }) =>
    inCommunity(
      world,
      params.communityId,
      { kind: 'person', personId: caller.personId },
      ({ tx }) => tx.one<{ one: number }>`select 1 as one`,
    ),
}

export interface Page {
  readonly path: string
  readonly token: string
}

/** The whole API as it is deployed, behind gateway events, with one more endpoint: token, transaction, `select 1`, reply. */
export async function apiWithPing(world: World): Promise<(page: Page) => Promise<unknown>> {
  const app = createApi(world)
  serve(app, { world, authenticate: authenticate(world) }, pingApi, pingRoutes)
  await app.ready()
  const handle = serverless(app.server, { binary: false })
  return async ({ path, token }) => {
    const reply = await handle(getEvent(path, token), {})
    if (!isReply(reply) || reply.statusCode !== 200) throw new Error(`${path}: ${JSON.stringify(reply)}`)
    return JSON.parse(reply.body)
  }
}

const isReply = (reply: unknown): reply is { statusCode: number; body: string } =>
  typeof reply === 'object' && reply !== null && 'statusCode' in reply && 'body' in reply
