import type { DryRun } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call, longTimeoutMs, type Request } from '../../platform/call'
import type { Failure } from '../../platform/failure'
import { useMutation } from '../../platform/use-mutation'

type ToTry = Request<'POST /v1/staff/communities/:communityId/campaigns/dry-run'>['body']

export interface Trying {
  tryOut: () => Promise<void>
  readonly busy: boolean
  readonly failure: Failure | undefined
  /** Of the campaign as it stands now; undefined: it was not tried yet, or has changed since. */
  readonly dryRun: DryRun | undefined
}

/** 试算: who would get what if it began now. Undefined `toTry`: something is not filled in rightly. */
export function useDryRun(communityId: CommunityId, toTry: ToTry | undefined): Trying {
  const [tried, setTried] = useState<{ readonly of: string; readonly dryRun: DryRun }>()
  const { run, busy, failure } = useMutation((body: ToTry, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/campaigns/dry-run',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const tryOut = async () => {
    if (!toTry) return
    const dryRun = await run(toTry)
    // However late it comes, it is of what was sent.
    if (dryRun) setTried({ of: JSON.stringify(toTry), dryRun })
  }
  const isOfThis = toTry !== undefined && tried?.of === JSON.stringify(toTry)
  return { tryOut, busy, failure, dryRun: isOfThis ? tried.dryRun : undefined }
}
