import type { StaffRefund } from '@anjiao/shared/contract/refunds'
import { isPaidOut, refundRoutes } from '@anjiao/shared/refund-life'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { RefundTag } from '../../../features/staff-refunds/refund-tag'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { nextTexts, texts } from './texts'

/** How much goes back, to where and why, who asked and who decided. */
export function FactsCard({ refund }: { refund: StaffRefund }) {
  const { roomName, amountFen, state, route } = refund
  const goesOn = refund.standsBecause === null && !(state === 'owed' && route !== 'wechat')
  const next = goesOn ? nextTexts[state] : undefined
  return (
    <Card title={roomName ?? texts.unknownRoom} aside={<RefundTag state={state} />}>
      <Stack>
        <Money fen={amountFen} size="large" />
        {next && <Note>{next}</Note>}
        <Definition longLabels lines={linesOf(refund)} />
      </Stack>
    </Card>
  )
}

function linesOf(refund: StaffRefund) {
  const { route, method, reason, askedBy, askedAt, declinedBecause, receivedBy, paidAt } = refund
  return [
    { label: texts.route, text: refundRoutes[route] },
    ...(method ? [{ label: texts.method, text: paymentMethods[method] }] : []),
    { label: texts.reason, text: reason },
    { label: texts.asked, text: texts.by(askedBy, instantText(askedAt)) },
    ...checkedLine(refund),
    ...(declinedBecause ? [{ label: texts.declined, text: declinedBecause }] : []),
    ...(receivedBy ? [{ label: refund.paidOut ? texts.receiver : texts.received, text: receivedBy }] : []),
    ...paidOutLines(refund),
    ...(paidAt ? [{ label: texts.paidAt, text: instantText(paidAt) }] : []),
  ]
}

function paidOutLines({ route, paidOut }: StaffRefund) {
  if (paidOut === null || !isPaidOut(route)) return []
  return [
    { label: texts.paidBy, text: paidOut.by },
    { label: texts.paidFrom, text: paidOut.placeName },
    { label: texts.slip[route], text: paidOut.voucherNumber },
  ]
}

function checkedLine({ askedBy, askedAt, checkedBy, checkedAt }: StaffRefund) {
  if (checkedBy === null || checkedAt === null) return []
  const alone = checkedBy === askedBy && checkedAt === askedAt
  return [{ label: texts.checked, text: alone ? texts.alone : texts.by(checkedBy, instantText(checkedAt)) }]
}
