import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { addFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Note } from '../../ui/cell'
import { CheckRow } from '../../ui/choice'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { ChargeHint, periodOf } from '../bills/charge-cell'
import './plans.scss'
import { choiceTexts } from './texts'
import type { PickedCharges } from './use-picked-charges'

type Choosable = PlanOptions['charges'][number]

/** The home's open charges, each to be ticked or not; those that cannot be chosen say why. Above them what is ticked comes to. */
export const PlanCharges = ({ title, charges }: { title: string; charges: PickedCharges }) => (
  <Card title={title} aside={<Note>{choiceTexts.picked(charges.picked.length)}</Note>}>
    <Stack>
      <Money fen={charges.debtFen} size="large" tone={charges.debtFen > 0 ? 'due' : 'ink'} />
      <Listed charges={charges} />
    </Stack>
  </Card>
)

/** More than these stand folded, so that what one has come to choose is in sight. */
const unfoldedMax = 3

function Listed({ charges }: { charges: PickedCharges }) {
  const { usual, old, leftOut } = charges
  const [unfolded, setUnfolded] = useState(false)
  if (!unfolded && usual.length + old.length + leftOut.length > unfoldedMax) {
    const oldLeft = old.filter(({ charge }) => !charges.isPicked(charge.id)).length
    return (
      <>
        {oldLeft > 0 && <Note>{choiceTexts.oldLeft(oldLeft)}</Note>}
        <Button look="quiet" onPress={() => setUnfolded(true)}>
          {choiceTexts.unfold}
        </Button>
      </>
    )
  }
  return (
    <>
      <Ticks listed={usual} charges={charges} />
      {old.length > 0 && (
        <View className="apart">
          <View className="definition-title">{choiceTexts.old}</View>
          <Note>{choiceTexts.oldHint}</Note>
          <Ticks listed={old} charges={charges} />
        </View>
      )}
      {leftOut.length > 0 && <LeftOut listed={leftOut} />}
    </>
  )
}

/** Charges shown at first, and added by each press on “more”: an old phone draws no hundreds at once. */
const step = 30

function Ticks({ listed, charges }: { listed: readonly Choosable[]; charges: PickedCharges }) {
  const [limit, setLimit] = useState(step)
  const hidden = listed.length - limit
  return (
    <>
      <View className="check-rows">
        {listed.slice(0, limit).map(({ charge, lateFeeFen }) => (
          <CheckRow
            key={charge.id}
            label={charge.feeItem}
            hint={
              <>
                <ChargeHint charge={charge} />
                {lateFeeFen > 0 && (
                  <View>
                    {choiceTexts.withLateFee} <Money fen={lateFeeFen} />
                  </View>
                )}
              </>
            }
            value={<Money fen={addFen(charge.openFen, lateFeeFen)} />}
            checked={charges.isPicked(charge.id)}
            onChange={(on) => charges.toggle(charge.id, on)}
          />
        ))}
      </View>
      {hidden > 0 && (
        <Button look="plain" onPress={() => setLimit(limit + step)}>
          {choiceTexts.more(Math.min(step, hidden))}
        </Button>
      )}
    </>
  )
}

/** At most so many are named; the others stand in the bills all the same. */
const leftOutMax = 10

const LeftOut = ({ listed }: { listed: readonly Choosable[] }) => (
  <View className="apart">
    <Note>{choiceTexts.leftOut}</Note>
    {listed.slice(0, leftOutMax).map(({ charge, why }) => (
      <Cell
        key={charge.id}
        label={
          <View className="whole-words">
            {charge.feeItem} {periodOf(charge)}
          </View>
        }
        hint={why}
        value={<Money fen={charge.openFen} />}
      />
    ))}
  </View>
)
