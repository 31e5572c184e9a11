import type { InvoiceablePayment } from '@anjiao/shared/contract/invoices'
import type { PaymentId } from '@anjiao/shared/ids'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { CheckRow } from '../../ui/choice'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { invoiceTexts as texts } from './texts'

export interface PaymentPickerProps {
  payments: readonly InvoiceablePayment[]
  picked: readonly PaymentId[]
  onChange: (picked: readonly PaymentId[]) => void
}

/** The payments that may be invoiced, each to be ticked or not. */
export const PaymentPicker = ({ payments, picked, onChange }: PaymentPickerProps) => (
  <Card title={texts.which}>
    <View className="check-rows">
      {payments.length > 1 && (
        <CheckRow
          label={texts.all}
          hint={texts.picked(picked.length, payments.length)}
          checked={picked.length === payments.length}
          onChange={(on) => onChange(on ? payments.map(({ paymentId }) => paymentId) : [])}
        />
      )}
      {payments.map(({ paymentId, receipt, method, paidAt, amountFen }) => (
        <CheckRow
          key={paymentId}
          label={instantText(paidAt)}
          hint={`${paymentMethods[method]} · ${receiptNumber(receipt)}`}
          value={<Money fen={amountFen} />}
          checked={picked.includes(paymentId)}
          onChange={(on) => onChange(on ? [...picked, paymentId] : picked.filter((id) => id !== paymentId))}
        />
      ))}
    </View>
  </Card>
)
