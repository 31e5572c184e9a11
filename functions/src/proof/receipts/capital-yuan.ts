import type { Fen } from '@anjiao/shared/money'

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const places = ['仟', '佰', '拾', ''] as const

/**
 * An amount in Chinese capitals (大写金额), as receipts and cheques write it, so that no stroke makes it more:
 * `壹仟玖佰伍拾贰元贰角捌分`, `壹拾万零伍佰元整` (支付结算办法, 附一: 正确填写票据和结算凭证的基本规定). Pure. Throws RangeError
 * for less than nothing.
 */
export function capitalYuan(amount: Fen): string {
  if (amount < 0) throw new RangeError(`not an amount that somebody paid: ${amount}`)
  const yuan = Math.floor(amount / 100)
  const [jiao, cents] = [Math.floor(amount / 10) % 10, amount % 10]
  const whole = yuan === 0 ? '' : `${wholeYuan(yuan)}元`
  if (jiao === 0 && cents === 0) return `${whole || '零元'}整`
  // 到“角”为止也写“整”; between 元 and 分 a 零 stands for the 角 that is none.
  if (cents === 0) return `${whole}${capital(jiao)}角整`
  const tenths = jiao > 0 ? `${capital(jiao)}角` : whole && '零'
  return `${whole}${tenths}${capital(cents)}分`
}

const capital = (digit: number): string => digits[digit] ?? ''

/** 亿 and 万 part a number into fours; where a part begins with noughts, one 零 says so. */
function wholeYuan(yuan: number): string {
  for (const [unit, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
  ] as const) {
    if (yuan < unit) continue
    const rest = yuan % unit
    const gap = rest > 0 && rest < unit / 10 ? '零' : ''
    return `${wholeYuan(Math.floor(yuan / unit))}${name}${gap}${rest === 0 ? '' : wholeYuan(rest)}`
  }
  return ofFour(yuan)
}

function ofFour(below10000: number): string {
  const written = Array.from(String(below10000).padStart(4, '0'), (digit, at) =>
    digit === '0' ? '零' : `${capital(Number(digit))}${places[at] ?? ''}`,
  )
  return written
    .join('')
    .replaceAll(/零+/g, '零')
    .replaceAll(/^零|零$/g, '')
}
