import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import type { PayOutProps } from './pay-out-card'
import { ReceiverFields } from './receiver-fields'
import { payOutTexts as texts } from './texts'
import { sendLabel, usePayOut } from './use-pay-out'

/** Out of the payer's own till, which is open: who receives it, and by which slip. */
export function CashPayout({ tillName, ...props }: PayOutProps & { tillName: string }) {
  const { refund } = props
  const payout = usePayOut(props)
  return (
    <>
      <Note>{texts.from(tillName)}</Note>
      <ReceiverFields route="cash" payout={payout} />
      <Button
        busy={payout.busy}
        disabled={!payout.isReady}
        onPress={() => void payout.send({ placeId: null, paidOn: today() })}
      >
        {sendLabel(refund)}
      </Button>
    </>
  )
}
