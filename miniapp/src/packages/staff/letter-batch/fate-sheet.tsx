import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { LetterBatch, NotedFate, PrintedLetter } from '@anjiao/shared/contract/letters'
import { type LetterFate, letterFates } from '@anjiao/shared/letter-life'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { fatesInstead, fatesLeft } from './fates-left'
import { NotedDay } from './noted-day'
import { type Taker, TakerFields } from './taker-fields'
import { fateHints, texts } from './texts'

export interface FateSheetProps {
  at: AtCommunity
  batch: LetterBatch
  letter: PrintedLetter
  /** What was noted last is wrong. */
  corrects: boolean
  onClose: () => void
  onDone: () => void
}

/** What became of a letter as it is being noted. */
interface FateDraft {
  readonly fate: LetterFate | undefined
  /** `2026-11-23`, or empty. */
  readonly on: string
  readonly trackingNo: string
  readonly taker: Taker
  readonly note: string
  /** Why what was noted is wrong. */
  readonly reason: string
}

/** Asks what became of one letter, when, and what proves it; where it corrects, why what was noted is wrong. */
export function FateSheet({ at: { communityId }, batch, letter, corrects, onClose, onDone }: FateSheetProps) {
  const { deliveryId } = letter
  const kept = useKeptDraft<FateDraft>(`fate-${deliveryId}${corrects ? '-instead' : ''}`, {
    fate: undefined,
    on: today(),
    trackingNo: '',
    taker: { who: undefined, name: '' },
    note: '',
    reason: '',
  })
  const { fate, on, trackingNo, taker, note, reason } = kept.draft
  const { run, busy, failure } = useMutation((body: NotedFate, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/letter-batches/:batchId/letters/:deliveryId/fate',
      { params: { communityId, batchId: batch.id, deliveryId }, body },
      { intention },
    ),
  )
  const takenBy = taker.who && { who: taker.who, ...(taker.name.trim() && { name: taker.name.trim() }) }
  const isWhole =
    fate !== undefined &&
    on !== '' &&
    (!corrects || reason.trim() !== '') &&
    (fate !== 'handed' || (takenBy !== undefined && (takenBy.who === 'owner' || takenBy.name !== undefined)))
  const save = async () => {
    if (!isWhole) return
    const noted = await run({
      fate,
      on: on as BusinessDate,
      ...(fate === 'posted' && trackingNo.trim() && { trackingNo: trackingNo.trim() }),
      ...(fate === 'handed' && takenBy && { takenBy }),
      ...(note.trim() && { note: note.trim() }),
      ...(corrects && { corrects: reason.trim() }),
    })
    if (!noted) return
    kept.forget()
    toast(texts.noted)
    onDone()
  }
  const options = (corrects ? fatesInstead(letter) : fatesLeft(letter.fate)).map((value) => ({
    value,
    label: letterFates[value].label,
    hint: fateHints[value],
  }))
  return (
    <Sheet
      title={(corrects ? texts.correctSheet : texts.sheet)(letter.roomName)}
      open
      busy={busy}
      onClose={onClose}
    >
      {corrects && (
        <>
          <Note>{texts.correctRule}</Note>
          <Field
            label={texts.reason}
            hint={texts.reasonHint}
            maxLength={200}
            value={reason}
            onChange={(next) => kept.change({ reason: next })}
          />
        </>
      )}
      <Choice
        label={texts.choose}
        options={options}
        value={fate}
        onChange={(next) => kept.change({ fate: next })}
      />
      {fate === 'posted' && (
        <Field
          label={texts.trackingNo}
          maxLength={40}
          value={trackingNo}
          onChange={(next) => kept.change({ trackingNo: next })}
        />
      )}
      {fate === 'handed' && <TakerFields taker={taker} onChange={(next) => kept.change({ taker: next })} />}
      <NotedDay
        label={texts.when}
        printedOn={businessDateAt(new Date(batch.madeAt))}
        value={on}
        onChange={(next) => kept.change({ on: next })}
      />
      <Field
        label={texts.remark}
        hint={texts.remarkHint}
        maxLength={200}
        value={note}
        onChange={(next) => kept.change({ note: next })}
      />
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} disabled={!isWhole} onPress={() => void save()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
