import { boundedBody } from '../bounded-body.ts'
import { failedToConnect } from '../failed-to-connect.ts'
import { asObject, asText, type JsonObject, parseJson } from '../wechat-pay/json-shape.ts'
import { type SmsConfig, smsHost } from './config.ts'
import { failureOfCode, lost, type SmsFailure } from './outcomes.ts'
import { tc3Authorization, tc3ContentType, unixSeconds } from './tc3-signature.ts'

export type SmsReply =
  | { readonly kind: 'answer'; readonly response: JsonObject; readonly requestId: string | undefined }
  | SmsFailure

const defaultTimeoutMs = 5_000
const answerBytesMax = 262_144

/** Calls an interface of 腾讯云短信 (2021-01-11) once. Errors come with HTTP 200. Never throws, never repeats. */
export async function call(config: SmsConfig, action: string, input: JsonObject): Promise<SmsReply> {
  const url = new URL(config.baseUrl ?? smsHost)
  const body = JSON.stringify(input)
  const { secretId, secretKey, region } = config
  const at = config.clock.now()
  let status: number
  let bytes: Buffer | undefined
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(config.timeoutMs ?? defaultTimeoutMs),
      headers: {
        'content-type': tc3ContentType,
        authorization: tc3Authorization({
          secretId,
          secretKey,
          service: 'sms',
          host: url.host,
          action,
          body,
          at,
        }),
        'x-tc-action': action,
        'x-tc-version': '2021-01-11',
        'x-tc-timestamp': String(unixSeconds(at)),
        'x-tc-region': region,
      },
      body,
    })
    status = response.status
    bytes = await boundedBody(response, answerBytesMax)
  } catch (error) {
    if (failedToConnect(error)) return { kind: 'unreachable' }
    return lost(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network')
  }
  if (status !== 200) return lost('server-error')
  const response = asObject(asObject(parseJson(bytes ?? Buffer.alloc(0)))?.Response)
  if (!response) return lost('unreadable-answer')
  const requestId = asText(response.RequestId, 64)
  if (response.Error === undefined) return { kind: 'answer', response, requestId }
  const code = asText(asObject(response.Error)?.Code, 128)
  return code ? failureOfCode(code, requestId) : lost('unreadable-answer')
}
