import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import { View } from '@tarojs/components'
import { restartAt } from '../../platform/navigate'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { periodOf } from '../bills/charge-cell'
import { type Fact, Facts } from '../bills/facts'
import { ReceiptFile } from '../receipts/receipt-file'
import { SubscriptionOffer } from '../subscriptions/subscription-offer'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import { RefundsCard } from './refunds-card'
import { paymentTexts, refundTexts } from './texts'
import { useRefunds } from './use-refunds'

/** Paid: how much, when, what went back of it, what it settled, and what went to the advance. */
export function PaidAttempt({ home, attempt, actions }: AttemptViewProps) {
  const { amountFen, allocated, toAdvanceFen } = attempt
  const refunds = useRefunds(home)
  return (
    <>
      <Card>
        <Outcome icon="check" tone="good" title={paymentTexts.paid} fen={amountFen} />
        <Facts facts={factsOf(attempt)} />
        <ReceiptFile home={home} of={{ attemptId: attempt.id }} />
      </Card>
      <RefundsCard
        title={refundTexts.title}
        refunds={refunds}
        shown={({ attemptId }) => attemptId === attempt.id}
      />
      {allocated.length > 0 && (
        <Card title={paymentTexts.settled}>
          <Cells>
            {allocated.map((part) => (
              <Cell
                key={part.chargeId}
                label={part.feeItem}
                hint={<View className="whole-words">{periodOf(part)}</View>}
                value={<Money fen={part.amountFen} />}
              />
            ))}
          </Cells>
        </Card>
      )}
      {toAdvanceFen > 0 && (
        <Card>
          <Cell
            icon="wallet"
            label={paymentTexts.toAdvance}
            hint={paymentTexts.toAdvanceHint}
            value={<Money fen={toAdvanceFen} />}
          />
        </Card>
      )}
      {actions.sheet !== undefined && <SubscriptionOffer home={home} moment="paid" />}
      <View className="buttons">
        <Button onPress={() => restartAt(toHome())}>{paymentTexts.toHome}</Button>
      </View>
    </>
  )
}

/** What is known of a payment beside its amount, line by line. */
export const factsOf = ({ description, paidAt, paidBy, transactionId }: PaymentAttempt): Fact[] => [
  { label: paymentTexts.what, value: description },
  ...(paidAt === null ? [] : [{ label: paymentTexts.paidAt, value: instantText(paidAt) }]),
  ...(paidBy === '' ? [] : [{ label: paymentTexts.paidBy, value: paidBy }]),
  ...(transactionId === null ? [] : [{ label: paymentTexts.number, value: transactionId }]),
]
