import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { confirm, toast } from '../../../ui/notice'
import type { CaseActionProps } from './case-view'
import { amountOf } from './given-card'
import { commonReversals, decideTexts, reverseTexts as texts } from './texts'

/** Takes back what was granted, with a reason, after a question that says what it does to the charges. */
export function Reverse({ post, shown, onChanged }: CaseActionProps) {
  const { id: applicationId, grant } = shown.application
  const [isAsking, setAsking] = useState(false)
  const reversing = useMutation((reason: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief/:applicationId/reverse',
      { params: { communityId: post.communityId, applicationId }, body: { reason } },
      { intention },
    ),
  )
  const close = () => setAsking(false)
  const reverse = async (reason: string) => {
    const text = grant ? whatItDoes(grant) : ''
    if (!(await confirm({ title: texts.askTitle, text, yes: texts.send }))) return false
    if (!(await reversing.run(reason))) return false
    close()
    toast(texts.saved)
    onChanged()
    return true
  }
  return (
    <>
      <Button look="danger" onPress={() => setAsking(true)}>
        {texts.button}
      </Button>
      {isAsking && (
        <ReasonSheet
          keptAs={`relief-${applicationId}-reverse`}
          title={texts.title}
          label={decideTexts.reason}
          reasons={commonReversals}
          hint={texts.hint}
          send={texts.send}
          look="danger"
          busy={reversing.busy}
          failure={reversing.failure}
          onRefresh={() => {
            close()
            onChanged()
          }}
          onClose={close}
          onSend={reverse}
        />
      )}
    </>
  )
}

const whatItDoes = (grant: ReliefGrant): string =>
  [
    amountOf(grant) > 0 && texts.back(formatYuan(amountOf(grant))),
    grant.deferredUntil !== null && texts.time,
    grant.lastsUntil !== null && texts.later,
  ]
    .filter(Boolean)
    .join('')
