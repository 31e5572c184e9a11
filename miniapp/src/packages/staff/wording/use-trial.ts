import type { NewWording, WordingTrial } from '@anjiao/shared/contract/wordings'
import type { CommunityId } from '@anjiao/shared/ids'
import { useRef } from 'react'
import { useSettled } from '../../../features/staff-households/use-settled'
import { call } from '../../../platform/call'
import { type Query, useQuery } from '../../../platform/use-query'

export interface Trial extends Query<WordingTrial> {
  /** Of what stands in the form now, not of what stood there before: whether it has been tried, is being tried, or could not be. */
  readonly standing: 'tried' | 'trying' | 'failed'
}

/** How a wording reads, tried anew whenever the writing pauses; what was told last stays in sight meanwhile. */
export function useTrial(communityId: CommunityId, wording: NewWording): Trial {
  const written = JSON.stringify(wording)
  const settled = useSettled(written)
  const trial = useQuery(`wording-trial-${communityId}-${settled}`, () =>
    call('POST /v1/staff/communities/:communityId/wordings/try', {
      params: { communityId },
      body: JSON.parse(settled),
    }),
  )
  const last = useRef<WordingTrial>()
  if (trial.data) last.current = trial.data
  return {
    ...trial,
    data: trial.data ?? last.current,
    standing: standingOf(trial, settled === written),
  }
}

function standingOf({ data, failure, loading }: Query<WordingTrial>, isSettled: boolean): Trial['standing'] {
  if (isSettled && data !== undefined) return 'tried'
  return isSettled && failure && !loading ? 'failed' : 'trying'
}
