import { formatYuan } from '@anjiao/shared/money'
import type { RefundRoute } from '@anjiao/shared/refund-life'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { mayCheckRefunds } from '../../../features/staff-refunds/may-refund'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { RefundViewProps } from './refund-view'
import { decideTexts as texts } from './texts'
import { Withdraw } from './withdraw'

type Decision = Request<'POST /v1/staff/communities/:communityId/refunds/:refundId/decide'>['body']

const follows: Readonly<Record<RefundRoute, string>> = {
  wechat: texts.toWechat,
  advance: texts.toAdvance,
  cash: texts.paidOut,
  transfer: texts.paidOut,
}

/** The second person lets it go, or does not; whoever asked may take it back. */
export function DecideCard(props: RefundViewProps) {
  const { post, refund } = props
  if (refund.askedByMe)
    return (
      <Card title={texts.title}>
        <Stack>
          <Note>{texts.mine}</Note>
          <Together {...props} />
          <Withdraw {...props} />
        </Stack>
      </Card>
    )
  return (
    <Card title={texts.title} tone="brand">
      {mayCheckRefunds(post) ? <Decide {...props} /> : <Note>{texts.notYours}</Note>}
    </Card>
  )
}

/** Of one that gives back part of an advance: that the others go with it. */
const Together = ({ refund: { together } }: Pick<RefundViewProps, 'refund'>) =>
  together && <Note>{texts.together(together.refunds, formatYuan(together.amountFen))}</Note>

function Decide({ post: { communityId }, refund, onChanged }: RefundViewProps) {
  const { id, route, together } = refund
  const amountFen = together?.amountFen ?? refund.amountFen
  const [declining, setDeclining] = useState(false)
  const { run, busy, failure } = useMutation((body: Decision, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/refunds/:refundId/decide',
      { params: { communityId, refundId: id }, body },
      { intention },
    ),
  )
  const refresh = () => {
    setDeclining(false)
    onChanged()
  }
  const decide = async (decision: Decision, done: string) => {
    if (!(await run(decision))) return false
    toast(done)
    refresh()
    return true
  }
  const approve = async () => {
    const question = {
      title: texts.approveTitle(formatYuan(amountFen)),
      text: together ? texts.allTogether(together.refunds) : follows[route],
      yes: texts.approve,
    }
    if (await confirm(question)) await decide({ kind: 'approve' }, texts.approved)
  }
  return (
    <Stack>
      <Note>{texts.rule}</Note>
      <Together refund={refund} />
      {!declining && <DecisionFailure failure={failure} onRefresh={refresh} />}
      <View className="decisions">
        <Button busy={busy} onPress={() => void approve()}>
          {texts.approve}
        </Button>
        <Button look="quiet" disabled={busy} onPress={() => setDeclining(true)}>
          {texts.decline}
        </Button>
      </View>
      {declining && (
        <ReasonSheet
          keptAs={`refund-${id}-decline`}
          title={texts.declineTitle}
          label={texts.declineLabel}
          reasons={texts.reasons}
          hint={texts.declineHint}
          send={texts.declineSend}
          maxLength={200}
          busy={busy}
          failure={failure}
          onRefresh={refresh}
          onClose={() => setDeclining(false)}
          onSend={(reason) => decide({ kind: 'decline', reason }, texts.declined)}
        />
      )}
    </Stack>
  )
}
