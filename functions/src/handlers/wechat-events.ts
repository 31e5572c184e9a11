import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda'
import { asSystem, type PersonCtx, type World } from '../platform/context.ts'
import type { Pushed, PushedAnswer, PushedEvent, PushQuery } from '../platform/message-push/index.ts'
import { takenInFirst } from '../platform/message-push/taken-in.ts'

type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2

/** What follows from what WeChat tells: in the transaction that remembers that it was told. */
export interface PushedEvents {
  /** Somebody answered the dialog about messages, or turned one off (`change`). */
  noteAnswers(
    ctx: PersonCtx,
    told: {
      readonly appid: string
      readonly openid: string
      readonly answers: readonly PushedAnswer[]
      readonly at: Date
      readonly toldBy: 'wechat'
      readonly change: boolean
    },
  ): Promise<void>
  /** A message that was taken has arrived, or has not. */
  noteSendResult(
    ctx: PersonCtx,
    result: {
      readonly providerId: string
      readonly appid: string
      readonly openid: string
      readonly templateId: string
      readonly arrived: boolean
      /** WeChat's own: `0` when it arrived. */
      readonly code: string
      readonly at: Date
    },
  ): Promise<void>
}

/**
 * Takes in what WeChat pushes (消息推送), on `/wechat/events`: echoes when the address is tried, and answers `success` only
 * after the commit. WeChat repeats everything else a few times; what was taken in before is not taken in again.
 */
export const wechatEvents =
  (world: World, deeds: PushedEvents) =>
  async (event: GatewayEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const query = queryOf(event)
      if (methodOf(event) === 'GET') {
        const echo = world.messagePush.echo(query)
        return echo === undefined ? answer(401, 'not signed') : answer(200, echo)
      }
      const rawBody = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
      return await take(world, deeds, world.messagePush.read(query, rawBody))
    } catch (error) {
      world.log.error('a pushed message could not be taken in', error)
      return answer(500, 'try again')
    }
  }

async function take(
  world: World,
  deeds: PushedEvents,
  pushed: Pushed,
): Promise<APIGatewayProxyStructuredResultV2> {
  switch (pushed.kind) {
    case 'event':
      await once(world, deeds, pushed.event)
      return answer(200, 'success')
    case 'unknown-message':
      world.log.info('WeChat pushed a message that nobody here reads')
      return answer(200, 'success')
    case 'undecryptable':
      world.log.error(
        'a genuine push could not be opened: is the EncodingAESKey right?',
        new Error(pushed.kind),
      )
      return answer(500, 'try again')
    case 'unreadable':
      return answer(400, 'no message')
    case 'plain':
    case 'foreign':
      world.log.error('a push was refused: is 安全模式 set, for this mini-program?', new Error(pushed.kind))
      return answer(403, 'refused')
    default:
      world.log.error('a push was refused', new Error(pushed.kind))
      return answer(401, 'not signed')
  }
}

async function once(world: World, deeds: PushedEvents, event: PushedEvent): Promise<void> {
  if (event.kind === 'other-event')
    return world.log.info('a pushed event of another kind', { event: event.event })
  await asSystem(world, 'wechat-events', async (ctx) => {
    if (!(await takenInFirst(ctx, event))) return
    const { at } = event
    const { appid } = world.settings
    if (event.kind === 'answers') {
      const { openid, answers, change } = event
      return deeds.noteAnswers(ctx, { appid, openid, answers, at, toldBy: 'wechat', change })
    }
    for (const { msgId, templateId, errorCode } of event.results)
      await deeds.noteSendResult(ctx, {
        providerId: msgId,
        appid,
        openid: event.openid,
        templateId,
        arrived: errorCode === '0',
        code: errorCode,
        at,
      })
  })
}

const methodOf = (event: GatewayEvent): string =>
  'rawPath' in event ? event.requestContext.http.method : event.httpMethod

const queryOf = (event: GatewayEvent): PushQuery =>
  'rawPath' in event
    ? Object.fromEntries(new URLSearchParams(event.rawQueryString))
    : (event.queryStringParameters ?? {})

const answer = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})
