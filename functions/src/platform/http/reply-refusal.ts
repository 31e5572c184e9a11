import { type RefusalCode, refusalSentence, refusals } from '@anjiao/shared/refusals'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { World } from '../context.ts'
import { isUnreachable } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { StorageFailure } from '../storage/storage.ts'

/** The one place where failures become replies. What was not foreseen is logged under the request's id and never shown. */
export const replyRefusal =
  ({ log }: World) =>
  (error: FastifyError | Refusal | Error, request: FastifyRequest, reply: FastifyReply) => {
    const requestId = String(request.id)
    const refusal = foreseen(error)
    if (refusal) return send(reply, refusal.code, { ...refusal.facts, requestId })
    log.error('request failed', error, { requestId, route: request.routeOptions.url })
    return send(reply, sentenceFor(error), { requestId })
  }

/** What a person is told about a failure that only its log line explains. */
function sentenceFor(error: Error): RefusalCode {
  if (error instanceof StorageFailure) return 'storage-unavailable'
  return isUnreachable(error) ? 'database-unavailable' : 'unexpected'
}

function send(reply: FastifyReply, code: RefusalCode, facts: Record<string, string | number>) {
  const { requestId = '' } = facts
  return reply
    .status(refusals[code][0])
    .header('content-type', 'application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ code, message: refusalSentence(code, facts), requestId })
}

function foreseen(error: FastifyError | Refusal | Error): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!('statusCode' in error)) return undefined
  if (error.statusCode === 413) return new Refusal('too-large', { limit: '20 MB' })
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Refusal('bad-input', { detail: '请求格式不对' })
  return undefined
}
