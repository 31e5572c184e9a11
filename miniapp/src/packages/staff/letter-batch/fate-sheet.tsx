import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { LetterBatch, NotedFate, PrintedLetter } from '@anjiao/shared/contract/letters'
import { type LetterFate, letterFates } from '@anjiao/shared/letter-life'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { fatesLeft } from './fates-left'
import { NotedDay } from './noted-day'
import { type Taker, TakerFields } from './taker-fields'
import { fateHints, texts } from './texts'

export interface FateSheetProps {
  at: AtCommunity
  batch: LetterBatch
  letter: PrintedLetter
  onClose: () => void
  onDone: () => void
}

/** Asks what became of one letter, when, and what proves it. */
export function FateSheet({ at: { communityId }, batch, letter, onClose, onDone }: FateSheetProps) {
  const { deliveryId } = letter
  const [fate, setFate] = useState<LetterFate>()
  const [on, setOn] = useState<string>(today())
  const [trackingNo, setTrackingNo] = useState('')
  const [taker, setTaker] = useState<Taker>({ who: undefined, name: '' })
  const [note, setNote] = useState('')
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
    (fate !== 'handed' || (takenBy !== undefined && (takenBy.who === 'owner' || takenBy.name !== undefined)))
  const save = async () => {
    if (!isWhole) return
    const noted = await run({
      fate,
      on: on as BusinessDate,
      ...(fate === 'posted' && trackingNo.trim() && { trackingNo: trackingNo.trim() }),
      ...(fate === 'handed' && takenBy && { takenBy }),
      ...(note.trim() && { note: note.trim() }),
    })
    if (!noted) return
    toast(texts.noted)
    onDone()
  }
  const options = fatesLeft(letter.fate).map((value) => ({
    value,
    label: letterFates[value].label,
    hint: fateHints[value],
  }))
  return (
    <Sheet title={texts.sheet(letter.roomName)} open onClose={onClose}>
      <Choice label={texts.choose} options={options} value={fate} onChange={setFate} />
      {fate === 'posted' && (
        <Field label={texts.trackingNo} maxLength={40} value={trackingNo} onChange={setTrackingNo} />
      )}
      {fate === 'handed' && <TakerFields taker={taker} onChange={setTaker} />}
      <NotedDay
        label={texts.when}
        printedOn={businessDateAt(new Date(batch.madeAt))}
        value={on}
        onChange={setOn}
      />
      <Field label={texts.remark} hint={texts.remarkHint} maxLength={200} value={note} onChange={setNote} />
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} disabled={!isWhole} onPress={() => void save()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
