import type { DisputeId } from '@anjiao/shared/ids'

/** How photos know the dispute they belong to. */
export const photoSubject = (disputeId: DisputeId): string => `dispute:${disputeId}`
