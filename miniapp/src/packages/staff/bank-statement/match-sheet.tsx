import { daysBetween, formatDate } from '@anjiao/shared/calendar'
import type { BankLine, PlaceMovement } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId, CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { resolveTexts as texts } from './texts'

export interface MatchSheetProps {
  params: { communityId: CommunityId; lineId: BankLineId }
  line: BankLine
  /** What was booked for the same amount. */
  candidates: readonly PlaceMovement[]
  onClose: () => void
  onDone: () => void
}

/** Which posting of ours a line is, the nearest day first. */
export function MatchSheet({ params, line, candidates, onClose, onDone }: MatchSheetProps) {
  const [movement, setMovement] = useState<string>()
  const { run, busy, failure } = useMutation((chosen: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/bank-lines/:lineId/match',
      { params, body: { movement: chosen } },
      { intention },
    ),
  )
  const apart = ({ day }: PlaceMovement) => Math.abs(daysBetween(line.day, day))
  const send = async () => {
    if (movement === undefined || !(await run(movement))) return
    toast(texts.matched)
    onDone()
  }
  return (
    <Sheet title={texts.matchTitle} open busy={busy} onClose={onClose}>
      <Note>{texts.matchLead}</Note>
      <Choice
        label={texts.matchTitle}
        options={[...candidates]
          .sort((a, b) => apart(a) - apart(b))
          .map((each) => ({
            value: each.movement,
            label: texts.movement(each.reference || texts.noReference, formatDate(each.day)),
            hint: each.otherName,
          }))}
        value={movement}
        onChange={setMovement}
      />
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} disabled={movement === undefined} onPress={() => void send()}>
        {texts.matchSend}
      </Button>
    </Sheet>
  )
}
