import { type Fen, formatYuan } from '@anjiao/shared/money'
import { Refusal } from '../../platform/refusal.ts'
import { type Chosen, type Measure, type OpenCharge, openPrincipal } from '../measure-relief.ts'

/**
 * Refuses to give more than a published standard (`relief-exceeds-standard`) or than is open (`relief-exceeds-open`), or to
 * name a number that its measure does not have. Less may be given, with a reason. Pure.
 */
export function refuseExcess(
  { measure, percent, sumMaxFen }: Measure,
  charges: readonly OpenCharge[],
  chosen: Chosen,
): void {
  if (chosen.percent !== null) {
    if (measure !== 'percent' || percent === null) throw noSuchNumber
    if (chosen.percent > percent) throw new Refusal('relief-exceeds-standard', { most: `${percent}%` })
  }
  if (chosen.amountFen !== null) {
    if (measure !== 'sum' || sumMaxFen === null) throw noSuchNumber
    if (chosen.amountFen > sumMaxFen) throw new Refusal('relief-exceeds-standard', { most: yuan(sumMaxFen) })
    const openFen = openPrincipal(charges)
    if (chosen.amountFen > openFen) throw new Refusal('relief-exceeds-open', { yuan: formatYuan(openFen) })
  }
}

const noSuchNumber = new Refusal('bad-input', { detail: '这个标准不用填写比例或金额' })

const yuan = (amount: Fen): string => `${formatYuan(amount)} 元`
