import type { CommunityId } from '@anjiao/shared/ids'
import { type Random, randomToken } from '../platform/random.ts'

/**
 * 商户订单号. Says whose it is, because WeChat's callback brings nothing else by which to find the community:
 * `AJ`, the community's number in base 36, a dash, and 20 unguessable characters.
 */
export const newOutTradeNo = (random: Random, community: CommunityId): string =>
  `AJ${community.toString(36)}-${randomToken(random, 15)}`

/** The community that an order number names; undefined when it is no number of ours. */
export function communityOfOutTradeNo(outTradeNo: string): CommunityId | undefined {
  const found = /^AJ([0-9a-z]{1,6})-[\w-]{20}$/.exec(outTradeNo)
  const id = found ? Number.parseInt(found[1] ?? '', 36) : 0
  return id > 0 && id <= 2_147_483_647 ? (id as CommunityId) : undefined
}
