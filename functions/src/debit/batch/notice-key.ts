import type { DebitBatchId } from '@anjiao/shared/ids'

/** What the notice of a batch is known by: a home is told of it once. */
export const noticeKey = (batchId: DebitBatchId): string => `debit:${batchId}`
