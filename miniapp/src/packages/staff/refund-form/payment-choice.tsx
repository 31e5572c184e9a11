import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import type { PaymentId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface PaymentChoiceProps {
  payments: readonly RefundablePayment[]
  doneWith: number
  chosen: PaymentId | undefined
  onChoose: (paymentId: PaymentId) => void
}

/** Which payment: how and when it came, by which receipt, and what of it may still go back. */
export function PaymentChoice({ payments, doneWith, chosen, onChoose }: PaymentChoiceProps) {
  const choose = (key: string) => {
    const payment = payments.find(({ paymentId }) => String(paymentId) === key)
    if (payment) onChoose(payment.paymentId)
  }
  return (
    <Card title={texts.payment}>
      <Stack>
        <Choice
          label={texts.payment}
          options={payments.map((payment) => ({
            value: String(payment.paymentId),
            label: nameOf(payment),
            hint: <Facts payment={payment} />,
          }))}
          value={chosen === undefined ? undefined : String(chosen)}
          onChange={choose}
        />
        {doneWith > 0 && <Note>{texts.doneWith(doneWith)}</Note>}
      </Stack>
    </Card>
  )
}

export const nameOf = ({ method, amountFen }: RefundablePayment): string =>
  texts.paymentOf(paymentMethods[method], formatYuan(amountFen))

const Facts = ({
  payment: { paidAt, receiptNumber: number, restFen, amountFen },
}: {
  payment: RefundablePayment
}) => (
  <View>
    <View>{texts.paidAt(instantText(paidAt))}</View>
    {number !== null && <View>{texts.receipt(receiptNumber(number))}</View>}
    {restFen < amountFen && <View>{texts.rest(formatYuan(restFen))}</View>}
  </View>
)
