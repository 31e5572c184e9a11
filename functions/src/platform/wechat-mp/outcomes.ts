/**
 * What a call to the open platform may end in besides its own good answer. The platform answers HTTP 200 even then;
 * `rid` is its trace id, the one thing to log.
 * - `code-invalid`, `code-used`: the phone must fetch a new code (they live five minutes and work once).
 * - `user-blocked`: WeChat holds this user for a risk.
 * - `quota`: ours for the minute or the day is used up.
 * - `busy`: WeChat asks to try again.
 * - `unreachable`: no connection came to stand. Certainly nothing was asked.
 * - `unknown-outcome`: no readable answer. The code may be spent, so the phone fetches a new one.
 * - `config`: our id, secret, address or permission is wrong. A person must act.
 */
export type MpFailure =
  | {
      readonly kind: 'code-invalid' | 'code-used' | 'user-blocked' | 'quota' | 'busy'
      readonly rid: string | undefined
    }
  | { readonly kind: 'config'; readonly errcode: number; readonly rid: string | undefined }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'unknown-outcome'
      readonly why: 'timeout' | 'network' | 'server-error' | 'unreadable-answer'
    }

/** 小程序 "全局返回码", read 2026-11. Whatever is not listed can only be put right by a person: `config`. */
const kinds: ReadonlyMap<number, 'code-invalid' | 'code-used' | 'user-blocked' | 'quota' | 'busy'> = new Map([
  [-1, 'busy'],
  [40029, 'code-invalid'],
  [40163, 'code-used'],
  [41008, 'code-invalid'],
  [40226, 'user-blocked'],
  [45009, 'quota'],
  [45011, 'quota'],
] as const)

/** The meaning of an errcode that is not 0. */
export function failureOfErrcode(errcode: number, errmsg: unknown): MpFailure {
  const rid = ridIn(errmsg)
  const kind = kinds.get(errcode)
  return kind ? { kind, rid } : { kind: 'config', errcode, rid }
}

/** The trace id at the end of an errmsg. */
export const ridIn = (errmsg: unknown): string | undefined =>
  typeof errmsg === 'string' ? /rid: ?([0-9a-f-]{1,40})/.exec(errmsg)?.[1] : undefined
