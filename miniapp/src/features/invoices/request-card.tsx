import { formatDate } from '@anjiao/shared/calendar'
import type { InvoiceRequest } from '@anjiao/shared/contract/invoices'
import type { InvoiceRequestId } from '@anjiao/shared/ids'
import { type InvoiceState, invoiceStates } from '@anjiao/shared/invoice-life'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { call } from '../../platform/call'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Definition } from '../../ui/definition'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { Tag, type Tone } from '../../ui/tag'
import { InvoiceFile } from './invoice-file'
import { InvoiceLines } from './invoice-lines'
import { invoiceTexts as texts } from './texts'

const tones: Readonly<Record<InvoiceState, Tone>> = {
  asked: 'due',
  issued: 'good',
  declined: 'calm',
  red_lettered: 'calm',
}

/** One invoice that a home asked for, and what became of it. */
export function RequestCard({ home, request }: { home: HomeAddress; request: InvoiceRequest }) {
  const { state, title, amountFen, lines, fileType, needsRed } = request
  return (
    <Card
      title={title}
      aside={<Tag tone={needsRed ? 'due' : tones[state]}>{invoiceStates[state].ownerLabel}</Tag>}
    >
      <Stack>
        <Money fen={amountFen} size="middle" />
        <InvoiceLines lines={lines} />
        <Definition longLabels title={texts.asked} lines={factsOf(request)} />
        {needsRed && <Note>{texts.needsRed}</Note>}
        {fileType !== null && (
          <InvoiceFile fileType={fileType} linkTo={(intention) => linkTo(home, request.id, intention)} />
        )}
      </Stack>
    </Card>
  )
}

const linkTo = ({ communityId, householdId }: HomeAddress, requestId: InvoiceRequestId, intention: string) =>
  call(
    'POST /v1/communities/:communityId/households/:householdId/invoice-requests/:requestId/file',
    { params: { communityId, householdId, requestId } },
    { intention },
  )

/** What is known of a request beside its amount, line by line. */
export const factsOf = (request: InvoiceRequest): { label: string; text: string }[] => [
  { label: texts.askedAt, text: instantText(request.askedAt) },
  { label: texts.receipts, text: request.receipts.map(receiptNumber).join('、') },
  ...known(texts.taxNumber, request.taxNumber),
  ...known(texts.because, request.declinedBecause),
  ...known(texts.number, request.invoiceNumber),
  ...known(texts.issuedOn, request.issuedOn && formatDate(request.issuedOn)),
  ...known(texts.redNumber, request.redNumber),
]

const known = (label: string, text: string | null) => (text === null ? [] : [{ label, text }])
