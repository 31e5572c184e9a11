import type { Deferral } from '@anjiao/shared/contract/deferrals'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { decisionTexts } from '../../../features/staff-requests/texts'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import './deferrals.scss'
import { GrantSheet } from './grant-sheet'
import { commonRefusals } from './texts'

export interface DecideDeferralProps {
  at: AtCommunity
  deferral: Deferral
  mayDecide: boolean
  onDecided: () => void
}

type Decision = Request<'POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide'>['body']

/** Grant a deferral, to the day that was asked for or another, or refuse it with reasons. */
export function DecideDeferral({ at, deferral, mayDecide, onDecided }: DecideDeferralProps) {
  const [asking, setAsking] = useState<'grant' | 'refuse'>()
  const deciding = useMutation((body: Decision, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide',
      { params: { communityId: at.communityId, deferralId: deferral.id }, body },
      { intention },
    ),
  )
  const refresh = () => {
    setAsking(undefined)
    onDecided()
  }
  const decide = async (decision: Decision) => {
    if (!(await deciding.run(decision))) return false
    toast(decision.grant ? decisionTexts.approved : decisionTexts.refused)
    refresh()
    return true
  }
  if (!mayDecide) return <Note>{decisionTexts.notYours}</Note>
  const sheet = {
    busy: deciding.busy,
    failure: deciding.failure,
    onClose: () => setAsking(undefined),
    onRefresh: refresh,
  }
  return (
    <>
      <View className="deferral-decision">
        <Button look="quiet" onPress={() => setAsking('refuse')}>
          {decisionTexts.refuse}
        </Button>
        <Button onPress={() => setAsking('grant')}>{decisionTexts.approve}</Button>
      </View>
      {asking === 'grant' && (
        <GrantSheet
          {...sheet}
          deferral={deferral}
          onGrant={(until, answer) => void decide({ grant: true, until, answer })}
        />
      )}
      {asking === 'refuse' && (
        <ReasonSheet
          {...sheet}
          keptAs={`deferral-${deferral.id}-refuse`}
          title={decisionTexts.refuseTitle}
          label={decisionTexts.refuseLabel}
          reasons={commonRefusals}
          hint={decisionTexts.refuseHint}
          send={decisionTexts.refuseSend}
          onSend={(answer) => decide({ grant: false, answer })}
        />
      )}
    </>
  )
}
