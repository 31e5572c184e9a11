import type { PlanId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { fileAddress } from '../../platform/file-address'
import { openPdf } from '../../platform/open-file'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { agreementTexts } from './texts'

/** The signed agreement as a file: on the phone in WeChat's viewer, in a browser in a tab of its own. */
export function AgreementFile({ home, planId }: { home: HomeAddress; planId: PlanId }) {
  const { communityId, householdId } = home
  const { run, busy, failure } = useMutation((_: 'open', intention) =>
    openPdf(async () => {
      const { url } = await call(
        'POST /v1/communities/:communityId/households/:householdId/plans/:planId/agreement/pdf',
        { params: { communityId, householdId, planId } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" icon="receipt" busy={busy} onPress={() => void run('open')}>
        {agreementTexts.pdf}
      </Button>
      <Note>{agreementTexts.pdfHint}</Note>
    </>
  )
}
