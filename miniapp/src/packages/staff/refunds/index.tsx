import type { StaffPost } from '@anjiao/shared/contract/identity'
import { type RefundState, refundStates } from '@anjiao/shared/refund-life'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useRefunds } from '../../../features/staff-refunds/use-refunds'
import { refundsShownIn } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import { LimitCard } from './limit-card'
import { RefundTable } from './refund-table'
import { emptyTexts, texts } from './texts'

export default function Refunds() {
  return (
    <StaffPage door="refunds">
      {(post) => (
        <>
          <RefundList post={post} />
          <LimitCard post={post} />
        </>
      )}
    </StaffPage>
  )
}

/** What somebody must do something about comes first. */
const inOrder = [
  'asked',
  'found',
  'abnormal',
  'owed',
  'sent',
  'failed',
  'paid',
  'declined',
  'withdrawn',
] as const

const choices = [
  ...inOrder.map((value) => ({ value, label: refundStates[value].label })),
  { value: 'all' as const, label: texts.all },
]

function RefundList({ post: { communityId } }: { post: StaffPost }) {
  const [shown, setShown] = useState<RefundState | 'all'>(refundsShownIn(useRouter().params))
  const refunds = useRefunds(communityId, shown)
  const none = shown === 'all' ? texts.noneAtAll : (emptyTexts[shown] ?? texts.none)
  return (
    <>
      <Select label={texts.filter} options={choices} value={shown} onChange={setShown} />
      <Loaded of={refunds} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={shown === 'all' ? 'receipt' : 'check'} title={none} hint={texts.how} />
            </Card>
          ) : (
            <RefundTable at={{ communityId }} refunds={rows} />
          )
        }
      </Loaded>
      <More of={refunds}>{texts.more}</More>
    </>
  )
}
