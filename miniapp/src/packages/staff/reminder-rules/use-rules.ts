import type { RuleSetting } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import type { Failure } from '../../../platform/failure'
import { useMutation } from '../../../platform/use-mutation'
import { type Query, useQuery } from '../../../platform/use-query'

export interface Rules extends Query<readonly RuleSetting[]> {
  /** Puts a setting in force; resolves to whether it is. */
  set: (setting: RuleSetting) => Promise<boolean>
  readonly busy: boolean
  /** Why the last setting was not taken. */
  readonly notSet: Failure | undefined
}

/** What is reminded of by itself, as last told; a setting that was taken is seen at once. */
export function useRules(communityId: CommunityId): Rules {
  const rules = useQuery(`reminder-rules-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reminder-rules', { params: { communityId } }),
  )
  const [answered, setAnswered] = useState<readonly RuleSetting[]>()
  const setting = useMutation((body: RuleSetting, intention) =>
    call(
      'PUT /v1/staff/communities/:communityId/reminder-rules',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const set = async (wanted: RuleSetting) => {
    const now = await setting.run(wanted)
    if (!now) return false
    setAnswered(now)
    return true
  }
  return { ...rules, data: answered ?? rules.data, set, busy: setting.busy, notSet: setting.failure }
}
