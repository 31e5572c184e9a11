import type { Fen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Field } from '../../ui/field'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import type { AmountOutcome } from './choice'
import { payTexts } from './texts'
import type { Choosing } from './use-pay-choice'

/** An amount of one's own, and what it would do: that takes the place of the hint, next to where one types. */
export function AmountPicker({ openFen, choosing }: { openFen: Fen; choosing: Choosing }) {
  const { amountText, setAmountText, outcome } = choosing
  const hint = openFen > 0 ? payTexts.amountHint : payTexts.aheadHint
  return (
    <Card>
      <Stack>
        {openFen > 0 && <Cell label={payTexts.due} value={<Money fen={openFen} tone="due" />} />}
        <Field
          label={payTexts.amount}
          keyboard="amount"
          unit={payTexts.amountUnit}
          hint={outcome === 'empty' ? hint : undefined}
          error={outcome === 'wrong' ? payTexts.amountWrong : undefined}
          value={amountText}
          maxLength={14}
          onChange={setAmountText}
        />
        {typeof outcome === 'object' && <Outcome {...outcome} openFen={openFen} />}
      </Stack>
    </Card>
  )
}

function Outcome({ leftFen, aheadFen, openFen }: AmountOutcome & { openFen: Fen }) {
  if (leftFen > 0) {
    return (
      <View className="outcome">
        {payTexts.part} <Money fen={leftFen} />
      </View>
    )
  }
  if (aheadFen === 0) return <View className="outcome">{payTexts.exactly}</View>
  return (
    <View className="outcome">
      {openFen > 0 ? payTexts.beyond : payTexts.ahead}
      <Money fen={aheadFen} />
    </View>
  )
}
