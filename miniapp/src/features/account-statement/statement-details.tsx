import { formatDate } from '@anjiao/shared/calendar'
import type { StatementMovement } from '@anjiao/shared/contract/account-statements'
import { movementKind, movementSubject } from '@anjiao/shared/statement-words'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { Empty } from '../../ui/states'
import { SignedMoney } from '../bills/signed-money'
import { accountStatementTexts as texts } from './texts'

/** Lines shown at first, and added by each press on “more”: an old phone draws no hundreds at once. */
const step = 30

/** Every line of a statement, oldest first. */
export function StatementDetails({ movements }: { movements: readonly StatementMovement[] }) {
  const [limit, setLimit] = useState(step)
  const hidden = movements.length - limit
  if (movements.length === 0)
    return (
      <Card>
        <Empty icon="receipt" title={texts.nothing} hint={texts.nothingHint} />
      </Card>
    )
  return (
    <Card title={texts.details}>
      <Cells>
        {movements.slice(0, limit).map((movement, at) => (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of the books have no id here, no state, and are all told anew
            key={at}
            label={movementKind(movement)}
            hint={
              <View className="whole-words">
                {formatDate(movement.date)} · {movementSubject(movement)}
              </View>
            }
            value={<SignedMoney fen={movement.feeItem === null ? movement.advanceFen : movement.owedFen} />}
          />
        ))}
      </Cells>
      {hidden > 0 && (
        <Button look="plain" onPress={() => setLimit(limit + step)}>
          {texts.more(Math.min(step, hidden))}
        </Button>
      )}
    </Card>
  )
}
