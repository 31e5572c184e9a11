import type { StaffInvoiceRequest } from '@anjiao/shared/contract/invoices'
import type { CommunityId } from '@anjiao/shared/ids'
import { invoiceFilters, invoiceStates, invoiceTitleKinds } from '@anjiao/shared/invoice-life'
import { useState } from 'react'
import { InvoiceFile } from '../../../features/invoices/invoice-file'
import { InvoiceLines } from '../../../features/invoices/invoice-lines'
import { factsOf } from '../../../features/invoices/request-card'
import { call } from '../../../platform/call'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { DeclineSheet } from './decline-sheet'
import { IssueSheet } from './issue-sheet'
import { RedSheet } from './red-sheet'
import { texts } from './texts'

export interface InvoiceCardProps {
  communityId: CommunityId
  request: StaffInvoiceRequest
  onChanged: () => void
}

/** One request: whose, for what, in which name; and what finance does about it. */
export function InvoiceCard({ communityId, request, onChanged }: InvoiceCardProps) {
  const [doing, setDoing] = useState<'issue' | 'decline' | 'red'>()
  const { state, title, titleKind, email, roomName, ownerMasked, amountFen, lines, needsRed, fileType } =
    request
  const sheet = {
    communityId,
    requestId: request.id,
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined)
      onChanged()
    },
  }
  const label = needsRed ? invoiceFilters.needs_red : invoiceStates[state].label
  return (
    <Card title={title} aside={<Tag tone={needsRed || state === 'asked' ? 'due' : 'calm'}>{label}</Tag>}>
      <Stack>
        <Money fen={amountFen} size="middle" />
        <InvoiceLines lines={lines} unset={texts.unset} />
        <Definition
          longLabels
          title={`${roomName} ${ownerMasked}`}
          lines={[
            { label: texts.titleKind, text: invoiceTitleKinds[titleKind] },
            ...(email === '' ? [] : [{ label: texts.email, text: email }]),
            ...factsOf(request),
          ]}
        />
        {needsRed && <Note>{texts.needsRed}</Note>}
        {state === 'asked' && (
          <>
            <Button look="quiet" icon="upload" onPress={() => setDoing('issue')}>
              {texts.issue}
            </Button>
            <Button look="plain" onPress={() => setDoing('decline')}>
              {texts.decline}
            </Button>
          </>
        )}
        {fileType !== null && (
          <InvoiceFile
            fileType={fileType}
            linkTo={(intention) =>
              call(
                'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/file',
                { params: { communityId, requestId: request.id } },
                { intention },
              )
            }
          />
        )}
        {state === 'issued' && (
          <Button look={needsRed ? 'quiet' : 'plain'} onPress={() => setDoing('red')}>
            {texts.red}
          </Button>
        )}
      </Stack>
      {doing === 'issue' && <IssueSheet {...sheet} />}
      {doing === 'decline' && <DeclineSheet {...sheet} />}
      {doing === 'red' && <RedSheet {...sheet} />}
    </Card>
  )
}
