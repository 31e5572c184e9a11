import { type Fen, fen } from '@anjiao/shared/money'

/**
 * The tax in an amount that includes it (价税分离): amount ÷ (1 + rate) is the price without tax, rounded to the fen, half up;
 * the rest is tax. `rateBp` in hundredths of a percent. Pure.
 */
export function taxIn(amount: Fen, rateBp: number): Fen {
  const whole = BigInt(amount) * 10_000n
  const by = BigInt(10_000 + rateBp)
  const net = (whole * 2n + by) / (by * 2n)
  return fen(amount - Number(net))
}
