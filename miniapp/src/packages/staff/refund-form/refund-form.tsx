import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { ReasonFields } from '../../../features/staff-reasons/reason-fields'
import { GivingBackFields } from '../../../features/staff-refunds/giving-back-fields'
import { reasonMost, reasonTexts } from '../../../features/staff-refunds/texts'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { PaymentChoice } from './payment-choice'
import { RouteChoice } from './route-choice'
import { SummarySheet } from './summary-sheet'
import { texts } from './texts'
import { useRefundDraft } from './use-refund-draft'

export interface RefundFormProps {
  home: HomeAddress
  roomName: string
  /** Those of which something may still go back. */
  payments: readonly RefundablePayment[]
  /** How many others there are. */
  doneWith: number
  onRefresh: () => void
}

/** Which payment, to where, what of it and why; summed up before it is sent. */
export function RefundForm({ home, roomName, payments, doneWith, onRefresh }: RefundFormProps) {
  const form = useRefundDraft(home, payments)
  const { payment, route, source, read, reason, isOverRest, isReady } = form
  const [checking, setChecking] = useState(false)
  const refresh = () => {
    setChecking(false)
    onRefresh()
  }
  return (
    <>
      <Columns>
        <Stack>
          <PaymentChoice
            payments={payments}
            doneWith={doneWith}
            chosen={payment?.paymentId}
            onChoose={form.choosePayment}
          />
          {payment && <RouteChoice payment={payment} chosen={route} onChoose={form.chooseRoute} />}
        </Stack>
        {payment && (
          <Stack>
            <Card title={texts.what}>
              <Stack>
                {route === 'advance' && source.charges.length === 0 ? (
                  <Note>{texts.noCharges}</Note>
                ) : (
                  <>
                    <Note>{texts.whatHint}</Note>
                    <GivingBackFields
                      source={source}
                      draft={form.draft.back}
                      read={read}
                      onChange={form.changeBack}
                    />
                  </>
                )}
                {isOverRest && <ErrorNote sentence={texts.overRest(formatYuan(payment.restFen))} />}
              </Stack>
            </Card>
            <Card title={reasonTexts.label}>
              <Stack>
                <ReasonFields
                  label={reasonTexts.label}
                  reasons={reasonTexts.reasons}
                  other={reasonTexts.other}
                  maxLength={reasonMost}
                  draft={form.draft}
                  onChange={form.changeReason}
                />
                <Note>{texts.reasonHint}</Note>
                <Button disabled={!isReady} onPress={() => setChecking(true)}>
                  {texts.check}
                </Button>
              </Stack>
            </Card>
          </Stack>
        )}
      </Columns>
      {checking && payment && (
        <SummarySheet
          home={home}
          roomName={roomName}
          payment={payment}
          route={route}
          read={read}
          reason={reason}
          onSent={form.forget}
          onRefresh={refresh}
          onClose={() => setChecking(false)}
        />
      )}
    </>
  )
}
