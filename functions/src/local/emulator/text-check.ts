import Type from 'typebox'
import type { Answer, Exchange } from './exchange.ts'
import { errcodeAnswer, good, parse, tokenFault, traceId } from './open-platform-answer.ts'
import type { Suggest } from './text-words.ts'
import type { World } from './world.ts'

const TextBody = Type.Object({
  openid: Type.String(),
  scene: Type.Integer(),
  version: Type.Literal(2),
  content: Type.String({ minLength: 1 }),
  title: Type.Optional(Type.String()),
  nickname: Type.Optional(Type.String()),
  signature: Type.Optional(Type.String()),
})

/** 资料, 评论, 论坛, 社交日志. */
const scenes: readonly number[] = [1, 2, 3, 4]
const charactersMost = 2_500

/** 正常, 其他. Real ones tell more. */
const labels = { pass: 100, review: 21_000, risky: 21_000 } as const satisfies Record<Suggest, number>

/** 文本内容安全识别 2.0 (msg_sec_check). That its writer has not come by for two hours, 61010, is a fault to be set. */
export function textCheck(world: World, exchange: Exchange): Answer {
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  const asked = parse(TextBody, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  const { openid, scene, content } = asked
  if (!world.people.byOpenid(openid)) return errcodeAnswer(40003, 'invalid openid')
  if (!scenes.includes(scene)) return errcodeAnswer(40129, 'invalid scene')
  if (content.length > charactersMost) return errcodeAnswer(45002, 'content size out of limit')
  const suggest = world.texts.suggest(content)
  const result = { suggest, label: labels[suggest] }
  const detail = [{ strategy: 'content_model', errcode: 0, prob: 90, ...result }]
  return good({ errcode: 0, errmsg: 'ok', result, detail, trace_id: traceId() })
}
