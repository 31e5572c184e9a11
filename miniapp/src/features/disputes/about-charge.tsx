import { formatDate } from '@anjiao/shared/calendar'
import type { Charge } from '@anjiao/shared/contract/billing'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type HomeAddress, toDispute, toDisputeForm } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { disputeTexts } from './texts'
import { useDisputes } from './use-disputes'

interface AboutChargeProps {
  home: HomeAddress
  charge: Charge
}

const isDisputed = ({ hold }: Charge): boolean => hold?.matter === 'dispute'

/** On the statement of a charge that is disputed: nobody presses for it, and by when it is answered. */
export function DisputedNote({ home, charge }: AboutChargeProps) {
  const disputes = useDisputes(home, isDisputed(charge))
  if (!isDisputed(charge)) return null
  const open = disputes.data?.filter(({ state }) => state === 'open') ?? []
  // A late fee is held with the charge it is on: then the dispute is of that one.
  const dispute = open.find((one) => one.charge.id === charge.id) ?? (open.length === 1 ? open[0] : undefined)
  return (
    <Card tone="brand">
      <Cell
        icon="question"
        label={disputeTexts.waiting}
        hint={
          <View className="whole-words">
            <View>{disputeTexts.waitingHint}</View>
            {dispute?.replyBy && <View>{disputeTexts.replyBy(formatDate(dispute.replyBy))}</View>}
          </View>
        }
        onPress={dispute && (() => go(toDispute(home, dispute.id)))}
      />
    </Card>
  )
}

/** The quiet way to say what is wrong with a charge. */
export const DoubtButton = ({ home, charge }: AboutChargeProps) =>
  charge.state === 'cancelled' || isDisputed(charge) ? null : (
    <Button look="quiet" icon="question" onPress={() => go(toDisputeForm(home, charge.id))}>
      {disputeTexts.ask}
    </Button>
  )
