import type { Receipt } from '@anjiao/shared/contract/receipts'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { ReceiptFile } from './receipt-file'
import { ReceiptState } from './receipt-state'

/** One receipt of a home: when, how much, whether it still holds, and its paper. */
export const ReceiptCard = ({ home, receipt }: { home: HomeAddress; receipt: Receipt }) => (
  <Card title={receiptNumber(receipt.number)} aside={<ReceiptState receipt={receipt} />}>
    <Stack>
      <Cell
        label={instantText(receipt.paidAt)}
        hint={paymentMethods[receipt.method]}
        value={<Money fen={receipt.amountFen} />}
      />
      <ReceiptFile home={home} of={receipt} />
    </Stack>
  </Card>
)
