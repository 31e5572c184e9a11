import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import type { Notice } from '@anjiao/shared/contract/notices'
import type { NoticeId } from '@anjiao/shared/ids'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { mergeSlice } from './merge-slice'

const slice = ({ communityId, householdId }: HomeAddress, before?: NoticeId) =>
  call('GET /v1/communities/:communityId/households/:householdId/notices', {
    params: { communityId, householdId },
    query: before === undefined ? {} : { before },
  })

interface Inbox extends Pages<Notice> {
  /** One of them is going to be opened. */
  leaveFor: (notice: Notice) => void
}

/**
 * What a home was told (消息), newest first. Seen again after one was opened, that one is read again with its neighbours, in
 * its place, so that nobody loses theirs; seen again otherwise, the newest are.
 */
export function useNotices(home: HomeAddress): Inbox {
  const pages = usePages(`notices-${home.communityId}-${home.householdId}`, async (before?: NoticeId) => {
    const { notices, next } = await slice(home, before)
    return { rows: notices, next: next ?? undefined }
  })
  const rows = pages.data
  /** After which row the slice begins that is read again; undefined: at the newest. */
  const again = useRef<NoticeId | undefined>(undefined)
  const refresh = async () => {
    const before = again.current
    again.current = undefined
    const { notices } = await slice(home, before)
    // So much is new that what is shown is no longer next to it.
    if (!notices.some(({ id }) => rows?.some((row) => row.id === id))) return pages.reload()
    pages.change((shown) => mergeSlice(shown, notices))
  }
  useDidShow(() => {
    // What is shown stays as it was where this fails: it was asked for by nobody.
    if (rows) void refresh().catch(() => undefined)
  })
  return {
    ...pages,
    leaveFor: ({ id }) => {
      again.current = rows?.[rows.findIndex((row) => row.id === id) - 1]?.id
    },
  }
}

/** What a home owes is told its owner and family, and no tenant (个人信息保护法 10). */
export const isTold = ({ relation }: HouseholdLink): boolean => relation !== 'tenant'

/** How many 消息 nobody of the home has opened, or read the answer to; zero while that is not known. */
export function useUnopened(home: HouseholdLink): number {
  const key = isTold(home) ? `unopened-${home.communityId}-${home.householdId}` : undefined
  return useQuery(key, () => slice(home)).data?.unopened ?? 0
}
