import type { WechatMp } from '../../platform/wechat-mp/index.ts'

const none = () => Promise.reject(new Error('this test has no WeChat'))

/**
 * A mini-program side of WeChat that nobody is to ask, but for what the test says. It does not answer about texts, which are taken
 * then.
 */
export const noWechatMp = (but: Partial<WechatMp> = {}): WechatMp => ({
  sessionOf: none,
  phoneOf: none,
  sendSubscribe: none,
  templates: none,
  sendQuota: none,
  isTradeManaged: none,
  uploadShipping: none,
  textCheck: () => Promise.resolve({ kind: 'unknown-outcome', why: 'network' }),
  ...but,
})
