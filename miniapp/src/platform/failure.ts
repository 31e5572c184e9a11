/** Why a request brought nothing: a refusal by the server in its words, or the network in ours. */
export interface Failure {
  /** A refusal's code (shared/refusals), or `offline`, `too-slow`, `not-understood`, `not-stored`. */
  readonly code: string
  /** What happened and what to do, for the person. */
  readonly sentence: string
  readonly requestId: string | undefined
  /** Whether the server may have done it all the same: then the same intention must be sent again, not a new one. */
  readonly unsure: boolean
}

/** Thrown by every request that fails. */
export class RequestFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'RequestFailed'
    this.failure = failure
  }
}

const sentences = {
  offline: '网络没有连上，请检查手机网络后再试。您的数据和钱款不受影响。',
  'too-slow': '网络太慢，还没有等到结果。请稍后再试，重复操作不会重复扣款。',
  'not-understood': '系统的回答没有看懂，请稍后再试，或联系物业前台。',
  'not-stored': '这一份没有存好，请再传一次。您写的内容都还在。',
} as const

export const failed = (code: keyof typeof sentences): RequestFailed =>
  new RequestFailed({ code, sentence: sentences[code], requestId: undefined, unsure: true })

/** Reads a refusal of the server: `{ code, message, requestId }`. */
export function refused(status: number, reply: unknown): RequestFailed {
  if (!isRefusal(reply)) return failed('not-understood')
  const { code, message, requestId } = reply
  const unsure = status >= 500 || code === 'still-working'
  return new RequestFailed({ code, sentence: message, requestId, unsure })
}

/** What any thrown thing means to the person. Anything but a failed request is a fault of ours. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof RequestFailed ? thrown.failure : failed('not-understood').failure

function isRefusal(reply: unknown): reply is { code: string; message: string; requestId: string } {
  if (typeof reply !== 'object' || reply === null) return false
  return 'code' in reply && typeof reply.code === 'string' && 'message' in reply && 'requestId' in reply
}
