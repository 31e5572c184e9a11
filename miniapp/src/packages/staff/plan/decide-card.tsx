import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import type { DecisionFailureProps } from '../../../features/staff-requests/decision-failure'
import { decisionTexts } from '../../../features/staff-requests/texts'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ApproveSheet } from './approve-sheet'
import { CounterSheet } from './counter-sheet'
import type { DecidingProps } from './take-back'
import { commonRefusals, decideTexts as texts } from './texts'

type Decision = Request<'POST /v1/staff/communities/:communityId/plans/:planId/decide'>['body']

const told = {
  approve: decisionTexts.approved,
  counter: texts.countered,
  refuse: decisionTexts.refused,
} as const

/** Approve what was asked, answer it with other terms, or refuse it with reasons. */
export function DecideCard({ at, plan, mayDecide, onChanged }: DecidingProps & { mayDecide: boolean }) {
  const [asking, setAsking] = useState<Decision['kind']>()
  const deciding = useMutation((body: Decision, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/plans/:planId/decide',
      { params: { communityId: at.communityId, planId: plan.id }, body },
      { intention },
    ),
  )
  const decide = async (decision: Decision) => {
    if (!(await deciding.run(decision))) return false
    setAsking(undefined)
    toast(told[decision.kind])
    onChanged()
    return true
  }
  const sheet = {
    at,
    plan,
    busy: deciding.busy,
    failure: deciding.failure,
    onClose: () => setAsking(undefined),
    onRefresh: () => {
      setAsking(undefined)
      onChanged()
    },
    onDecide: (decision: Decision) => void decide(decision),
  }
  return (
    <Card title={texts.title} tone="brand">
      {mayDecide ? (
        <Stack>
          <Note>{texts.rule}</Note>
          <View className="decisions">
            <Button onPress={() => setAsking('approve')}>{decisionTexts.approve}</Button>
            <Button look="quiet" onPress={() => setAsking('counter')}>
              {texts.counter}
            </Button>
            <Button look="quiet" onPress={() => setAsking('refuse')}>
              {decisionTexts.refuse}
            </Button>
          </View>
        </Stack>
      ) : (
        <Note>{decisionTexts.notYours}</Note>
      )}
      {asking === 'approve' && <ApproveSheet {...sheet} />}
      {asking === 'counter' && <CounterSheet {...sheet} />}
      {asking === 'refuse' && (
        <ReasonSheet
          {...sheet}
          keptAs={`plan-${plan.id}-refuse`}
          title={decisionTexts.refuseTitle}
          label={decisionTexts.refuseLabel}
          reasons={commonRefusals}
          hint={decisionTexts.refuseHint}
          send={decisionTexts.refuseSend}
          onSend={(answer) => decide({ kind: 'refuse', answer })}
        />
      )}
    </Card>
  )
}

export interface DecisionSheetProps extends Pick<DecidingProps, 'at' | 'plan'>, DecisionFailureProps {
  busy: boolean
  onClose: () => void
  onDecide: (decision: Decision) => void
}
