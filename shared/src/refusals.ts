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

  // Paying
  'nothing-due': [409, '现在没有待缴的账单，无需付款。'],
  'charge-already-paid': [409, '所选账单里有的刚刚已缴清，请刷新后重新选择，避免重复付款。'],
  'wechat-pay-not-set-up': [409, '本小区还没有开通微信缴费，请到物业前台缴纳。'],
  'payment-over': [409, '这笔缴费单已经结束，请重新发起缴费。'],
  'wechat-refused': [502, '微信没有接受这笔缴费，没有扣款。请稍后再试，或到物业前台缴纳。'],
  'no-advance': [409, '预存余额为零，无法抵扣。'],

  // A property company's roll
  'roll-not-found': [404, '找不到文件 {path}。请核对文件名和所在的文件夹。'],
  'roll-not-readable': [400, '文件没有读完整（{detail}）。请检查文件和网络后重新上传。'],
  'roll-not-xlsx': [
    400,
    '这不是 .xlsx 工作簿，看上去是{found}。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
  ],
  'roll-locked': [400, '文件设有打开密码。请在 Excel 或 WPS 里去掉密码，另存后再上传。'],
  'roll-damaged': [
    400,
    '文件已损坏，无法读取（{part}）。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再上传。',
  ],
  'roll-unpacks-too-large': [413, '文件展开后超过 {limit}。请删去图片和多余的工作表，或拆分后再上传。'],
  'roll-too-complex': [413, '文件内容太多，最多 {limit}。请只保留业主档案和欠费明细后再上传。'],
  'roll-too-many-rows': [413, '工作表“{sheet}”读到这里已超过 {limit} 行。请拆分后再上传。'],
  'roll-no-sheet': [422, '没有找到业主档案或欠费明细：{sheets}。请核对表头的列名后再上传。'],

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
