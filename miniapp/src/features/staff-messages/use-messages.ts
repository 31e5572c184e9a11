import type { Complaint, LoggedNotice } from '@anjiao/shared/contract/notices'
import type { CommunityId, NoticeId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

export type Contact = Reply<'GET /v1/staff/communities/:communityId/households/:householdId/contact'>

/** What a home was told, and each attempt at it, newest first; older ones on demand. */
export const useMessageLog = ({ communityId, householdId }: HomeAddress): Pages<LoggedNotice> =>
  usePages(`message-log-${communityId}-${householdId}`, async (before: NoticeId | undefined) => {
    const { notices, next } = await call(
      'GET /v1/staff/communities/:communityId/households/:householdId/notices',
      { params: { communityId, householdId }, query: before === undefined ? {} : { before } },
    )
    return { rows: notices, next: next ?? undefined }
  })

/** How a home may be reached, or why not at all. */
export const useContact = ({ communityId, householdId }: HomeAddress): Query<Contact> =>
  useQuery(`contact-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/contact', {
      params: { communityId, householdId },
    }),
  )

/** What residents find wrong with reminders, what waits first. */
export const useComplaints = (communityId: CommunityId): Query<readonly Complaint[]> =>
  useQuery(`complaints-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/complaints', { params: { communityId } }),
  )

/** Messages whose fate is not known, the oldest first. */
export const useUnknown = (communityId: CommunityId): Query<readonly LoggedNotice[]> =>
  useQuery(`unknown-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/deliveries/unknown', { params: { communityId } }),
  )

/** How many they are. */
export const useUnknownCount = (communityId: CommunityId) =>
  useQuery(`unknown-count-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/deliveries/unknown/count', { params: { communityId } }),
  )

/** Whether a complaint still waits for an answer. */
export const waits = ({ answer }: Complaint): boolean => answer === ''
