import type { CommunityId } from '@anjiao/shared/ids'
import type { InvoiceFilter } from '@anjiao/shared/invoice-life'
import { call } from '../../../platform/call'
import { fileAddress } from '../../../platform/file-address'
import { openExcel } from '../../../platform/open-file'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

/** The list as an Excel file, to be typed into the tax office's form. */
export function ExportList({ communityId, show }: { communityId: CommunityId; show: InvoiceFilter }) {
  const { run, busy, failure } = useMutation((wanted: InvoiceFilter, intention) =>
    openExcel(async () => {
      const { url } = await call(
        'POST /v1/staff/communities/:communityId/invoice-requests/list',
        { params: { communityId }, body: { show: wanted } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" icon="receipt" busy={busy} onPress={() => void run(show)}>
        {texts.export}
      </Button>
    </>
  )
}
