import { describe, expect, it } from 'vitest'
import { failureOf } from './outcomes.ts'

const failure = (status: number, body: string | object, requestId?: string) =>
  failureOf(status, Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), requestId)

it.each([
  [400, { code: 'PARAM_ERROR', message: '参数错误' }, 'rejected'],
  [403, { code: 'RULE_LIMIT', message: '业务规则限制' }, 'rejected'],
  [401, { code: 'SIGN_ERROR', message: '签名错误' }, 'config'],
  [403, { code: 'NO_AUTH', message: '商户无权限' }, 'config'],
  [400, { code: 'MCH_NOT_EXISTS', message: '商户号不存在' }, 'config'],
  [400, { code: 'APPID_MCHID_NOT_MATCH', message: 'appid和mch_id不匹配' }, 'config'],
  [404, '', 'config'],
  [405, '', 'config'],
  [429, '', 'rate-limited'],
  [403, { code: 'FREQUENCY_LIMITED', message: '频率超限' }, 'rate-limited'],
  [400, { code: 'RATELIMIT_EXCEEDED', message: '频率超限' }, 'rate-limited'],
  [500, { code: 'SYSTEM_ERROR', message: '系统错误' }, 'unknown-outcome'],
  [502, '<html>Bad Gateway</html>', 'unknown-outcome'],
  [503, '', 'unknown-outcome'],
  [302, '', 'unknown-outcome'],
])('takes %s %j for %s', (status, body, kind) => {
  expect(failure(status, body).kind).toBe(kind)
})

describe('a 4xx that does not speak as WeChat does', () => {
  it.each(['<html>Forbidden</html>', '{}', '[]', '{"code":7}', ''])(
    'proves nothing about the request: %s',
    (body) => {
      expect(failure(403, body)).toMatchObject({ kind: 'unknown-outcome', why: 'unreadable-answer' })
    },
  )
})

it('keeps code, message and request id, and nothing else of the answer', () => {
  const body = {
    code: 'SIGN_ERROR',
    message: '签名错误',
    detail: { sign_information: { truncated_sign_message: 'POST\n/v3/pay' } },
  }
  expect(failure(401, body, '08F78B-268443699')).toEqual({
    kind: 'config',
    code: 'SIGN_ERROR',
    message: '签名错误',
    requestId: '08F78B-268443699',
  })
})
