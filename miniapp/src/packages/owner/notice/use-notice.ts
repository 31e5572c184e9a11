import type { Notice } from '@anjiao/shared/contract/notices'
import type { NoticeId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { type Query, useQuery } from '../../../platform/use-query'
import type { HomeAddress } from '../../../routes'

/** One 消息. Asking for it is opening it, which is kept: it says that it has reached somebody of the home. */
export const useNotice = ({ communityId, householdId }: HomeAddress, noticeId: NoticeId): Query<Notice> =>
  useQuery(`notice-${communityId}-${householdId}-${noticeId}`, () =>
    call('POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/open', {
      params: { communityId, householdId, noticeId },
    }),
  )
