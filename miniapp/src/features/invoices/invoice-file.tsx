import type { InvoiceRequestId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { fileAddress } from '../../platform/file-address'
import { openPdf } from '../../platform/open-file'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { invoiceTexts as texts } from './texts'

export interface InvoiceFileProps {
  home: HomeAddress
  requestId: InvoiceRequestId
  fileType: 'pdf' | 'ofd'
}

/** The invoice as a file. No phone opens OFD: that is said before it is tried. */
export function InvoiceFile({ home: { communityId, householdId }, requestId, fileType }: InvoiceFileProps) {
  const { run, busy, failure } = useMutation((id: InvoiceRequestId, intention) =>
    openPdf(async () => {
      const { url } = await call(
        'POST /v1/communities/:communityId/households/:householdId/invoice-requests/:requestId/file',
        { params: { communityId, householdId, requestId: id } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      {fileType === 'ofd' && <Note>{texts.ofd}</Note>}
      <Button look="quiet" icon="receipt" busy={busy} onPress={() => void run(requestId)}>
        {texts.open}
      </Button>
    </>
  )
}
