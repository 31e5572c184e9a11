import type { PaymentAttemptId, PaymentId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { fileAddress } from '../../platform/file-address'
import { openPdf } from '../../platform/open-file'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { ErrorNote } from '../../ui/states'
import { receiptTexts } from './texts'

/** Which receipt: by its payment, or by what was begun on this phone. */
export type WhichReceipt = { readonly paymentId: PaymentId } | { readonly attemptId: PaymentAttemptId }

/** The receipt as a file: on the phone in WeChat's viewer, in a browser in a tab of its own. */
export function ReceiptFile({ home, of }: { home: HomeAddress; of: WhichReceipt }) {
  const { run, busy, failure } = useMutation((which: WhichReceipt, intention) =>
    openPdf(async () => fileAddress((await linkTo(home, which, intention)).url)),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" icon="receipt" busy={busy} onPress={() => void run(of)}>
        {receiptTexts.open}
      </Button>
    </>
  )
}

const linkTo = ({ communityId, householdId }: HomeAddress, which: WhichReceipt, intention: string) =>
  'paymentId' in which
    ? call(
        'POST /v1/communities/:communityId/households/:householdId/receipts/:paymentId/pdf',
        { params: { communityId, householdId, paymentId: which.paymentId } },
        { intention },
      )
    : call(
        'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/receipt',
        { params: { communityId, householdId, attemptId: which.attemptId } },
        { intention },
      )
