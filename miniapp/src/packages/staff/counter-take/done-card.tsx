import type { Cheque, CounterPayment } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { ReceiptFile } from '../../../features/receipts/receipt-file'
import { call } from '../../../platform/call'
import { replaceWith } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import { toStaffCounter } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export type Done =
  | { readonly kind: 'payment'; readonly payment: CounterPayment }
  | { readonly kind: 'cheque'; readonly cheque: Cheque }

/** A receipt is numbered within seconds of its payment. */
const askAgainMs = 1_500

/** What was taken, with its numbers, and the receipt to print for whoever stands at the desk. */
export function DoneCard({ communityId, done }: { communityId: CommunityId; done: Done }) {
  return (
    <Card title={done.kind === 'payment' ? texts.done : texts.chequeDone} tone="good">
      <Stack>
        {done.kind === 'payment' ? (
          <Taken communityId={communityId} payment={done.payment} />
        ) : (
          <>
            <Definition
              longLabels
              title={done.cheque.roomName}
              lines={[
                { label: texts.voucherNumber, text: done.cheque.number },
                { label: texts.received, text: `${formatYuan(done.cheque.amountFen)} 元` },
              ]}
            />
            <Note>{texts.chequeDoneHint}</Note>
          </>
        )}
        <Button onPress={() => replaceWith(toStaffCounter({ communityId }))}>{texts.next}</Button>
      </Stack>
    </Card>
  )
}

function Taken({ communityId, payment }: { communityId: CommunityId; payment: CounterPayment }) {
  const told = useQuery(
    `counter-payment-${communityId}-${payment.id}`,
    () =>
      call('GET /v1/staff/communities/:communityId/counter-payments/:paymentId', {
        params: { communityId, paymentId: payment.id },
      }),
    { askAgainMs: ({ receiptNumber: receipt }) => (receipt === null ? askAgainMs : undefined) },
  )
  const { roomName, method, voucherNumber, amountFen, receiptNumber: receipt } = told.data ?? payment
  return (
    <>
      <Definition
        longLabels
        title={roomName}
        lines={[
          { label: texts.received, text: `${formatYuan(amountFen)} 元` },
          { label: texts.method, text: paymentMethods[method] },
          { label: texts.voucherNumber, text: voucherNumber },
          {
            label: texts.receipt,
            text: receipt === null ? texts.receiptComing : receiptNumber(receipt),
          },
        ]}
      />
      {receipt !== null && (
        <ReceiptFile
          home={{ communityId, householdId: payment.householdId }}
          of={{ paymentId: payment.id }}
        />
      )}
    </>
  )
}
