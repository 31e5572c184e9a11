/**
 * What a call may end in besides its own good answer. `code` is Tencent Cloud's, the thing to log with the `requestId`.
 * - `refused-number`: this number gets nothing: it is none, or its owner or carrier wants none.
 * - `bad-template`: template or parameters are not what was approved.
 * - `limited`: too many, to this number or of this account: none until the limit starts anew.
 * - `config`: key, application, signature, balance or permission. A person must act.
 * - `unreachable`: no connection came to stand. Certainly nothing was asked.
 * - `unknown-outcome`: no readable answer, or one that says that it may have been sent.
 */
export type SmsFailure =
  | ({ readonly kind: 'refused-number' | 'bad-template' | 'config' } & Coded)
  | ({
      readonly kind: 'limited'
      readonly whose: 'number' | 'account'
      readonly until: 'minute' | 'hour' | 'day'
    } & Coded)
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'unknown-outcome'
      readonly why: 'timeout' | 'network' | 'server-error' | 'unreadable-answer'
    }

interface Coded {
  readonly code: string
  readonly requestId: string | undefined
}

const refusedNumbers: ReadonlySet<string> = new Set([
  'FailedOperation.PhoneNumberInBlacklist',
  'FailedOperation.PhoneNumberOnBlacklist',
  'InvalidParameterValue.IncorrectPhoneNumber',
  'UnsupportedOperation.UnsupportedRegion',
  'UnsupportedOperation.UnsuportedRegion',
])

const badTemplates: ReadonlySet<string> = new Set([
  'FailedOperation.ContainSensitiveWord',
  'FailedOperation.TemplateIncorrectOrUnapproved',
  'FailedOperation.TemplateUnapprovedOrNotExist',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
  'FailedOperation.TemplateIdNotExist',
  'InvalidParameterValue.ContentLengthLimit',
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
  'InvalidParameterValue.TemplateParameterFormatError',
  'InvalidParameterValue.TemplateParameterLengthLimit',
])

type Limit = Pick<Extract<SmsFailure, { kind: 'limited' }>, 'whose' | 'until'>

const limits: ReadonlyMap<string, Limit> = new Map<string, Limit>([
  ['LimitExceeded.PhoneNumberThirtySecondLimit', { whose: 'number', until: 'minute' }],
  ['LimitExceeded.PhoneNumberOneHourLimit', { whose: 'number', until: 'hour' }],
  ['LimitExceeded.PhoneNumberDailyLimit', { whose: 'number', until: 'day' }],
  ['LimitExceeded.PhoneNumberSameContentDailyLimit', { whose: 'number', until: 'day' }],
  ['LimitExceeded.DeliveryFrequencyLimit', { whose: 'number', until: 'day' }],
  ['LimitExceeded.AppDailyLimit', { whose: 'account', until: 'day' }],
  ['LimitExceeded.AppMainlandChinaDailyLimit', { whose: 'account', until: 'day' }],
  ['LimitExceeded.DailyLimit', { whose: 'account', until: 'day' }],
])

/** What broke behind Tencent Cloud's own front: the carrier may have got the message. */
const perhapsSent: ReadonlySet<string> = new Set([
  'InternalError',
  'InternalError.OtherError',
  'InternalError.SendAndRecvFail',
  'InternalError.Timeout',
  'InternalError.UnknownError',
])

/** 腾讯云短信 "错误码" and "公共错误码", read 2026-11. Whatever is not listed can only be put right by a person: `config`. */
export function failureOfCode(code: string, requestId: string | undefined): SmsFailure {
  const coded = { code, requestId }
  if (refusedNumbers.has(code)) return { kind: 'refused-number', ...coded }
  if (badTemplates.has(code)) return { kind: 'bad-template', ...coded }
  const limit = limits.get(code)
  if (limit) return { kind: 'limited', ...limit, ...coded }
  if (/^(RequestLimitExceeded|LimitExceeded$)/.test(code))
    return { kind: 'limited', whose: 'account', until: 'minute', ...coded }
  if (perhapsSent.has(code)) return lost('server-error')
  return { kind: 'config', ...coded }
}

export const lost = (
  why: Extract<SmsFailure, { kind: 'unknown-outcome' }>['why'],
): Extract<SmsFailure, { kind: 'unknown-outcome' }> => ({ kind: 'unknown-outcome', why })
