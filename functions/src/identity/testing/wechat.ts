import { noWechatMp } from '../../local/testing/no-wechat.ts'
import type { MpFailure, WechatMp } from '../../platform/wechat-mp/index.ts'

/** A WeChat of two lines: the code `login of A` belongs to openid A, `phone of 13900000000` to that number; each works once. */
export function plainWechat(): WechatMp {
  const used = new Set<string>()
  return noWechatMp({
    sessionOf: async (code) => redeem(used, code, 'login of ', (openid) => ({ kind: 'ok', openid })),
    phoneOf: async (code) =>
      redeem(used, code, 'phone of ', (number) => {
        const [, countryCode = '86', phone = number] = /^\+(\d+) (\d+)$/.exec(number) ?? []
        return { kind: 'ok', phone, countryCode }
      }),
  })
}

/** A code may end in ` (again)`, for one person who gets several. */
function redeem<Known>(
  used: Set<string>,
  code: string,
  prefix: string,
  know: (rest: string) => Known,
): Known | MpFailure {
  if (used.has(code)) return { kind: 'code-used', rid: undefined }
  used.add(code)
  if (!code.startsWith(prefix)) return { kind: 'code-invalid', rid: undefined }
  return know(code.slice(prefix.length).replace(/ \(.*\)$/, ''))
}

/** A WeChat that vouches for nobody, always with the same failure. */
export const failingWechat = (failure: MpFailure): WechatMp =>
  noWechatMp({
    sessionOf: () => Promise.resolve(failure),
    phoneOf: () => Promise.resolve(failure),
  })
