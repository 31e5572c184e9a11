import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import type { CaseActionProps } from './case-view'
import { notYours } from './not-yours'
import { tellOutcome } from './tell-outcome'
import { commonAgreements, commonRefusals, refuseTexts, decideTexts as texts } from './texts'

/** 复核. The second of two people agrees with the first, or does not; the first is told that it is not theirs. */
export function SecondCard({ post, shown, onChanged }: CaseActionProps) {
  const { id: applicationId, happenings } = shown.application
  const [asking, setAsking] = useState<'agree' | 'disagree'>()
  const deciding = useMutation((body: { approve: boolean; reason: string }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief/:applicationId/second',
      { params: { communityId: post.communityId, applicationId }, body },
      { intention },
    ),
  )
  const close = () => setAsking(undefined)
  const decide = async (approve: boolean, reason: string) => {
    const decided = await deciding.run({ approve, reason })
    if (!decided) return false
    close()
    tellOutcome(decided)
    onChanged()
    return true
  }
  const sheet = {
    label: texts.reason,
    busy: deciding.busy,
    failure: deciding.failure,
    onClose: close,
    onRefresh: () => {
      close()
      onChanged()
    },
  }
  const refused = notYours(shown, post)
  const isAppealed = happenings.some(({ event }) => event === 'appeal')
  return (
    <Card title={texts.second} tone="brand">
      {refused ? (
        <Note>{refused}</Note>
      ) : (
        <Stack>
          <Note>{texts.secondRule}</Note>
          <View className="decisions">
            <Button onPress={() => setAsking('agree')}>{texts.agree}</Button>
            <Button look="quiet" onPress={() => setAsking('disagree')}>
              {texts.disagree}
            </Button>
          </View>
        </Stack>
      )}
      {asking === 'agree' && (
        <ReasonSheet
          {...sheet}
          keptAs={`relief-${applicationId}-agree`}
          title={texts.agree}
          reasons={commonAgreements}
          hint={texts.secondRule}
          send={texts.grant}
          onSend={(reason) => decide(true, reason)}
        />
      )}
      {asking === 'disagree' && (
        <ReasonSheet
          {...sheet}
          keptAs={`relief-${applicationId}-disagree`}
          title={refuseTexts.title}
          reasons={commonRefusals}
          hint={isAppealed ? refuseTexts.finalHint : refuseTexts.hint}
          send={texts.send}
          onSend={(reason) => decide(false, reason)}
        />
      )}
    </Card>
  )
}
