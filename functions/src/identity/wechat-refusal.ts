import type { RefusalCode } from '@anjiao/shared/refusals'
import type { World } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import type { MpFailure } from '../platform/wechat-mp/index.ts'

/**
 * What a person is told when WeChat would not vouch for a code: get a new one (`codeInvalid`), turn to WeChat, or try
 * later. What only we can put right is logged, with WeChat's trace id and never the code.
 */
export function wechatRefusal({ log }: World, codeInvalid: RefusalCode, failure: MpFailure): Refusal {
  switch (failure.kind) {
    case 'code-invalid':
    case 'code-used':
      return new Refusal(codeInvalid)
    case 'user-blocked':
      return new Refusal('wechat-account-restricted')
    case 'config':
      log.error('wechat refuses our configuration', new Error(`errcode ${failure.errcode}`), {
        rid: failure.rid,
      })
      return new Refusal('wechat-unavailable')
    case 'quota':
    case 'busy':
      log.info('wechat answers no more for now', { kind: failure.kind, rid: failure.rid })
      return new Refusal('wechat-unavailable')
    case 'unreachable':
      log.info('wechat is not reached')
      return new Refusal('wechat-unavailable')
    case 'unknown-outcome':
      log.info('wechat gave no answer', { why: failure.why })
      return new Refusal('wechat-unavailable')
  }
}
