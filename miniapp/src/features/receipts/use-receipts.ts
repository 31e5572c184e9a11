import type { Receipt } from '@anjiao/shared/contract/receipts'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import type { HomeAddress } from '../../routes'

/** The receipts of a home, newest first. */
export const useReceipts = ({ communityId, householdId }: HomeAddress): Pages<Receipt> =>
  usePages(`receipts-${communityId}-${householdId}`, async (before?: number) => {
    const { receipts, more } = await call(
      'GET /v1/communities/:communityId/households/:householdId/receipts',
      {
        params: { communityId, householdId },
        query: before === undefined ? {} : { before },
      },
    )
    return { rows: receipts, next: more ? receipts[receipts.length - 1]?.number : undefined }
  })
