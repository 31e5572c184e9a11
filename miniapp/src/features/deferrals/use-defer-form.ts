import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { useState } from 'react'
import { call, type Request } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { usePickedCharges } from '../plans/use-picked-charges'

type Asked = Request<'POST /v1/communities/:communityId/households/:householdId/deferrals'>['body']

/** The days to which one may defer under a policy, counted from today, and up to which nobody is asked. */
export const deferralDays = (today: BusinessDate, policy: PlanPolicy) => ({
  first: addDays(today, 1),
  last: addDays(today, policy.deferralDaysMax),
  lastAtOnce: addDays(today, policy.deferralAtOnceDays),
})

/** A deferral while it is being written. What is missing is said when it is sent. */
export function useDeferForm(
  { communityId, householdId }: HomeAddress,
  options: PlanOptions | undefined,
  done: (deferral: Deferral) => void,
) {
  const charges = usePickedCharges(options)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [oldDebtKnown, setOldDebtKnown] = useState(false)
  const [checked, setChecked] = useState(false)
  const { run, busy, failure } = useMutation((body: Asked, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/deferrals',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const policy = options?.policy ?? undefined
  const days = options && policy && deferralDays(options.today, policy)
  const day = days && until >= days.first && until <= days.last ? (until as BusinessDate) : undefined
  const hasReason = reason.trim() !== ''
  const needsTick = charges.oldPicked > 0 && !oldDebtKnown

  const send = async (refused: () => void) => {
    setChecked(true)
    if (!policy || !day || !hasReason || needsTick || charges.picked.length === 0) return
    const chargeIds = charges.picked.map(({ charge }) => charge.id)
    const deferral = await run({
      policyId: policy.id,
      chargeIds,
      until: day,
      reason: reason.trim(),
      oldDebtKnown: charges.oldPicked > 0,
    })
    if (deferral) done(deferral)
    else refused()
  }
  return {
    charges,
    days,
    until,
    setUntil,
    reason,
    setReason,
    dayIsWrong: (checked || until !== '') && !day,
    reasonIsMissing: checked && !hasReason,
    oldDebtKnown,
    setOldDebtKnown,
    tickIsMissing: checked && needsTick,
    /** Undefined while no day within the policy is chosen. */
    atOnce: day && days ? day <= days.lastAtOnce : undefined,
    send,
    busy,
    failure,
  }
}

export type DeferForm = ReturnType<typeof useDeferForm>
