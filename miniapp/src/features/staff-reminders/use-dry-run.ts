import type { DryRun } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { call, longTimeoutMs, type Request } from '../../platform/call'
import { type Mutation, useMutation } from '../../platform/use-mutation'

type ToTry = Request<'POST /v1/staff/communities/:communityId/campaigns/dry-run'>['body']

/** 试算: who would get what if it began now. */
export const useDryRun = (communityId: CommunityId): Mutation<ToTry, DryRun> =>
  useMutation((body: ToTry, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/campaigns/dry-run',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
