import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { Money } from '../../ui/money'
import { periodOf } from '../bills/charge-cell'
import { paymentTexts } from './texts'

/** What a payment settled, and what of it went to the advance. */
export const SettledCards = ({
  allocated,
  toAdvanceFen,
}: Pick<PaymentAttempt, 'allocated' | 'toAdvanceFen'>) => (
  <>
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
  </>
)
