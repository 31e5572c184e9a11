import { advanceReturnCauses } from '@anjiao/shared/advance-return'
import { formatDate } from '@anjiao/shared/calendar'
import type { StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { ReturnViewProps } from './return-view'
import { texts } from './texts'

export interface RequestCardProps extends ReturnViewProps {
  request: NonNullable<StaffAdvanceReturn['request']>
}

/** What the owner asks for, by when it is answered, and the answer that nothing goes back. */
export function RequestCard({ home: { communityId }, request, onChanged }: RequestCardProps) {
  const [declining, setDeclining] = useState(false)
  const { run, busy, failure } = useMutation((reason: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/advance-returns/:returnId/decline',
      { params: { communityId, returnId: request.id }, body: { reason } },
      { intention },
    ),
  )
  const refresh = () => {
    setDeclining(false)
    onChanged()
  }
  const decline = async (reason: string) => {
    if (!(await run(reason))) return false
    toast(texts.declined)
    refresh()
    return true
  }
  return (
    <Card title={texts.wanted} tone="brand">
      <Stack>
        <Definition
          longLabels
          lines={[
            { label: texts.cause, text: advanceReturnCauses[request.cause] },
            ...(request.words ? [{ label: texts.words, text: request.words }] : []),
            { label: texts.asked, text: instantText(request.askedAt) },
            { label: texts.replyBy, text: formatDate(request.replyBy) },
          ]}
        />
        <Button look="plain" onPress={() => setDeclining(true)}>
          {texts.decline}
        </Button>
        {declining && (
          <ReasonSheet
            keptAs={`advance-return-${request.id}-decline`}
            title={texts.declineTitle}
            label={texts.declineLabel}
            reasons={texts.declineReasons}
            hint={texts.declineHint}
            send={texts.declineSend}
            maxLength={200}
            busy={busy}
            failure={failure}
            onRefresh={refresh}
            onClose={() => setDeclining(false)}
            onSend={decline}
          />
        )}
      </Stack>
    </Card>
  )
}
