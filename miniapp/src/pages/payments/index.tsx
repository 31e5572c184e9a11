import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import { useRouter } from '@tarojs/taro'
import { DebitDoor } from '../../features/bank-debit/debit-door'
import { SignedIn } from '../../features/binding/signed-in'
import { PaymentCell } from '../../features/payments/payment-cell'
import { RefundsCard } from '../../features/payments/refunds-card'
import { paymentsTexts, refundTexts } from '../../features/payments/texts'
import { usePayments } from '../../features/payments/use-payments'
import { useRefunds } from '../../features/payments/use-refunds'
import { go } from '../../platform/navigate'
import { type HomeAddress, homeIn, toPaid, toPayment } from '../../routes'
import { toReceipts } from '../../routes/owner'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { More } from '../../ui/more'
import { Page } from '../../ui/page'
import { Empty } from '../../ui/states'

export default function PaymentsPage() {
  const home = homeIn(useRouter().params)
  const payments = usePayments(home)
  const refunds = useRefunds(home)
  return (
    <Page title={paymentsTexts.title}>
      <SignedIn of={payments} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={paymentsTexts.none} hint={paymentsTexts.noneHint} />
            </Card>
          ) : (
            <>
              <Card>
                <Cell
                  icon="receipt"
                  label={paymentsTexts.receipts}
                  hint={paymentsTexts.receiptsHint}
                  onPress={() => go(toReceipts(home))}
                />
              </Card>
              <Card>
                <Cells>
                  {rows.map((record) => (
                    <PaymentCell
                      key={record.key}
                      record={record}
                      refunds={(refunds.data ?? []).filter(({ paymentId }) => paymentId === record.paymentId)}
                      onPress={() => open(home, record)}
                    />
                  ))}
                </Cells>
              </Card>
            </>
          )
        }
      </SignedIn>
      {payments.data && <DebitDoor home={home} />}
      <More of={payments}>{paymentsTexts.more}</More>
      {payments.data && (
        <RefundsCard
          title={refundTexts.others}
          refunds={refunds}
          shown={(refund) => !payments.data?.some(({ paymentId }) => paymentId === refund.paymentId)}
        />
      )}
    </Page>
  )
}

/** What was begun on a phone has a page that waits for its end; what came otherwise is paid. */
function open(home: HomeAddress, { attemptId, paymentId }: PaymentRecord): void {
  if (attemptId !== null) go(toPayment(home, attemptId))
  else if (paymentId !== null) go(toPaid(home, paymentId))
}
