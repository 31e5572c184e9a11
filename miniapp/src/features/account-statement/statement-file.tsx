import type { Period } from '@anjiao/shared/calendar'
import { call } from '../../platform/call'
import { fileAddress } from '../../platform/file-address'
import { openPdf } from '../../platform/open-file'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { accountStatementTexts as texts } from './texts'

/** The statement as a file: on the phone in WeChat's viewer, in a browser in a tab of its own. */
export function StatementFile({ home, period }: { home: HomeAddress; period: Period }) {
  const { communityId, householdId } = home
  const { run, busy, failure } = useMutation(({ from, to }: Period, intention) =>
    openPdf(async () => {
      const { url } = await call(
        'POST /v1/communities/:communityId/households/:householdId/account-statement/pdf',
        { params: { communityId, householdId }, body: { from, to } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button icon="receipt" busy={busy} onPress={() => void run(period)}>
        {texts.file}
      </Button>
      <Note>{texts.fileHint}</Note>
    </>
  )
}
