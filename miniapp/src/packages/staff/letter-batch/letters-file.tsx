import type { CommunityId, LetterBatchId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { fileAddress } from '../../../platform/file-address'
import { openPdf } from '../../../platform/open-file'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

/** The paper of a batch: on the phone in WeChat's viewer, in a browser in a tab of its own. */
export function LettersFile({ communityId, batchId }: { communityId: CommunityId; batchId: LetterBatchId }) {
  const { run, busy, failure } = useMutation((_: 'open', intention) =>
    openPdf(async () => {
      const { url } = await call(
        'POST /v1/staff/communities/:communityId/letter-batches/:batchId/pdf',
        { params: { communityId, batchId } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} onPress={() => void run('open')}>
        {texts.pdf}
      </Button>
    </>
  )
}
