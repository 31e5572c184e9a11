import type { Bills } from '@anjiao/shared/contract/billing'
import type { ChargeId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { useState } from 'react'
import { chargesToPay } from '../bills/bounded-years'
import { amountOutcome, chargesChoice } from './choice'

export type PayWay = 'charges' | 'amount'

export interface FirstChoice {
  /** The only charge ticked at first; else all are. */
  chargeId: ChargeId
  byAmount: boolean
}

/** What is to be paid, while it is being chosen: charges, all ticked and oldest first, or an amount. */
export function usePayChoice(bills: Bills | undefined, first: FirstChoice) {
  const open = chargesToPay(bills?.years ?? [])
  const [way, setWay] = useState<PayWay>(first.byAmount ? 'amount' : 'charges')
  const [unticked, setUnticked] = useState<ReadonlySet<ChargeId>>()
  const [amountText, setAmountText] = useState('')

  const isOnlyChoice = open.some(({ id }) => id === first.chargeId)
  const isPicked = (id: ChargeId): boolean =>
    unticked ? !unticked.has(id) : !isOnlyChoice || id === first.chargeId
  const pick = (wanted: (id: ChargeId) => boolean) =>
    setUnticked(new Set(open.map(({ id }) => id).filter((id) => !wanted(id))))

  const outcome = amountOutcome(amountText, bills?.openFen ?? zeroFen)
  const byCharges = chargesChoice(open, isPicked)
  const nothingDue = bills !== undefined && open.length === 0
  const typed = typeof outcome === 'string' ? undefined : outcome
  const byAmount = {
    choice: typed && ({ kind: 'amount', amountFen: typed.amountFen } as const),
    chargeIds: [],
    totalFen: typed?.amountFen ?? zeroFen,
  }
  const wayNow: PayWay = nothingDue ? 'amount' : way
  return {
    open,
    way: wayNow,
    setWay,
    isPicked,
    toggle: (id: ChargeId, on: boolean) => pick((other) => (other === id ? on : isPicked(other))),
    pickAll: (on: boolean) => pick(() => on),
    picked: open.filter(({ id }) => isPicked(id)),
    amountText,
    setAmountText,
    outcome,
    chosen: wayNow === 'charges' ? byCharges : byAmount,
  }
}

export type Choosing = ReturnType<typeof usePayChoice>
