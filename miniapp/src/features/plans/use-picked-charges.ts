import type { PlanOptions } from '@anjiao/shared/contract/plans'
import type { ChargeId } from '@anjiao/shared/ids'
import { mayBePastLimitation } from '@anjiao/shared/limitation'
import { useState } from 'react'
import { planDebt } from './plan-draft'

/** The contract's bound: charges of one plan or deferral. */
const chargesMax = 200

/** Which of a home's open charges are meant: at first all that can be and are not old, as the owner ticks them since. */
export function usePickedCharges(options: PlanOptions | undefined) {
  const [ticks, setTicks] = useState<ReadonlyMap<ChargeId, boolean>>(new Map())
  const all = options?.charges ?? []
  const today = options?.today
  const choosable = all.filter(({ why }) => why === null)
  const old = today ? choosable.filter(({ charge }) => mayBePastLimitation(charge.dueDate, today)) : []
  const usual = choosable.filter((each) => !old.includes(each))
  const isPicked = (id: ChargeId): boolean => ticks.get(id) ?? usual.some(({ charge }) => charge.id === id)
  const picked = choosable.filter(({ charge }) => isPicked(charge.id)).slice(0, chargesMax)
  return {
    usual,
    old,
    leftOut: all.filter(({ why }) => why !== null),
    picked,
    oldPicked: old.filter(({ charge }) => isPicked(charge.id)).length,
    isPicked,
    toggle: (id: ChargeId, on: boolean) => setTicks(new Map(ticks).set(id, on)),
    debtFen: planDebt(picked),
  }
}

export type PickedCharges = ReturnType<typeof usePickedCharges>
