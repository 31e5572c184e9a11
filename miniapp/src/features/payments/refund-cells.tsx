import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import { refundStates } from '@anjiao/shared/refund-life'
import { View } from '@tarojs/components'
import { Cell, Cells } from '../../ui/cell'
import { dayText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { whereWords } from './refund-words'
import { refundTexts as texts } from './texts'

/** Refunds of a home: how each stands, how much, to where and why. */
export const RefundCells = ({ refunds }: { refunds: readonly HomeRefund[] }) => (
  <Cells>
    {refunds.map((refund) => {
      const { id, state, amountFen, reason, askedAt, paidAt } = refund
      return (
        <Cell
          key={id}
          icon={state === 'paid' || state === 'found' ? 'check' : 'clock'}
          label={refundStates[state].ownerLabel}
          hint={
            <View>
              <View>{whereWords(refund)}</View>
              <View>{texts.because(reason)}</View>
              <View>{dayText(paidAt ?? askedAt)}</View>
            </View>
          }
          value={<Money fen={amountFen} />}
        />
      )
    })}
  </Cells>
)
