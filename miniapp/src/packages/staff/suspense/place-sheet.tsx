import { formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { OpenSuspense, SuspenseBill } from '@anjiao/shared/contract/suspense'
import type { ChargeId, CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { formatYuan, subtractFen, sumFen } from '@anjiao/shared/money'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { useSuspenseBill } from '../../../features/staff-suspense/use-suspense'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { CheckRow, Choice } from '../../../ui/choice'
import { Figure, Figures } from '../../../ui/figure'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { placeTexts as texts } from './texts'

export interface PlaceSheetProps {
  communityId: CommunityId
  item: OpenSuspense
  householdId: HouseholdId
  /** What the money seems to be for. */
  chargeIds: readonly ChargeId[]
  onClose: () => void
  onDone: () => void
}

/** Confirms whose money it is, and what it pays: what is due from the oldest on, or the bills that are ticked. */
export function PlaceSheet({ communityId, item, householdId, chargeIds, onClose, onDone }: PlaceSheetProps) {
  const bill = useSuspenseBill(communityId, householdId)
  const { run, busy, failure } = useMutation((picked: ChargeId[], intention) =>
    call(
      'POST /v1/staff/communities/:communityId/suspense/:itemId/place',
      { params: { communityId, itemId: item.id }, body: { householdId, chargeIds: picked } },
      { intention },
    ),
  )
  const place = async (picked: ChargeId[]) => {
    const placed = await run(picked)
    if (!placed) return
    toast(texts.done(placed.roomName ?? ''))
    onDone()
  }
  return (
    <Sheet title={texts.title} open busy={busy} onClose={onClose}>
      <Loaded of={bill} lines={5}>
        {(owed) => (
          <WhatItPays
            bill={owed}
            item={item}
            meant={chargeIds}
            busy={busy}
            onPlace={(picked) => void place(picked)}
          />
        )}
      </Loaded>
      <DecisionFailure failure={failure} onRefresh={onDone} />
    </Sheet>
  )
}

interface WhatItPaysProps {
  bill: SuspenseBill
  item: OpenSuspense
  meant: readonly ChargeId[]
  busy: boolean
  onPlace: (picked: ChargeId[]) => void
}

function WhatItPays({ bill, item, meant, busy, onPlace }: WhatItPaysProps) {
  const open = new Set(bill.charges.map(({ id }) => id))
  const [picked, setPicked] = useState<readonly ChargeId[]>(meant.filter((id) => open.has(id)))
  const [what, setWhat] = useState<'oldest' | 'picked'>(picked.length > 0 ? 'picked' : 'oldest')
  const taken = what === 'oldest' ? bill.charges : bill.charges.filter(({ id }) => picked.includes(id))
  const restFen = subtractFen(item.amountFen, sumFen(taken.map(({ openFen }) => openFen)))
  return (
    <>
      <Figures label={bill.roomName}>
        <Figure label={texts.home} value={`${bill.roomName} ${bill.ownerMasked}`} />
        <Figure label={texts.amount} value={<Money fen={item.amountFen} />} />
      </Figures>
      {bill.charges.length === 0 ? (
        <Note>{texts.owesNothing}</Note>
      ) : (
        <Choice
          label={texts.what}
          options={(['oldest', 'picked'] as const).map((value) => ({ value, label: texts.whats[value] }))}
          value={what}
          onChange={setWhat}
        />
      )}
      {what === 'picked' &&
        bill.charges.map(({ id, feeItem, fromDate, toDate, dueDate, openFen }) => (
          <CheckRow
            key={id}
            label={`${feeItem} ${formatPeriod({ from: fromDate, to: toDate })}`}
            hint={texts.due(formatDate(dueDate))}
            value={<Money fen={openFen} />}
            checked={picked.includes(id)}
            onChange={(on) => setPicked(on ? [...picked, id] : picked.filter((each) => each !== id))}
          />
        ))}
      {restFen > 0 && <Note>{texts.rest(formatYuan(restFen))}</Note>}
      <Note>{texts.hint}</Note>
      <Button
        busy={busy}
        disabled={what === 'picked' && picked.length === 0}
        onPress={() => onPlace(what === 'oldest' ? [] : [...picked])}
      >
        {texts.send}
      </Button>
    </>
  )
}
