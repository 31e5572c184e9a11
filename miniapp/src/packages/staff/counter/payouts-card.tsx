import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import { toStaffRefund } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface PayoutsCardProps {
  communityId: CommunityId
  day: BusinessDate
  /** Whether the person who looks may open a refund. */
  mayOpen: boolean
}

/** What was paid out on a day. On most days nothing is: then nothing stands here. */
export function PayoutsCard({ communityId, day, mayOpen }: PayoutsCardProps) {
  const { data, failure, reload } = useQuery(`refund-payouts-${communityId}-${day}`, () =>
    call('GET /v1/staff/communities/:communityId/refund-payouts', {
      params: { communityId },
      query: { day },
    }),
  )
  if (failure) return <ErrorNote sentence={failure.sentence} reference={failure.requestId} retry={reload} />
  if (!data || data.payouts.length === 0) return null
  const sums = [
    { label: texts.payoutSums.cash, fen: data.cashFen },
    { label: texts.payoutSums.transfer, fen: data.transferFen },
  ].filter(({ fen }) => fen > 0)
  return (
    <Card title={texts.payouts}>
      <Cells>
        {sums.map(({ label, fen }) => (
          <Cell key={label} label={label} value={<Money fen={fen} />} />
        ))}
        {data.payouts.map(({ refundId, roomName, amountFen, ...payout }) => (
          <Cell
            key={refundId}
            icon="coin"
            label={roomName}
            hint={`${texts.payout(payout.paidBy, payout.placeName)}。${texts.payoutTo(payout.receiverName, payout.voucherNumber)}`}
            value={<Money fen={amountFen} />}
            {...(mayOpen && { onPress: () => go(toStaffRefund({ communityId }, refundId)) })}
          />
        ))}
      </Cells>
    </Card>
  )
}
