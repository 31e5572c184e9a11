import type { CommunityId } from '@anjiao/shared/ids'
import { type Random, randomToken } from '../platform/random.ts'

/** 商户退款单号. Says whose it is, as an order's number does: `AR`, the community in base 36, a dash, 20 unguessable characters. */
export const newOutRefundNo = (random: Random, community: CommunityId): string =>
  `AR${community.toString(36)}-${randomToken(random, 15)}`

/** The community that a refund's number names; undefined when it is no number of ours. */
export function communityOfOutRefundNo(outRefundNo: string): CommunityId | undefined {
  const found = /^AR([0-9a-z]{1,6})-[\w-]{20}$/.exec(outRefundNo)
  const id = found ? Number.parseInt(found[1] ?? '', 36) : 0
  return id > 0 && id <= 2_147_483_647 ? (id as CommunityId) : undefined
}
