import type { FeeItemId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** What may be debited at all: fees for a service, never a late fee (law: 委托代扣规则, 消费者权益保护法 26). */
export const debitableFees = ({ tx, community }: Ctx): Promise<{ id: FeeItemId; name: string }[]> =>
  tx.rows<{ id: FeeItemId; name: string }>`
    select id, name from fee_item where community_id = ${community} and kind = 'service' order by id`
