import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import { formatYuan } from '@anjiao/shared/money'
import { type RefundRoute, refundRoutes } from '@anjiao/shared/refund-life'
import { Text } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import type { GivenBack } from '../../../features/staff-refunds/giving-back'
import { whoDecidesTexts } from '../../../features/staff-refunds/texts'
import { useLeftAlone } from '../../../features/staff-refunds/use-refunds'
import { whoDecides } from '../../../features/staff-refunds/who-decides'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, type Request } from '../../../platform/call'
import { replaceWith } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { toStaffRefund } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Definition } from '../../../ui/definition'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { nameOf } from './payment-choice'
import { texts } from './texts'

export interface SummarySheetProps {
  home: HomeAddress
  roomName: string
  payment: RefundablePayment
  route: RefundRoute
  read: GivenBack
  reason: string
  onSent: () => void
  onRefresh: () => void
  onClose: () => void
}

type Wanted = Request<'POST /v1/staff/communities/:communityId/payments/:paymentId/refunds'>['body']

/** All that is about to be asked for, whether a second person is needed, and the asking. */
export function SummarySheet(props: SummarySheetProps) {
  const { home, payment, route, read, reason, onSent, onRefresh, onClose } = props
  const { communityId } = home
  const { follows, send: sendWords } = whoDecides(read.totalFen, useLeftAlone(home).data?.aloneFen)
  const { run, busy, failure } = useMutation((body: Wanted, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/payments/:paymentId/refunds',
      { params: { communityId, paymentId: payment.paymentId }, body },
      { intention },
    ),
  )
  const send = async () => {
    const { parts, fromAdvanceFen } = read
    const asked = await run({ route, parts: [...parts], fromAdvanceFen, reason })
    if (!asked) return
    onSent()
    toast(asked.state === 'asked' ? whoDecidesTexts.asked : whoDecidesTexts.done)
    replaceWith(toStaffRefund(home, asked.id))
  }
  return (
    <Sheet title={texts.sheet} open busy={busy} onClose={onClose}>
      <Definition longLabels lines={linesOf(props)} />
      <Text className="text">{follows}</Text>
      <DecisionFailure failure={failure} onRefresh={onRefresh} />
      <Button busy={busy} onPress={() => void send()}>
        {sendWords}
      </Button>
    </Sheet>
  )
}

function linesOf({ roomName, payment, route, read, reason }: SummarySheetProps) {
  const { parts, fromAdvanceFen, totalFen } = read
  const opened = payment.charges.flatMap((charge) => {
    const part = parts.find(({ chargeId }) => chargeId === charge.chargeId)
    return part ? [texts.charge(`${charge.feeItem} ${periodOf(charge)}`, formatYuan(part.amountFen))] : []
  })
  return [
    { label: texts.room, text: roomName },
    { label: texts.from, text: nameOf(payment) },
    { label: texts.amount, text: texts.yuan(formatYuan(totalFen)) },
    { label: texts.route, text: refundRoutes[route] },
    ...(opened.length > 0 ? [{ label: texts.opens, text: opened.join('；') }] : []),
    ...(fromAdvanceFen > 0
      ? [{ label: texts.fromAdvance, text: texts.yuan(formatYuan(fromAdvanceFen)) }]
      : []),
    { label: texts.reason, text: reason },
  ]
}
