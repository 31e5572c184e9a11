import { sumFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { ChargeHint } from '../../../features/bills/charge-cell'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { CheckRow } from '../../../ui/choice'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import { texts } from './texts'
import type { ReliefForm } from './use-relief-form'

interface ChargesCardProps {
  form: ReliefForm
}

/** For which bills; those that cannot be asked for say why. */
export function ChargesCard({ form: { standard, offered, refused, picked, tick } }: ChargesCardProps) {
  return (
    <Card title={texts.charges}>
      <Note>{texts.chargesHint}</Note>
      {standard && standard.feeItems.length > 0 && <Note>{texts.onlyFor(standard.feeItems.join('、'))}</Note>}
      {offered.length === 0 && <Empty icon="bill" title={texts.noCharges} hint={texts.noChargesHint} />}
      <View className="check-rows">
        {offered.map((charge) => (
          <CheckRow
            key={charge.id}
            label={charge.feeItem}
            hint={<ChargeHint charge={charge} />}
            value={
              <View className="charge-value">
                <Money fen={charge.openFen} />
              </View>
            }
            checked={picked.includes(charge)}
            onChange={(on) => tick(charge.id, on)}
          />
        ))}
      </View>
      {picked.length > 1 && (
        <Cell
          label={texts.total(picked.length)}
          value={<Money fen={sumFen(picked.map(({ openFen }) => openFen))} size="middle" />}
        />
      )}
      {refused.length > 0 && (
        <>
          <Note>{texts.cannot}</Note>
          <Cells>
            {refused.map(({ charge, why }) => (
              <Cell
                key={charge.id}
                label={charge.feeItem}
                hint={why}
                value={<Money fen={charge.openFen} />}
              />
            ))}
          </Cells>
        </>
      )}
    </Card>
  )
}
