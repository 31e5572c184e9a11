import { formatDate } from '@anjiao/shared/calendar'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { BillDifference } from '@anjiao/shared/contract/reconciliation'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { differenceKinds, differenceStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { ExplainSheet } from '../../../features/staff-reconciliation/explain-sheet'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { call } from '../../../platform/call'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { advice, texts } from './texts'

export interface DifferenceCardProps {
  post: StaffPost
  difference: BillDifference
  onChanged: () => void
}

/** One difference: both sides of it, by which numbers it is looked up, and what finance says or has said about it. */
export function DifferenceCard({ post, difference, onChanged }: DifferenceCardProps) {
  const [resolving, setResolving] = useState(false)
  const { id, kind, state, roomName } = difference
  const { communityId } = post
  const isOpen = state === 'open'
  const done = () => {
    setResolving(false)
    onChanged()
  }
  return (
    <Card
      title={differenceKinds[kind]}
      aside={<Tag tone={isOpen ? 'bad' : 'good'}>{differenceStates[state]}</Tag>}
    >
      <Stack>
        <Definition longLabels title={roomName ?? texts.unknownRoom} lines={linesOf(difference)} />
        {isOpen && <Note>{advice[kind]}</Note>}
        {isOpen && mayReconcile(post) && (
          <Button look="quiet" onPress={() => setResolving(true)}>
            {texts.resolve}
          </Button>
        )}
      </Stack>
      {resolving && (
        <ExplainSheet
          keptAs={`difference-${id}`}
          title={texts.resolveTitle}
          reasons={texts.resolveReasons}
          explain={(reason, intention) =>
            call(
              'POST /v1/staff/communities/:communityId/reconciliation/differences/:differenceId/resolve',
              { params: { communityId, differenceId: id }, body: { reason } },
              { intention },
            )
          }
          onClose={() => setResolving(false)}
          onDone={done}
        />
      )}
    </Card>
  )
}

const linesOf = (difference: BillDifference) => [
  { label: texts.day, text: formatDate(difference.day) },
  { label: texts.ours, text: amountText(difference.oursFen) },
  { label: texts.theirs, text: amountText(difference.theirsFen) },
  { label: texts.transaction, text: difference.transactionId, copied: true },
  { label: texts.orderNo, text: difference.outTradeNo, copied: true },
  ...(difference.refundId === '' ? [] : [{ label: texts.refund, text: difference.refundId, copied: true }]),
  { label: texts.merchant, text: difference.mchid, copied: true },
  ...resolvedLinesOf(difference),
]

const resolvedLinesOf = ({ resolvedAt, resolvedBy, reason }: BillDifference) =>
  resolvedAt === null
    ? []
    : [
        { label: texts.because, text: reason ?? '' },
        { label: texts.resolvedBy, text: resolvedBy ?? '' },
        { label: texts.resolvedAt, text: instantText(resolvedAt) },
      ]

const amountText = (fen: Fen | null): string => (fen === null ? texts.nothing : texts.yuan(formatYuan(fen)))
