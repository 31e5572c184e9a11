import { randomUUID } from 'node:crypto'
import Type from 'typebox'
import type { Answer, Exchange } from './exchange.ts'
import { parse } from './open-platform-answer.ts'
import { reportAfterMs } from './sms-carrier.ts'
import { tc3Fault } from './tc3-check.ts'
import type { World } from './world.ts'

/** 腾讯云 calls every interface by a POST to its root, and names it in a header. */
export const isTencentCloud = ({ method, path, headers }: Exchange): boolean =>
  method === 'POST' && path === '/' && headers['x-tc-action'] !== undefined

const answered = (response: object): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: { Response: { ...response, RequestId: randomUUID() } },
})

/** Errors come with HTTP 200. */
const refused = (Code: string, Message = 'refused'): Answer => answered({ Error: { Code, Message } })

/** 腾讯云短信 2021-01-11. */
export function answerSms(world: World, exchange: Exchange): Answer {
  const { headers, body } = exchange
  const fault = tc3Fault(exchange, world.keys, world.clock.now().getTime())
  if (fault) return refused(fault)
  if (headers['x-tc-version'] !== '2021-01-11') return refused('NoSuchVersion')
  switch (headers['x-tc-action']) {
    case 'SendSms':
      return headers['x-tc-region'] ? sendSms(world, body) : refused('MissingParameter', 'X-TC-Region')
    case 'PullSmsSendStatusByPhoneNumber':
      return pullStatus(world, body)
    default:
      return refused('InvalidAction')
  }
}

const SendBody = Type.Object(
  {
    PhoneNumberSet: Type.Array(Type.String(), { minItems: 1, maxItems: 200 }),
    SmsSdkAppId: Type.String(),
    TemplateId: Type.String(),
    SignName: Type.Optional(Type.String()),
    TemplateParamSet: Type.Optional(Type.Array(Type.String())),
    SessionContext: Type.Optional(Type.String({ maxLength: 511 })),
  },
  { additionalProperties: false },
)

function sendSms(world: World, body: Buffer): Answer {
  const asked = parse(SendBody, body)
  if (!asked) return refused('InvalidParameter')
  if (asked.SmsSdkAppId !== world.keys.sms.sdkAppId)
    return refused('UnauthorizedOperation.SmsSdkAppIdVerifyFail')
  const { TemplateId, TemplateParamSet = [], SignName, SessionContext = '' } = asked
  return answered({
    SendStatusSet: asked.PhoneNumberSet.map((number) => {
      const done = sendOne(world, number, TemplateId, TemplateParamSet, SignName, SessionContext)
      const failed = typeof done === 'string'
      return {
        SerialNo: failed ? '' : done.serialNo,
        PhoneNumber: number,
        Fee: failed ? 0 : done.fee,
        SessionContext,
        Code: failed ? done : 'Ok',
        Message: failed ? 'refused' : 'send success',
        IsoCode: 'CN',
      }
    }),
  })
}

function sendOne(
  { sms }: World,
  number: string,
  templateId: string,
  params: readonly string[],
  signName: string | undefined,
  sessionContext: string,
) {
  const [, phone] = /^(?:\+86)?(1\d{10})$/.exec(number) ?? []
  if (!phone) return 'InvalidParameterValue.IncorrectPhoneNumber'
  if (signName !== sms.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved'
  const template = sms.template(templateId)
  if (!template) return 'FailedOperation.TemplateIncorrectOrUnapproved'
  const places = new Set([...template.text.matchAll(/\{(\d+)\}/g)].map(([, place]) => place))
  if (places.size !== params.length) return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'
  if (params.some((param) => /https?:\/\//.test(param)))
    return 'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter'
  const text = template.text.replace(/\{(\d+)\}/g, (_, place) => params[Number(place) - 1] ?? '')
  return sms.take({ phone, templateId, params, text, sessionContext })
}

const PullBody = Type.Object(
  {
    BeginTime: Type.Integer(),
    EndTime: Type.Optional(Type.Integer()),
    Offset: Type.Literal(0),
    Limit: Type.Integer({ minimum: 1, maximum: 100 }),
    PhoneNumber: Type.String({ pattern: '^\\+861[0-9]{10}$' }),
    SmsSdkAppId: Type.String(),
  },
  { additionalProperties: false },
)

const keptSeconds = 7 * 86_400

function pullStatus({ clock, keys, sms }: World, body: Buffer): Answer {
  const asked = parse(PullBody, body)
  if (!asked) return refused('InvalidParameter')
  if (asked.SmsSdkAppId !== keys.sms.sdkAppId) return refused('UnauthorizedOperation.SmsSdkAppIdVerifyFail')
  if (asked.BeginTime < clock.now().getTime() / 1_000 - keptSeconds)
    return refused('InvalidParameterValue.BeginTimeVerifyFail')
  const phone = asked.PhoneNumber.slice('+86'.length)
  return answered({
    PullSmsSendStatusSet: sms
      .reportsOf(phone, asked.BeginTime * 1_000)
      .slice(0, asked.Limit)
      .map(({ serialNo, arrives, atMs, sessionContext }) => ({
        Description: arrives ? 'DELIVRD' : 'UNDELIV',
        CountryCode: '86',
        SubscriberNumber: phone,
        ReportStatus: arrives ? 'SUCCESS' : 'FAIL',
        PhoneNumber: asked.PhoneNumber,
        SerialNo: serialNo,
        UserReceiveTime: Math.floor((atMs + reportAfterMs) / 1_000),
        SessionContext: sessionContext,
      })),
  })
}
