import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { type AttemptState, attemptStates, paymentMethods } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Cell } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { Tag, type Tone } from '../../ui/tag'
import { periodOf } from '../bills/charge-cell'
import { lineOf } from './refund-words'
import { paymentsTexts, paymentTexts } from './texts'

const tones: Readonly<Record<AttemptState, Tone>> = {
  created: 'due',
  prepaid: 'due',
  paid: 'good',
  closed: 'calm',
}

export interface PaymentCellProps {
  record: PaymentRecord
  /** What went back of it. */
  refunds: readonly HomeRefund[]
  onPress: () => void
}

/** One payment in the history: when, how, for what, how much, its state, its receipt, and what went back of it. */
export function PaymentCell({ record, refunds, onPress }: PaymentCellProps) {
  const { amountFen, method, paidAt, createdAt } = record
  return (
    <Cell
      label={instantText(paidAt ?? createdAt)}
      hint={
        <View>
          <View>{paymentMethods[method]}</View>
          <View className="whole-words">{contentOf(record)}</View>
          {record.receiptNumber !== null && (
            <View>{paymentsTexts.receipt(receiptNumber(record.receiptNumber))}</View>
          )}
          {refunds.map((refund) => (
            <View key={refund.id}>{lineOf(refund)}</View>
          ))}
        </View>
      }
      value={
        <View className="charge-value">
          <Money fen={amountFen} />
          <Standing record={record} />
        </View>
      }
      onPress={onPress}
    />
  )
}

function Standing({ record: { heldBecause, reversed, state } }: { record: PaymentRecord }) {
  if (heldBecause !== null) return <Tag tone="due">{paymentsTexts.held}</Tag>
  if (reversed) return <Tag>{paymentsTexts.reversed}</Tag>
  return <Tag tone={tones[state]}>{attemptStates[state]}</Tag>
}

/** What a payment was for, in one line. */
function contentOf({ allocated, toAdvanceFen, description }: PaymentRecord): string {
  const [first] = allocated
  if (!first) return toAdvanceFen > 0 ? paymentTexts.toAdvance : description
  const one = `${first.feeItem} ${periodOf(first)}`
  return allocated.length > 1 ? paymentsTexts.several(one, allocated.length) : one
}
