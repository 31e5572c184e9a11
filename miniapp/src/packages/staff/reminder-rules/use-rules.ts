import type { RuleChange, RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import type { Failure } from '../../../platform/failure'
import { useMutation } from '../../../platform/use-mutation'
import { type Query, useQuery } from '../../../platform/use-query'

export interface Rules extends Query<readonly RuleSetting[]> {
  /** Puts a change in force; resolves to whether it is. */
  set: (change: RuleChange) => Promise<boolean>
  readonly busy: boolean
  /** Why the last setting was not taken. */
  readonly notSet: Failure | undefined
}

interface Answered {
  /** What was told before: what is told later is newer. */
  readonly insteadOf: readonly RuleSetting[] | undefined
  readonly rules: readonly RuleSetting[]
}

/** What is reminded of by itself, as last told, by whatever was asked; a change that was taken is seen at once. */
export function useRules(communityId: CommunityId): Rules {
  const rules = useQuery(`reminder-rules-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reminder-rules', { params: { communityId } }),
  )
  const [answered, setAnswered] = useState<Answered>()
  const setting = useMutation((body: RuleChange, intention) =>
    call(
      'PUT /v1/staff/communities/:communityId/reminder-rules',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const set = async (wanted: RuleChange) => {
    const now = await setting.run(wanted)
    if (!now) return false
    setAnswered({ insteadOf: rules.data, rules: now })
    // What was asked for before the change, and comes after it, would hide it.
    rules.reload()
    return true
  }
  const data = answered && answered.insteadOf === rules.data ? answered.rules : rules.data
  return { ...rules, data, set, busy: setting.busy, notSet: setting.failure }
}
