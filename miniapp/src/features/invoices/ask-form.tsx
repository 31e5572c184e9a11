import type { InvoiceablePayment, InvoiceWanted } from '@anjiao/shared/contract/invoices'
import type { PaymentId } from '@anjiao/shared/ids'
import { type InvoiceTitleKind, invoiceLimits, invoiceTitleKinds } from '@anjiao/shared/invoice-life'
import { sumFen } from '@anjiao/shared/money'
import { readTaxNumber } from '@anjiao/shared/tax-number'
import { useState } from 'react'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { Money } from '../../ui/money'
import { toast } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { PaymentPicker } from './payment-picker'
import { invoiceTexts as texts } from './texts'

export interface AskFormProps {
  home: HomeAddress
  payments: readonly InvoiceablePayment[]
  onAsked: () => void
}

const kinds = (['person', 'company'] as const satisfies readonly InvoiceTitleKind[]).map((value) => ({
  value,
  label: invoiceTitleKinds[value],
}))

/** Which payments, and in whose name. */
export function AskForm({ home: { communityId, householdId }, payments, onAsked }: AskFormProps) {
  const [picked, setPicked] = useState<readonly PaymentId[]>([])
  const [titleKind, setTitleKind] = useState<InvoiceTitleKind>('person')
  const [title, setTitle] = useState('')
  const [taxNumber, setTaxNumber] = useState('')
  const [email, setEmail] = useState('')
  const { run, busy, failure } = useMutation((body: InvoiceWanted, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/invoice-requests',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const isCompany = titleKind === 'company'
  const isNumberRight = !isCompany || readTaxNumber(taxNumber) !== undefined
  const isReady =
    picked.length > 0 && picked.length <= invoiceLimits.payments && title.trim() !== '' && isNumberRight
  const send = async () => {
    const asked = await run({
      paymentIds: [...picked],
      titleKind,
      title: title.trim(),
      ...(isCompany && { taxNumber }),
      ...(email.trim() && { email: email.trim() }),
    })
    if (!asked) return
    toast(texts.sent)
    onAsked()
  }
  const chosen = payments.filter(({ paymentId }) => picked.includes(paymentId))
  return (
    <>
      <PaymentPicker payments={payments} picked={picked} onChange={setPicked} />
      <Card>
        <Stack>
          <Choice label={texts.titleKind} options={kinds} value={titleKind} onChange={setTitleKind} />
          <Field label={texts.titleOf[titleKind]} value={title} onChange={setTitle} />
          {isCompany && (
            <Field
              label={texts.taxNumber}
              hint={texts.taxNumberHint}
              error={taxNumber.length >= 15 && !isNumberRight ? texts.taxNumberWrong : undefined}
              value={taxNumber}
              maxLength={40}
              onChange={setTaxNumber}
            />
          )}
          <Field label={texts.email} hint={texts.emailHint} value={email} onChange={setEmail} />
          <Cell
            label={texts.total}
            value={<Money fen={sumFen(chosen.map(({ amountFen }) => amountFen))} size="middle" />}
          />
          {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
          <Button busy={busy} disabled={!isReady} onPress={() => void send()}>
            {texts.send}
          </Button>
        </Stack>
      </Card>
    </>
  )
}
