import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { CheckRow } from '../../ui/choice'
import { Money } from '../../ui/money'
import { ChargeHint, StateTag } from '../bills/charge-cell'
import { payTexts } from './texts'
import type { Choosing } from './use-pay-choice'

/** Charges shown at first, and added by each press on “more”: an old phone draws no hundreds at once. */
const step = 30

/** The open charges, oldest first, each to be ticked or not. */
export function ChargePicker({ open, picked, isPicked, toggle, pickAll }: Choosing) {
  const [limit, setLimit] = useState(step)
  const hidden = open.length - limit
  return (
    <Card>
      <View className="check-rows">
        {open.length > 1 && (
          <CheckRow
            label={payTexts.all}
            hint={payTexts.count(picked.length, open.length)}
            checked={picked.length === open.length}
            onChange={pickAll}
          />
        )}
        {open.slice(0, limit).map((charge) => (
          <CheckRow
            key={charge.id}
            label={charge.feeItem}
            hint={<ChargeHint charge={charge} />}
            value={
              <View className="charge-value">
                <Money fen={charge.openFen} />
                {charge.hold && <StateTag {...charge} />}
              </View>
            }
            checked={isPicked(charge.id)}
            onChange={(on) => toggle(charge.id, on)}
          />
        ))}
      </View>
      {hidden > 0 && (
        <Button look="plain" onPress={() => setLimit(limit + step)}>
          {payTexts.more(Math.min(step, hidden))}
        </Button>
      )}
    </Card>
  )
}
