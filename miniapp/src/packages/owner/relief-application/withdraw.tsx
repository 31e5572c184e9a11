import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefApplicationId } from '@anjiao/shared/ids'
import { afterReliefEvent } from '@anjiao/shared/relief-life'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { toast } from '../../../ui/notice'
import { TakeBack } from '../../../ui/take-back'
import { texts } from './texts'

interface WithdrawProps {
  home: HomeAddress
  application: ReliefApplication
  onDone: () => void
}

/** Takes an application back while nothing has been decided. */
export function Withdraw({ home: { communityId, householdId }, application, onDone }: WithdrawProps) {
  const { run, busy, failure } = useMutation((applicationId: ReliefApplicationId, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/withdraw',
      { params: { communityId, householdId, applicationId } },
      { intention },
    ),
  )
  if (afterReliefEvent(application.state, 'withdraw') === undefined) return null
  const withdraw = async () => {
    if (!(await run(application.id))) return
    toast(texts.withdrawn)
    onDone()
  }
  return (
    <TakeBack
      title={texts.withdraw}
      question={texts.withdrawAsk}
      busy={busy}
      failure={failure}
      onTakeBack={() => void withdraw()}
    />
  )
}
