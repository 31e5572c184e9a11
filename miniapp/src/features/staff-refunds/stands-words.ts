import type { StaffRefund } from '@anjiao/shared/contract/refunds'

/** What WeChat said last, and what somebody does about it, if anybody must. */
const goesOn: Readonly<Record<string, string>> = {
  'not-enough-balance': '微信商户账户余额不足。请充值，充值后系统会自动再退，不用重新办理。',
  'rate-limited': '微信一时忙不过来，系统过几分钟自动再试，不用处理。',
  'unknown-outcome': '微信没有回话，不知道退了没有。系统会用同一个退款单号自动再问，不会退两次，不用处理。',
  accepted: '微信还在处理，系统会自动再问，不用处理。',
  config: '微信商户号的证书、密钥或退款权限不对。请联系技术支持检查商户设置，改好后系统会自动再退。',
  'our-fault': '系统处理这笔退款时出错，会自动再试。一小时后还没有变化的，请联系技术支持。',
  'unknown-refund': '微信暂时查不到这笔退款，系统会自动再问。一小时后还没有变化的，请联系技术支持。',
  'other-values':
    '微信记录的退款与这笔不一致，系统没有改动。请在微信商户平台核对这笔缴费的退款，再联系技术支持。',
}

/** What WeChat does not do, said of a refund that is asked for once more, and of one that has failed for it. */
const refused: Readonly<Record<string, string>> = {
  'more-than-is-left': '这笔缴费在微信可退的钱不够了，可能有人在商户平台退过',
  'too-old': '缴费已满一年，微信不能再原路退回',
  'payer-gone': '付款人的微信账户已注销，不能原路退回',
  'unknown-order': '微信查不到这笔缴费',
  'other-values': '微信记录的退款与这笔不一致',
  rejected: '微信没有同意这笔退款',
  'closed-by-wechat': '微信关闭了这笔退款',
}

const abnormal =
  '钱退不进付款人原来的账户，例如银行卡已注销。请在微信商户平台的“退款异常处理”里改退到付款人的其他账户，处理后这里会自动更新。'

/**
 * Why a refund does not go on, or has failed, and what to do: a sentence or two. Undefined while all is as it should be. A code that is
 * not known here is told as it is, for whoever is asked.
 */
export function standsWords({ state, standsBecause: code }: Pick<StaffRefund, 'state' | 'standsBecause'>) {
  if (state === 'abnormal') return abnormal
  if (code === null) return undefined
  if (state === 'failed') {
    const why = refused[code] ?? `微信没有退成（${code}）`
    return `${why}。要退的钱已经回到这一户账上，可以换一种方式重新办理退款。`
  }
  if (goesOn[code]) return goesOn[code]
  return refused[code]
    ? `${refused[code]}。系统会再核对一次，仍不行的话，钱会自动回到这一户账上。`
    : `微信没有接受（${code}），系统会自动再试。一小时后还没有变化的，请联系技术支持。`
}
