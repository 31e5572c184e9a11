import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { useState } from 'react'
import { call } from '../../platform/call'
import { today } from '../../platform/today'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { type DayBounds, moveBounds, unpaid } from './plan-facts'

interface Move {
  no: number
  to: BusinessDate
  reason: string
}

/** One instalment and the later day to which its owner moves it. What is missing is said when it is sent. */
export function useMoveForm({ communityId, householdId }: HomeAddress, plan: Plan, moved: () => void) {
  const [chosen, setChosen] = useState<number>()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { run, busy, failure } = useMutation(({ no, ...body }: Move, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/plans/:planId/instalments/:no/move',
      { params: { communityId, householdId, planId: plan.id, no }, body },
      { intention },
    ),
  )
  const movable = unpaid(plan).flatMap((instalment) => {
    const bounds = moveBounds(plan, instalment.no, today())
    return bounds ? [{ ...instalment, bounds }] : []
  })
  const instalment = movable.find(({ no }) => no === chosen) ?? movable[0]
  const day = instalment && within(to, instalment.bounds)

  const send = async () => {
    setChecked(true)
    if (!instalment || !day || reason.trim() === '') return
    if (!(await run({ no: instalment.no, to: day, reason: reason.trim() }))) return
    setTo('')
    setReason('')
    setChecked(false)
    moved()
  }
  return {
    movable,
    instalment,
    choose: (no: number) => {
      setChosen(no)
      setTo('')
    },
    to,
    setTo,
    reason,
    setReason,
    dayIsWrong: (checked || to !== '') && !day,
    reasonIsMissing: checked && reason.trim() === '',
    send: () => void send(),
    busy,
    failure,
  }
}

/** A day as the calendar field writes it, if it lies within. */
const within = (day: string, { first, last }: DayBounds): BusinessDate | undefined =>
  day >= first && day <= last ? (day as BusinessDate) : undefined
