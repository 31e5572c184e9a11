import type { StaffRefund } from '@anjiao/shared/contract/refunds'
import { subtractFen, sumFen } from '@anjiao/shared/money'
import { refundStates } from '@anjiao/shared/refund-life'
import { View } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { texts } from './texts'

/** Which charges it is of, whether they are open again, and what comes out of the advance. */
export function PartsCard({ refund: { parts, amountFen, state } }: { refund: StaffRefund }) {
  const fromAdvanceFen = subtractFen(amountFen, sumFen(parts.map((part) => part.amountFen)))
  return (
    <Card title={parts.length > 0 ? texts.parts : texts.fromAdvance}>
      {parts.length > 0 && refundStates[state].counts && (
        <Note>{state === 'asked' ? texts.willOpen : texts.isOpen}</Note>
      )}
      <Cells>
        {parts.map((part) => (
          <Cell
            key={part.chargeId}
            label={part.feeItem}
            hint={<View className="whole-words">{periodOf(part)}</View>}
            value={<Money fen={part.amountFen} />}
          />
        ))}
        {fromAdvanceFen > 0 && (
          <Cell icon="wallet" label={texts.fromAdvance} value={<Money fen={fromAdvanceFen} />} />
        )}
      </Cells>
    </Card>
  )
}
