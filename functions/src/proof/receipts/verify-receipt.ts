import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { inCommunity, type World } from '../../platform/context.ts'
import type { ReceiptContent } from './receipt-content.ts'

/** What anybody who holds a receipt may know of it: no name, no room. */
export interface VerifiedReceipt {
  readonly number: number
  readonly company: string
  readonly community: string
  readonly building: string
  readonly amountFen: Fen
  readonly amountCapitals: string
  readonly paidOn: BusinessDate
  /** What of it went back since. */
  readonly returnedFen: Fen
}

const actor = { kind: 'system', task: 'verify-receipt' } as const

/** The receipt of a code: undefined when it is none of ours. */
export async function verifyReceipt(world: World, code: string): Promise<VerifiedReceipt | undefined> {
  const [, community] = /^(\d{1,9})-[\w-]{22}$/.exec(code) ?? []
  if (community === undefined) return undefined
  const communityId = Number(community) as CommunityId
  const found = await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.maybe<{ receipt: ReceiptContent; returnedFen: Fen }>`
      select d.content::json as receipt, s.returned_fen
        from receipt_document d
        join receipt_standing s on (s.community_id, s.payment_id) = (d.community_id, d.payment_id)
       where (d.community_id, d.code) = (${communityId}, ${code})`,
  )
  if (!found) return undefined
  const { number, company, community: name, building, amountFen, amountCapitals, paidAt } = found.receipt
  const paidOn = businessDateAt(new Date(paidAt))
  return {
    number,
    company,
    community: name,
    building,
    amountFen,
    amountCapitals,
    paidOn,
    returnedFen: found.returnedFen,
  }
}
