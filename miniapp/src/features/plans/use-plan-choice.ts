import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { useState } from 'react'
import { draftPlan, type PlanWish } from './plan-draft'
import { usePickedCharges } from './use-picked-charges'

/** A plan while it is being chosen: everything that can be in it, as the owner has moved it. Asks the server nothing. */
export function usePlanChoice(options: PlanOptions | undefined) {
  const charges = usePickedCharges(options)
  const [wish, setWish] = useState<PlanWish>({})
  const [reason, setReason] = useState('')
  const policy = options?.policy ?? undefined
  return {
    charges,
    /** Undefined while nothing is ticked, and when what is ticked cannot be spread. */
    draft:
      options && policy && charges.picked.length > 0
        ? draftPlan({ ...options, policy }, charges.debtFen, wish)
        : undefined,
    change: (part: PlanWish) => setWish({ ...wish, ...part }),
    reason,
    setReason,
  }
}

export type PlanChoosing = ReturnType<typeof usePlanChoice>
