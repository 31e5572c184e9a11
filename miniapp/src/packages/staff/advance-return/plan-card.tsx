import type { ReturnPart } from '@anjiao/shared/advance-return'
import type { StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { refundRoutes } from '@anjiao/shared/refund-life'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { dayText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { texts } from './texts'

export interface PlanCardProps {
  plan: readonly ReturnPart[]
  sources: StaffAdvanceReturn['sources']
}

/** Of which payments it goes back, by which way and how much of each. */
export const PlanCard = ({ plan, sources }: PlanCardProps) => (
  <Card title={texts.plan}>
    {plan.map(({ paymentId, route, amountFen }) => (
      <Cell
        key={paymentId}
        label={refundRoutes[route]}
        hint={nameOf(sources.find((source) => source.paymentId === paymentId))}
        value={<Money fen={amountFen} />}
      />
    ))}
    <Note>{texts.planHint}</Note>
  </Card>
)

function nameOf(source: StaffAdvanceReturn['sources'][number] | undefined): string {
  if (!source) return ''
  const { method, paidAt, receiptNumber: number } = source
  const receipt = number === null ? '' : texts.receipt(receiptNumber(number))
  return texts.part(paymentMethods[method], dayText(paidAt), receipt)
}
