/**
 * Every reason for which the system refuses a request: its code, the HTTP status, and the sentence a person reads.
 * A sentence says what happened and what to do next, and never shames. `{name}` is filled from the refusal's facts.
 */
export const refusals = {
  // Who is asking
  'not-signed-in': [401, '登录已过期，请重新登录。'],
  'login-code-invalid': [401, '微信登录凭证已失效，请再点一次登录。'],
  'not-allowed': [403, '您没有办理此项的权限。如有需要，请联系管理员开通。'],
  'not-found': [404, '没有找到您要的内容，可能已被移走。请返回上一页刷新后再试。'],

  // What was sent
  'bad-input': [400, '填写的内容有误：{detail}。请改正后再试。'],
  'too-large': [413, '文件太大，最多 {limit}。请拆分后再上传。'],
  'idempotency-key-missing': [400, '请求缺少防重复编号，请刷新页面后再试。'],
  'idempotency-key-reused': [422, '这次操作和上次内容不同，请刷新页面后再试。'],
  'still-working': [409, '上一次操作还在处理中，请稍等几秒再看结果。'],

  // The books
  'already-reversed': [409, '这笔账已经冲销过了，无需再次冲销。'],
  'cannot-reverse': [409, '这笔账之后又发生了变动，不能直接冲销。请联系财务处理。'],

  // The outside world
  'database-unavailable': [503, '系统正在维护，您的数据和钱款不受影响。请几分钟后再试。'],
  'wechat-unavailable': [502, '微信暂时没有回应，您的钱款不受影响。请稍后再试。'],
  unexpected: [500, '系统出了点问题，我们已记录（编号 {requestId}）。请稍后再试，或联系物业前台。'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type RefusalCode = keyof typeof refusals

/** The sentence of a refusal, with its facts filled in. */
export function refusalSentence(
  code: RefusalCode,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return refusals[code][1].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
