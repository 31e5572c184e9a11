import { billingApi } from '@anjiao/shared/contract/billing'
import { communityApi } from '@anjiao/shared/contract/community'
import type { Endpoint } from '@anjiao/shared/contract/endpoint'
import { evidenceApi } from '@anjiao/shared/contract/evidence'
import { identityApi } from '@anjiao/shared/contract/identity'
import { paymentsApi } from '@anjiao/shared/contract/payments'
import { RefusalReply } from '@anjiao/shared/contract/schemas'
import swagger from '@fastify/swagger'
import { fastify, type HTTPMethods } from 'fastify'

/** The contract as OpenAPI 3.1, for whoever writes another client. Kept out of the deployed bundle. */
export async function describeApi(): Promise<object> {
  const app = fastify()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '安缴 Anjiao',
        version: '1',
        description: 'Amounts in fen, days as YYYY-MM-DD in Asia/Shanghai, instants in UTC.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
  const tables: Record<string, Endpoint>[] = [identityApi, communityApi, billingApi, paymentsApi, evidenceApi]
  for (const [key, endpoint] of tables.flatMap((table) => Object.entries(table))) {
    const [method, url] = key.split(' ') as [HTTPMethods, string]
    app.route({ method, url, schema: schemaOf(endpoint), handler: () => undefined })
  }
  await app.ready()
  return app.swagger()
}

const file = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }

function schemaOf({ params, query, body, reply, summary, anonymous }: Endpoint) {
  return {
    summary,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body === 'bytes' && {
      consumes: ['application/octet-stream'],
      body: { type: 'string', format: 'binary' },
    }),
    ...(body && body !== 'bytes' && { body }),
    response: { 200: reply === 'bytes' ? file : reply, default: RefusalReply },
    security: anonymous ? [] : [{ bearer: [] }],
  }
}
