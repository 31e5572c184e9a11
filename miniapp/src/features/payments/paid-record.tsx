import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import type { PaymentId } from '@anjiao/shared/ids'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { restartAt } from '../../platform/navigate'
import { type HomeAddress, toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { dayText, instantText } from '../../ui/instant'
import { type Fact, Facts } from '../bills/facts'
import { HotlineCell } from '../homes/hotline'
import { ReceiptFile } from '../receipts/receipt-file'
import { Outcome } from './outcome'
import { RefundsCard } from './refunds-card'
import { SettledCards } from './settled-cards'
import { paymentTexts, refundTexts } from './texts'
import { useRefunds } from './use-refunds'

export interface PaidRecordProps {
  home: HomeAddress
  paymentId: PaymentId
  record: PaymentRecord
}

/** A payment that came another way than by this phone: how, when, what it settled, its receipt, and what went back of it. */
export function PaidRecord({ home, paymentId, record }: PaidRecordProps) {
  const { amountFen, reversed } = record
  const refunds = useRefunds(home)
  return (
    <>
      <Card>
        {reversed ? (
          <Outcome
            icon="info"
            tone="brand"
            title={paymentTexts.reversed}
            fen={amountFen}
            hint={paymentTexts.reversedHint}
          />
        ) : (
          <Outcome icon="check" tone="good" title={paymentTexts.paid} fen={amountFen} />
        )}
        <Facts facts={factsOf(record)} />
        {record.receiptNumber !== null && <ReceiptFile home={home} of={{ paymentId }} />}
      </Card>
      <RefundsCard
        title={refundTexts.title}
        refunds={refunds}
        shown={(refund) => refund.paymentId === paymentId}
      />
      {reversed ? (
        <Card>
          <HotlineCell communityId={home.communityId} why={paymentTexts.askOffice} />
        </Card>
      ) : (
        <SettledCards {...record} />
      )}
      <View className="buttons">
        <Button onPress={() => restartAt(toHome())}>{paymentTexts.toHome}</Button>
      </View>
    </>
  )
}

const factsOf = ({ method, paidAt, paidBy, number, receiptNumber: receipt }: PaymentRecord): Fact[] => [
  { label: paymentTexts.how, value: paymentMethods[method] },
  ...(paidAt === null
    ? []
    : [{ label: paymentTexts.paidAt, value: method === 'cash' ? instantText(paidAt) : dayText(paidAt) }]),
  ...(paidBy === '' ? [] : [{ label: paymentTexts.paidBy, value: paidBy }]),
  ...(number === null
    ? []
    : [{ label: method === 'wechat' ? paymentTexts.number : paymentTexts.voucher, value: number }]),
  ...(receipt === null ? [] : [{ label: paymentTexts.receipt, value: receiptNumber(receipt) }]),
]
