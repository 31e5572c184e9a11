import { afterReliefEvent } from '@anjiao/shared/relief-life'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import type { CaseActionProps } from './case-view'
import { GrantSheet } from './grant-sheet'
import { notYours } from './not-yours'
import { tellOutcome } from './tell-outcome'
import { commonRefusals, commonReturns, refuseTexts, returnTexts, decideTexts as texts } from './texts'

export type Decision = Request<'POST /v1/staff/communities/:communityId/relief/:applicationId/decide'>['body']

/** Grant what was asked for, refuse it with reasons, or ask for what is missing. */
export function DecideCard({ post, shown, onChanged }: CaseActionProps) {
  const { id: applicationId, state } = shown.application
  const [asking, setAsking] = useState<Decision['kind']>()
  const deciding = useMutation((body: Decision, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief/:applicationId/decide',
      { params: { communityId: post.communityId, applicationId }, body },
      { intention },
    ),
  )
  const close = () => setAsking(undefined)
  const decide = async (decision: Decision) => {
    const decided = await deciding.run(decision)
    if (!decided) return false
    close()
    tellOutcome(decided)
    onChanged()
    return true
  }
  const sheet = {
    busy: deciding.busy,
    failure: deciding.failure,
    onClose: close,
    onRefresh: () => {
      close()
      onChanged()
    },
  }
  const refused = notYours(shown, post)
  return (
    <Card title={texts.title} tone="brand">
      {refused ? (
        <Note>{refused}</Note>
      ) : (
        <Stack>
          <Note>{ruleOf(state)}</Note>
          <View className="decisions">
            {afterReliefEvent(state, 'grant') && (
              <Button onPress={() => setAsking('grant')}>{texts.grant}</Button>
            )}
            {afterReliefEvent(state, 'return') && (
              <Button look="quiet" onPress={() => setAsking('return')}>
                {texts.return}
              </Button>
            )}
            <Button look="quiet" onPress={() => setAsking('refuse')}>
              {texts.refuse}
            </Button>
          </View>
        </Stack>
      )}
      {asking === 'grant' && <GrantSheet {...sheet} shown={shown} onDecide={decide} />}
      {asking === 'return' && (
        <ReasonSheet
          {...sheet}
          {...returnTexts}
          keptAs={`relief-${applicationId}-return`}
          label={texts.reason}
          reasons={commonReturns}
          onSend={(reason) => decide({ kind: 'return', reason })}
        />
      )}
      {asking === 'refuse' && (
        <ReasonSheet
          {...sheet}
          keptAs={`relief-${applicationId}-refuse`}
          title={refuseTexts.title}
          label={texts.reason}
          reasons={commonRefusals}
          hint={state === 'appealed' ? refuseTexts.finalHint : refuseTexts.hint}
          send={texts.send}
          onSend={(reason) => decide({ kind: 'refuse', reason })}
        />
      )}
    </Card>
  )
}

function ruleOf(state: CaseActionProps['shown']['application']['state']): string {
  if (state === 'returned') return texts.waiting
  return state === 'appealed' ? texts.appealed : texts.rule
}
