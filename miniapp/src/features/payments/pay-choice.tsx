import type { Bills } from '@anjiao/shared/contract/billing'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { AdvanceOffer } from './advance-offer'
import { AmountPicker } from './amount-picker'
import { ChargePicker } from './charge-picker'
import { payTexts } from './texts'
import type { Choosing } from './use-pay-choice'

const ways = [
  { value: 'charges', label: payTexts.byCharges },
  { value: 'amount', label: payTexts.byAmount },
] as const

export interface PayChoiceProps {
  home: HomeAddress
  bills: Bills
  choosing: Choosing
  /** The advance has settled something: what is due has changed. */
  onApplied: () => void
}

/** What to pay: ticked charges, with the advance used first if one likes, or an amount. */
export function PayChoice({ home, bills, choosing, onApplied }: PayChoiceProps) {
  const { open, way, setWay, chosen } = choosing
  const mayApply = bills.advanceFen > 0 && chosen.chargeIds.length > 0
  return (
    <>
      {open.length > 0 ? (
        <Tabs label={payTexts.ways} tabs={ways} value={way} onChange={setWay} />
      ) : (
        <Card>
          <Empty icon="check" title={payTexts.nothingDue} hint={payTexts.nothingDueHint} />
        </Card>
      )}
      {mayApply && (
        <AdvanceOffer
          home={home}
          balanceFen={bills.advanceFen}
          chargeIds={chosen.chargeIds}
          totalFen={chosen.totalFen}
          onApplied={onApplied}
        />
      )}
      {way === 'charges' ? (
        <ChargePicker {...choosing} />
      ) : (
        <AmountPicker openFen={bills.openFen} choosing={choosing} />
      )}
    </>
  )
}
