import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { ResolvedSuspense } from '@anjiao/shared/contract/suspense'
import { formatYuan } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { suspenseOutcomes } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition, type DefinitionProps } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { resolvedTexts as texts } from './texts'

export interface ResolvedCardProps {
  post: StaffPost
  resolved: ResolvedSuspense
  onChanged: () => void
}

/** What became of one sum, by whom and when; what was placed wrongly can be taken back by a colleague. */
export function ResolvedCard({ post: { communityId }, resolved, onChanged }: ResolvedCardProps) {
  const [takesBack, setTakesBack] = useState(false)
  const { item, outcome, takenBack, mayTakeBack } = resolved
  return (
    <Card
      title={resolved.roomName ?? texts.toPayer}
      aside={
        takenBack ? (
          <Tag tone="calm">{texts.takenBack}</Tag>
        ) : (
          <Tag tone="good">{suspenseOutcomes[outcome]}</Tag>
        )
      }
    >
      <Stack>
        <Definition
          longLabels
          title={texts.yuan(formatYuan(item.amountFen))}
          lines={[...linesOf(resolved), ...takenBackLines(resolved)]}
        />
        {mayTakeBack && (
          <Button look="quiet" onPress={() => setTakesBack(true)}>
            {texts.takeBack}
          </Button>
        )}
      </Stack>
      {takesBack && (
        <TakeBackSheet
          communityId={communityId}
          itemId={item.id}
          onClose={() => setTakesBack(false)}
          onDone={() => {
            setTakesBack(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}

function linesOf({
  item,
  receiptNumber: receipt,
  reason,
  reference,
  resolvedBy,
  resolvedAt,
}: ResolvedSuspense): DefinitionProps['lines'] {
  return [
    { label: texts.paid, text: `${instantText(item.paidAt)} ${item.placeName}` },
    ...(item.payerName === '' ? [] : [{ label: texts.payer, text: item.payerName }]),
    { label: texts.number, text: item.transactionId, copied: true },
    ...(receipt === null ? [] : [{ label: texts.receipt, text: receiptNumber(receipt) }]),
    ...(reason === '' ? [] : [{ label: texts.reason, text: reason }]),
    ...(reference === '' ? [] : [{ label: texts.reference, text: reference, copied: true }]),
    { label: texts.by, text: resolvedBy },
    { label: texts.at, text: instantText(resolvedAt) },
  ]
}

const takenBackLines = ({ takenBack }: ResolvedSuspense): DefinitionProps['lines'] =>
  takenBack === null
    ? []
    : [
        { label: texts.takenBackBy, text: `${takenBack.by} ${instantText(takenBack.at)}` },
        { label: texts.takenBackBecause, text: takenBack.because },
      ]

interface TakeBackSheetProps {
  communityId: StaffPost['communityId']
  itemId: ResolvedSuspense['item']['id']
  onClose: () => void
  onDone: () => void
}

function TakeBackSheet({ communityId, itemId, onClose, onDone }: TakeBackSheetProps) {
  const { run, busy, failure } = useMutation((reason: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/suspense/:itemId/take-back',
      { params: { communityId, itemId }, body: { reason } },
      { intention },
    ),
  )
  const send = async (reason: string) => {
    if (!(await run(reason))) return false
    toast(texts.takeBackDone)
    onDone()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`suspense-${itemId}-take-back`}
      title={texts.takeBackTitle}
      label={texts.takeBackWhy}
      reasons={texts.takeBackReasons}
      hint={texts.takeBackHint}
      send={texts.takeBackSend}
      look="danger"
      maxLength={200}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={send}
    />
  )
}
