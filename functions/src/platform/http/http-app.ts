import { type FastifyInstance, fastify } from 'fastify'
import serverless from 'serverless-http'
import type { World } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { useLazySchemas } from './lazy-schemas.ts'
import { replyRefusal } from './reply-refusal.ts'

/** A roll with photos of every page would be larger; ours hold text. */
const bodyBytesMax = 20 * 1_024 * 1_024

/** What serves endpoints of a contract: files come as they are, and every error is a refusal with its sentence. */
export function httpApp(world: World): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: bodyBytesMax,
    genReqId: () => world.random.bytes(8).toString('hex'),
  })
  // Files arrive as they are; only JSON is parsed.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  useLazySchemas(app)
  app.setErrorHandler(replyRefusal(world))
  app.setNotFoundHandler(() => {
    throw new Refusal('not-found')
  })
  return app
}

/** An application behind a gateway (API Gateway v1 and v2 events). */
export function behindGateway(app: FastifyInstance) {
  const ready = Promise.resolve(app.ready())
  // `app.server`, not `app`: given the latter, files and empty replies come out wrong.
  const handle = serverless(app.server, {
    binary: (headers: Record<string, string | undefined>) => isBinary(headers),
  })
  return async (event: object, context: object): Promise<object> => {
    await ready
    // serverless-http writes into the event; its caller may still need it.
    return handle(structuredClone(event), context)
  }
}

const isBinary = (headers: Record<string, string | undefined>) =>
  !/^(application\/json|text\/)/.test(headers['content-type'] ?? 'application/json')
