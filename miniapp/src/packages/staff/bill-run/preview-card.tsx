import type { BillRunPreview } from '@anjiao/shared/contract/bill-runs'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Bars } from '../../../ui/charts'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { SkippedRooms } from './skipped-rooms'
import { texts } from './texts'

export interface PreviewCardProps {
  title: string
  preview: BillRunPreview
  busy: boolean
  onStart: () => void
}

/** What a run would bring, and which rooms it would leave out and why. */
export function PreviewCard({ title, preview, busy, onStart }: PreviewCardProps) {
  const { rooms, charges, amountFen, byFeeItem, skipped } = preview
  return (
    <>
      <Card title={title} tone={charges > 0 ? 'brand' : 'plain'}>
        {charges === 0 ? (
          <Empty icon="bill" title={texts.nothing} hint={texts.nothingHint} />
        ) : (
          <Stack>
            <Figures label={title}>
              <Figure label={texts.rooms} value={texts.homes(rooms)} />
              <Figure label={texts.charges} value={texts.pieces(charges)} />
            </Figures>
            <Figure label={texts.amount} value={<Money fen={amountFen} size="middle" />} />
            <Bars
              label={texts.byFeeItem}
              bars={byFeeItem.map((item) => ({
                label: texts.feeItem(item.feeItem, item.charges),
                amount: item.amountFen,
                text: <Money fen={item.amountFen} />,
              }))}
            />
            <Button busy={busy} onPress={onStart}>
              {texts.start}
            </Button>
          </Stack>
        )}
      </Card>
      {skipped.length > 0 && <SkippedRooms skipped={skipped} />}
    </>
  )
}
