import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import { type AttemptState, attemptStates } from '@anjiao/shared/vocabulary'
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
  attempt: PaymentAttempt
  /** What went back of it. */
  refunds: readonly HomeRefund[]
  onPress: () => void
}

/** One payment in the history: when, for what, how much, its state, and what went back of it. */
export function PaymentCell({ attempt, refunds, onPress }: PaymentCellProps) {
  const { amountFen, state, heldBecause, paidAt, createdAt } = attempt
  return (
    <Cell
      label={instantText(paidAt ?? createdAt)}
      hint={
        <View>
          <View className="whole-words">{contentOf(attempt)}</View>
          {refunds.map((refund) => (
            <View key={refund.id}>{lineOf(refund)}</View>
          ))}
        </View>
      }
      value={
        <View className="charge-value">
          <Money fen={amountFen} />
          {heldBecause === null ? (
            <Tag tone={tones[state]}>{attemptStates[state]}</Tag>
          ) : (
            <Tag tone="due">{paymentsTexts.held}</Tag>
          )}
        </View>
      }
      onPress={onPress}
    />
  )
}

/** What a payment was for, in one line. */
function contentOf({ allocated, toAdvanceFen, description }: PaymentAttempt): string {
  const [first] = allocated
  if (!first) return toAdvanceFen > 0 ? paymentTexts.toAdvance : description
  const one = `${first.feeItem} ${periodOf(first)}`
  return allocated.length > 1 ? paymentsTexts.several(one, allocated.length) : one
}
