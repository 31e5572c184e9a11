import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import type { Notice } from '@anjiao/shared/contract/notices'
import type { NoticeId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

const slice = ({ communityId, householdId }: HomeAddress, before?: NoticeId) =>
  call('GET /v1/communities/:communityId/households/:householdId/notices', {
    params: { communityId, householdId },
    query: before === undefined ? {} : { before },
  })

/** What a home was told (消息), newest first. */
export const useNotices = (home: HomeAddress): Pages<Notice> =>
  usePages(`notices-${home.communityId}-${home.householdId}`, async (before?: NoticeId) => {
    const { notices, next } = await slice(home, before)
    return { rows: notices, next: next ?? undefined }
  })

/** What a home owes is told its owner and family, and no tenant (个人信息保护法 10). */
export const isTold = ({ relation }: HouseholdLink): boolean => relation !== 'tenant'

/** How many 消息 nobody of the home has opened, or read the answer to; zero while that is not known. */
export function useUnopened(home: HouseholdLink): number {
  const key = isTold(home) ? `unopened-${home.communityId}-${home.householdId}` : undefined
  return useQuery(key, () => slice(home)).data?.unopened ?? 0
}
