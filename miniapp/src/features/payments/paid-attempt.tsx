import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import { View } from '@tarojs/components'
import { restartAt } from '../../platform/navigate'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { instantText } from '../../ui/instant'
import { type Fact, Facts } from '../bills/facts'
import { ReceiptFile } from '../receipts/receipt-file'
import { SubscriptionOffer } from '../subscriptions/subscription-offer'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import { RefundsCard } from './refunds-card'
import { SettledCards } from './settled-cards'
import { paymentTexts, refundTexts } from './texts'
import { useRefunds } from './use-refunds'

/** Paid: how much, when, what went back of it, what it settled, and what went to the advance. */
export function PaidAttempt({ home, attempt, actions }: AttemptViewProps) {
  const refunds = useRefunds(home)
  return (
    <>
      <Card>
        <Outcome icon="check" tone="good" title={paymentTexts.paid} fen={attempt.amountFen} />
        <Facts facts={factsOf(attempt)} />
        <ReceiptFile home={home} of={{ attemptId: attempt.id }} />
      </Card>
      <RefundsCard
        title={refundTexts.title}
        refunds={refunds}
        shown={({ attemptId }) => attemptId === attempt.id}
      />
      <SettledCards {...attempt} />
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
