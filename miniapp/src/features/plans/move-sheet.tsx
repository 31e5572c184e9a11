import { formatDate, formatMonthDay } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { DayChoice } from '../../ui/day-choice'
import { Field } from '../../ui/field'
import { toast } from '../../ui/notice'
import { Select } from '../../ui/select'
import { Sheet } from '../../ui/sheet'
import { ErrorNote } from '../../ui/states'
import { moveTexts } from './texts'
import { useMoveForm } from './use-move-form'

/** What most ask for: a few days, a week, half a month. */
const laterDays = [3, 7, 15]

export interface MoveSheetProps {
  home: HomeAddress
  plan: Plan
  open: boolean
  onClose: () => void
  onMoved: () => void
}

/** 换一天缴: one instalment, to a later day that the plan allows, with a word why. */
export function MoveSheet({ home, plan, open, onClose, onMoved }: MoveSheetProps) {
  const form = useMoveForm(home, plan, () => {
    toast(moveTexts.moved)
    onClose()
    onMoved()
  })
  const { movable, instalment, failure } = form
  if (!instalment) return null
  const { first, last } = instalment.bounds
  return (
    <Sheet title={moveTexts.title} open={open} onClose={onClose}>
      <Select
        label={moveTexts.which}
        options={movable.map(({ no, dueDate }) => ({
          value: String(no),
          label: moveTexts.option(no, formatMonthDay(dueDate)),
        }))}
        value={String(instalment.no)}
        onChange={(no) => form.choose(Number(no))}
      />
      <DayChoice
        label={moveTexts.to}
        first={first}
        last={last}
        from={instalment.dueDate}
        laterDays={laterDays}
        later={moveTexts.later}
        otherLabel={moveTexts.otherDay}
        error={form.dayIsWrong ? moveTexts.dayWrong(formatMonthDay(first), formatMonthDay(last)) : undefined}
        value={form.to}
        onChange={form.setTo}
      />
      <Note>{moveTexts.bounds(formatDate(last))}</Note>
      <Field
        label={moveTexts.reason}
        hint={moveTexts.reasonHint}
        error={form.reasonIsMissing ? moveTexts.reasonMissing : undefined}
        maxLength={200}
        value={form.reason}
        onChange={form.setReason}
      />
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={form.busy} onPress={form.send}>
        {moveTexts.send}
      </Button>
    </Sheet>
  )
}
